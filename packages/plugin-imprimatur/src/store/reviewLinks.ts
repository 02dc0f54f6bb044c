import { createHash } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import type { Digest } from '../domain/workflow/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { instantOf } from './instantOf.ts'

/** An address at which somebody without an account sees one revision of a piece. */
export type ReviewLinkRow = {
  readonly id: string
  /** `collection:id`. */
  readonly piece: string
  readonly digest: Digest
  /** Whom it is for. */
  readonly name: string
  /** For which of the piece's reviews it was made, if any. */
  readonly review: string | null
  readonly by: string
  readonly at: string
  readonly expiresAt: string
  /** When it was opened first. */
  readonly openedAt: string | null
  readonly revoked: { readonly by: string; readonly at: string } | null
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** What is kept of a token. It is as long as a key, so that a plain hash cannot be turned round. */
function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export async function addReviewLink(
  req: PayloadRequest,
  link: Omit<ReviewLinkRow, 'id' | 'openedAt' | 'revoked'>,
  token: string,
): Promise<ReviewLinkRow> {
  const { at, by, digest, expiresAt, name, piece, review } = link
  const data = { at, digest, expiresAt, madeBy: by, name, piece, review, token: hashOfToken(token) }
  const made: unknown = await req.payload.db.create({ collection: slugIn(req), data, req })
  return { ...link, id: String((made as Stored).id), openedAt: null, revoked: null }
}

/** All links to a piece, the newest first, those that have ended too. */
export function reviewLinksOn(req: InPayload, piece: string): Promise<readonly ReviewLinkRow[]> {
  return found(req, { piece: { equals: piece } })
}

/** The link with this token, whether or not it has ended. */
export async function reviewLinkWith(req: InPayload, token: string): Promise<ReviewLinkRow | null> {
  const [link] = await found(req, { token: { equals: hashOfToken(token) } })
  return link ?? null
}

/** Writes what became of a link, and only that. */
export async function changeReviewLink(
  req: InPayload,
  id: string,
  { openedAt, revoked }: Partial<Pick<ReviewLinkRow, 'openedAt' | 'revoked'>>,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: slugIn(req),
    id: idFor(req.payload, slugIn(req), id),
    data: {
      ...(openedAt === undefined ? {} : { openedAt }),
      ...(revoked === undefined ? {} : { revokedBy: revoked?.by ?? null, revokedAt: revoked?.at ?? null }),
    },
    returning: false,
    req,
  })
}

/** Those to a piece that is not there any more. */
export async function deleteReviewLinksTo(req: PayloadRequest, piece: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: slugIn(req), where: { piece: { equals: piece } }, req })
}

async function found(req: InPayload, where: Where): Promise<readonly ReviewLinkRow[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: slugIn(req),
    where,
    sort: ['-at', 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(rowOf)
}

function slugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.reviewLinks
}

function rowOf(row: Stored): ReviewLinkRow {
  const revokedAt = instantOf(row.revokedAt)
  return {
    id: String(row.id),
    piece: String(row.piece),
    digest: row.digest as Digest,
    name: String(row.name),
    review: typeof row.review === 'string' && row.review !== '' ? row.review : null,
    by: String(row.madeBy),
    at: instantOf(row.at) ?? '',
    expiresAt: instantOf(row.expiresAt) ?? '',
    openedAt: instantOf(row.openedAt),
    revoked: revokedAt === null ? null : { by: String(row.revokedBy), at: revokedAt },
  }
}
