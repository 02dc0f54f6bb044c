import type { PayloadRequest } from 'payload'
import { inOneText } from '../domain/comments/index.ts'
import type { NotificationKind } from '../domain/notifications/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { canSeeAllPieces, canSeeDraft, knownRows } from '../access/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import {
  commentsWith,
  eventsNumbered,
  findDossiers,
  mainRevision,
  markNotificationsRead,
  pageOfNotifications,
  releasesWith,
  requireStaff,
  splitPiece,
  type DossierRow,
  type NotificationRow,
} from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'

/** Something that the asker was told. What it says of a piece is what they may see of it now. */
export type NotificationView = {
  readonly id: string
  readonly kind: NotificationKind
  /** Null: it is not there, or not theirs to see any more. */
  readonly piece: { readonly collection: string; readonly id: string; readonly title: string | null } | null
  /** With `release_missed`, unless it is not theirs to see any more. */
  readonly release?: { readonly id: string; readonly name: string }
  /** Id of whoever did it, or `clock`. */
  readonly by: string
  readonly at: string
  /** Null: not yet. */
  readonly readAt: string | null
  readonly comment: { readonly id: string; readonly text: string } | null
  /** Why it was sent back, or what stood in the way. */
  readonly reason: string | null
}

export type NotificationPage = {
  readonly docs: readonly NotificationView[]
  readonly totalDocs: number
  readonly page: number
  readonly totalPages: number
  readonly hasNextPage: boolean
  /** How many of all the asker has not read. */
  readonly unread: number
}

/**
 * One page of what the asker was told, newest first; to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`
 */
export async function notificationsOf(
  req: PayloadRequest,
  query: { readonly unread: boolean; readonly limit: number; readonly page: number },
): Promise<NotificationPage> {
  const actor = requireStaff(req)
  const found = await pageOfNotifications(req, actor.id, query)
  return {
    docs: await viewsOf(req, found.docs),
    totalDocs: found.totalDocs,
    page: found.page ?? 1,
    totalPages: found.totalPages,
    hasNextPage: found.hasNextPage,
    unread: found.unread,
  }
}

/** Marks what the asker was told as read; what is somebody else's, or not there, stays as it is. */
export async function readNotifications(req: PayloadRequest, ids: readonly string[] | 'all'): Promise<void> {
  const actor = requireStaff(req)
  await inTransaction(req, () => markNotificationsRead(req, actor.id, ids))
}

/** Notifications with what the asker may see of what they are about. */
export async function viewsOf(
  req: PayloadRequest,
  rows: readonly NotificationRow[],
): Promise<readonly NotificationView[]> {
  const pieces = [...new Set(rows.map(({ piece }) => piece))]
  const dossiers = pieces.length > 0 ? await knownRows(req, await findDossiers(req, { piece: { in: pieces } })) : []
  const known = new Map(dossiers.map((row) => [row.state.piece, row]))
  const seesDraft = canSeeDraft(req)
  const open = rows.filter(({ piece }) => {
    const row = known.get(piece)
    return row !== undefined && seesDraft(row.state)
  })
  const comments = await commentsWith(
    req,
    open.flatMap(({ comment }) => comment ?? []),
  )
  const events = await eventsNumbered(
    req,
    open.flatMap(({ event, kind, piece }) => (event !== null && REASONED.has(kind) ? [{ piece, seq: event }] : [])),
  )
  const titles = new Map<string, NotificationView['piece']>()
  for (const row of dossiers) titles.set(row.state.piece, await titled(req, row))
  const releases = await releasesTold(req, rows)
  const isOpen = new Set(open)
  return rows.map((row): NotificationView => {
    const comment = isOpen.has(row) && comments.find(({ id, removed }) => id === row.comment && !removed)
    const release = releases.get(row.piece)
    const event = isOpen.has(row) && events.find(({ piece, seq }) => piece === row.piece && seq === row.event)
    return {
      id: row.id,
      kind: row.kind,
      piece: titles.get(row.piece) ?? null,
      ...(release ? { release } : {}),
      by: row.actor,
      at: row.at,
      readAt: row.readAt,
      comment: comment ? { id: comment.id, text: inOneText(comment) } : null,
      reason: event ? (event.reason ?? null) : null,
    }
  })
}

/** By the key under which they were told of: the releases that the asker may know of. */
async function releasesTold(
  req: PayloadRequest,
  rows: readonly NotificationRow[],
): Promise<ReadonlyMap<string, NonNullable<NotificationView['release']>>> {
  const { releases: slug } = runtimeOf(req.payload).slugs
  const ids = rows.flatMap(({ kind, piece }) => (kind === 'release_missed' ? [splitPiece(piece)[1]] : []))
  const found = canSeeAllPieces(req) ? await releasesWith(req, [...new Set(ids)]) : []
  return new Map(found.map(({ id, name }) => [pieceKey(slug, id), { id, name }]))
}

/** Kinds whose events say why. */
const REASONED: ReadonlySet<NotificationKind> = new Set(['sent_back', 'missed', 'voided'])

async function titled(req: PayloadRequest, row: DossierRow): Promise<NotificationView['piece']> {
  const { collection: slug, pieceId: id, state } = row
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) return null
  if (canSeeDraft(req)(state)) return { collection: slug, id, title: row.title }
  const title = (await mainRevision(req, collection, id))?.doc[collection.title]
  return { collection: slug, id, title: typeof title === 'string' ? title : null }
}
