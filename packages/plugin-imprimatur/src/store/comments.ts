import type { PayloadRequest } from 'payload'
import type { Comment, KeptAnchor, Suggestion } from '../domain/comments/index.ts'
import { idFor, idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { instantOf } from './instantOf.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** All comments on a piece, deleted ones too, first to last. */
export async function commentsOn(req: InPayload, piece: string): Promise<readonly Comment[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where: { piece: { equals: piece } },
    sort: ['at', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(commentOf)
}

/** The comments with these ids, in no particular order. */
export async function commentsWith(req: InPayload, ids: readonly string[]): Promise<readonly Comment[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where: { id: { in: idsFor(req.payload, slugIn(req), ids) } },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(commentOf)
}

export async function addComment(req: PayloadRequest, comment: Omit<Comment, 'id'>): Promise<Comment> {
  const made: unknown = await req.payload.db.create({ collection: slugIn(req), data: rowOf(comment), req })
  return { ...comment, id: String((made as Stored).id) }
}

/** Writes what became of a comment, and only that: somebody else may change something else of it at the same time. */
export async function changeComment(
  req: PayloadRequest,
  id: string,
  change: Partial<Pick<Comment, 'text' | 'editedAt' | 'mentions' | 'anchor' | 'suggestion' | 'resolved' | 'removed'>>,
): Promise<void> {
  const { removed, resolved, ...columns } = change
  await req.payload.db.updateOne({
    collection: slugIn(req),
    id: idFor(req.payload, slugIn(req), id),
    data: {
      ...columns,
      ...(resolved === undefined ? {} : { resolvedBy: resolved?.by ?? null, resolvedAt: resolved?.at ?? null }),
      ...(removed === undefined ? {} : { removedBy: removed?.by ?? null, removedAt: removed?.at ?? null }),
    },
    returning: false,
    req,
  })
}

/** Those on a piece that is not there any more. */
export async function deleteCommentsOn(req: PayloadRequest, piece: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: slugIn(req), where: { piece: { equals: piece } }, req })
}

function slugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.comments
}

function rowOf(comment: Omit<Comment, 'id'>): Record<string, unknown> {
  const { anchor, at, by, editedAt, guest, mentions, parent, piece, removed, resolved, suggestion, text } = comment
  return {
    piece,
    author: by,
    guest,
    at,
    text,
    editedAt,
    parent,
    mentions,
    anchor,
    suggestion,
    resolvedBy: resolved?.by ?? null,
    resolvedAt: resolved?.at ?? null,
    removedBy: removed?.by ?? null,
    removedAt: removed?.at ?? null,
  }
}

function commentOf(row: Stored): Comment {
  return {
    id: String(row.id),
    piece: String(row.piece),
    by: String(row.author),
    guest: typeof row.guest === 'string' && row.guest !== '' ? row.guest : null,
    at: instantOf(row.at) ?? '',
    text: typeof row.text === 'string' ? row.text : '',
    editedAt: instantOf(row.editedAt),
    parent: typeof row.parent === 'string' && row.parent !== '' ? row.parent : null,
    mentions: Array.isArray(row.mentions) ? row.mentions.map(String) : [],
    anchor: (row.anchor as KeptAnchor | null | undefined) ?? null,
    suggestion: (row.suggestion as Suggestion | null | undefined) ?? null,
    resolved: deedOf(row.resolvedBy, row.resolvedAt),
    removed: deedOf(row.removedBy, row.removedAt),
  }
}

function deedOf(by: unknown, at: unknown): { by: string; at: string } | null {
  const when = instantOf(at)
  return typeof by === 'string' && when !== null ? { by, at: when } : null
}
