import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { mayReview, mayWrite, reviewsFor, type Dossier } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import {
  addReviewLink,
  changeReviewLink,
  requireStaff,
  reviewLinksOn,
  type DossierRow,
  type ReviewLinkRow,
} from '../store/index.ts'
import { inTransaction, type Revision } from '../transaction/index.ts'
import { subjectOf } from './transitionContext.ts'
import { wholePiece } from './transitionsOf.ts'

/** A link as it is asked for. */
export type ReviewLinkInput = {
  readonly name: string
  readonly review: string | null
  /** ISO 8601 in UTC. */
  readonly expiresAt: string
  readonly maySign: boolean
  /** The text that the asker was looking at; null: whatever is the newest. */
  readonly digest: string | null
}

/** A link as staff get it: never with its token. */
export type ReviewLinkView = Omit<ReviewLinkRow, 'piece'> & {
  readonly state: 'open' | 'expired' | 'revoked'
  /** Whether what it shows is still the newest text. */
  readonly isNewest: boolean
}

export type ReviewLinksView = {
  readonly docs: readonly ReviewLinkView[]
  readonly totalDocs: number
  /** Whether the asker may make and revoke them. */
  readonly mayMake: boolean
}

/** A link lasts for so many days at most. */
export const REVIEW_LINK_DAYS = 30

const DAY = 86_400_000

/**
 * All links to a piece, the newest first; to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden`
 */
export async function reviewLinksOf(req: PayloadRequest, slug: string, id: string): Promise<ReviewLinksView> {
  const seen = await seenPiece(req, slug, id)
  const links = await reviewLinksOn(req, seen.row.state.piece)
  return { docs: links.map((link) => viewOf(req, link, seen)), totalDocs: links.length, mayMake: seen.mayMake }
}

/**
 * Makes an address at which whoever has it sees the newest text as it is now. Its token is told here and never again.
 *
 * @throws CodedError also `external_sign_off` for a link that is to sign, `invalid_value`, `stale_digest`
 */
export async function makeReviewLink(
  req: PayloadRequest,
  slug: string,
  id: string,
  { digest, expiresAt, maySign, name, review }: ReviewLinkInput,
): Promise<{ readonly url: string; readonly link: ReviewLinkView }> {
  return inTransaction(req, async () => {
    const seen = await seenPiece(req, slug, id)
    const { revision, row } = seen
    if (!seen.mayMake) throw coded('forbidden')
    if (maySign) throw coded('external_sign_off', { field: 'maySign' })
    if (review !== null && !seen.reviews.includes(review))
      throw coded('invalid_value', {
        field: 'review',
        message: `This piece has no review of that name. It needs: ${seen.reviews.join(', ')}.`,
      })
    const now = runtimeOf(req.payload).now()
    requireWithin(expiresAt, now)
    if (digest !== null && digest !== revision.digest)
      throw coded('stale_digest', { field: 'digest', hint: `The digest is now ${revision.digest}.` })
    if (isClosed(row.state, revision))
      throw coded('wrong_stage', { message: 'A piece that was dropped or retracted is not shown to anybody.' })
    const token = randomBytes(32).toString('base64url')
    const link = await addReviewLink(
      req,
      {
        piece: row.state.piece,
        digest: revision.digest,
        name,
        review,
        by: requireStaff(req).id,
        at: now.toISOString(),
        expiresAt,
      },
      token,
    )
    return { url: `${addressOf(req)}/${token}`, link: viewOf(req, link, seen) }
  })
}

/**
 * Ends a link. One that has ended stays as it is.
 *
 * @throws CodedError as {@link makeReviewLink}; `not_found` for a link that is not to this piece
 */
export async function revokeReviewLink(
  req: PayloadRequest,
  slug: string,
  id: string,
  linkId: string,
): Promise<ReviewLinkView> {
  return inTransaction(req, async () => {
    const seen = await seenPiece(req, slug, id)
    if (!seen.mayMake) throw coded('forbidden')
    const link = (await reviewLinksOn(req, seen.row.state.piece)).find((each) => each.id === linkId)
    if (!link) throw coded('not_found')
    if (link.revoked) return viewOf(req, link, seen)
    const revoked = { by: requireStaff(req).id, at: runtimeOf(req.payload).now().toISOString() }
    await changeReviewLink(req, link.id, { revoked })
    return viewOf(req, { ...link, revoked }, seen)
  })
}

/** Whether nothing of a piece is shown to people without an account: it was dropped, retracted, or thrown away. */
export function isClosed({ stage }: Pick<Dossier, 'stage'>, { doc }: Pick<Revision, 'doc'>): boolean {
  return stage === 'spiked' || stage === 'retracted' || Boolean(doc.deletedAt)
}

/** When a link has ended: its time is over, or somebody ended it. */
export function stateOf(
  { expiresAt, revoked }: Pick<ReviewLinkRow, 'expiresAt' | 'revoked'>,
  now: Date,
): ReviewLinkView['state'] {
  if (revoked) return 'revoked'
  return Date.parse(expiresAt) > now.getTime() ? 'open' : 'expired'
}

type Seen = {
  readonly row: DossierRow
  readonly revision: Revision
  /** Names of the reviews that the piece needs. */
  readonly reviews: readonly string[]
  readonly mayMake: boolean
}

/** Whoever may write the piece or give one of its reviews may show it to somebody else. */
async function seenPiece(req: PayloadRequest, slug: string, id: string): Promise<Seen> {
  const actor = requireStaff(req)
  if (runtimeOf(req.payload).reviewPage === null) throw coded('not_found')
  const { revision, row } = await wholePiece(req, slug, id)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const policy = await runtimeOf(req.payload).policy(req)
  const subject = subjectOf(collection, revision.doc)
  return {
    row,
    revision,
    reviews: reviewsFor(policy, subject).map((review) => review.name),
    mayMake: mayWrite(actor, row.state.owner) || mayReview(policy, subject, actor),
  }
}

function viewOf(req: PayloadRequest, { piece: _, ...link }: ReviewLinkRow, { revision }: Seen): ReviewLinkView {
  return {
    ...link,
    state: stateOf(link, runtimeOf(req.payload).now()),
    isNewest: link.digest === revision.digest,
  }
}

function requireWithin(expiresAt: string, now: Date): void {
  const time = Date.parse(expiresAt)
  if (time > now.getTime() && time <= now.getTime() + REVIEW_LINK_DAYS * DAY) return
  throw coded('invalid_value', {
    field: 'expiresAt',
    message: `A link ends within ${String(REVIEW_LINK_DAYS)} days from now.`,
  })
}

function addressOf(req: PayloadRequest): string {
  return `${req.payload.config.serverURL || req.origin}${runtimeOf(req.payload).reviewPage ?? ''}`
}
