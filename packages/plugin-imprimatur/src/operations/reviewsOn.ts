import type { PayloadRequest } from 'payload'
import {
  comesAfter,
  contributorsOf,
  reviewsFor,
  tally,
  waitsFor,
  type Facts,
  type PolicySubject,
  type SignOff,
} from '../domain/workflow/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { asKnown, peopleOf, requireStaff, type DossierRow } from '../store/index.ts'
import { wholePiece } from './transitionsOf.ts'

/** One of the reviews that a piece needs, and who has given it to exactly this text. */
export type ReviewState = {
  readonly review: string
  readonly given: readonly SignOff[]
  readonly missing: number
  readonly roles: readonly string[]
  /** The reviews that come before it, and those of them that are not complete. */
  readonly after: readonly string[]
  readonly waitsFor: readonly string[]
}

/** A dossier with the reviews that its newest text needs. */
export type WholeDossier = DossierView & { readonly reviews: readonly ReviewState[] }

/**
 * The workflow record of one piece, to be read in one snapshot.
 *
 * @throws CodedError as {@link wholePiece}
 */
export async function dossierOf(req: PayloadRequest, slug: string, id: string): Promise<WholeDossier> {
  const { row } = await wholePiece(req, slug, id)
  const facts = {
    policy: await runtimeOf(req.payload).policy(req),
    subject: subjectIn(row),
    people: await peopleOf(
      req,
      row.state.signOffs.map(({ by }) => by),
    ),
  }
  return { ...dossierView(row), reviews: reviewsOn(row, facts, false) }
}

/** The reviews of the newest text, or, `ofLive`, of what readers have without one. */
export function reviewsOn(
  { digest, state }: Pick<DossierRow, 'digest' | 'state'>,
  { liveSubject, people, policy, subject }: Pick<Facts, 'liveSubject' | 'people' | 'policy' | 'subject'>,
  ofLive: boolean,
): readonly ReviewState[] {
  const { fastTracked, live, signOffs } = state
  const reviews = reviewsFor(policy, ofLive ? (liveSubject ?? subject) : subject)
  return tally(reviews, ofLive ? (fastTracked?.signOffs ?? []) : signOffs, {
    digest: ofLive ? (live?.digest ?? digest) : digest,
    writers: ofLive ? (fastTracked?.hands ?? []) : contributorsOf(state),
    people,
  }).map(({ counted, missing, review, waitsFor: waits }) => ({
    review: review.name,
    given: counted,
    missing,
    roles: review.roles,
    after: comesAfter(reviews, review.name),
    waitsFor: waits,
  }))
}

/**
 * Says of each of these rows which reviews have to be complete before the asking member of staff has anything to sign off there; none, where
 * it is their turn or nothing is theirs to give.
 */
export async function turnsOf(
  req: PayloadRequest,
  rows: readonly DossierRow[],
): Promise<(row: DossierRow) => readonly string[]> {
  const policy = await runtimeOf(req.payload).policy(req)
  if (policy.reviews.every(({ after = [] }) => after.length === 0)) return () => []
  const actor = requireStaff(req)
  const signers = rows.flatMap(({ state }) => [...state.signOffs, ...(state.fastTracked?.signOffs ?? [])])
  const people = await peopleOf(req, [...signers.map(({ by }) => by), actor.id])
  const asker = asKnown(actor, people)
  return (row) =>
    waitsFor({
      actor: asker,
      dossier: row.state,
      facts: { digest: row.digest, subject: subjectIn(row), policy, people },
    })
}

function subjectIn({ attributes, collection }: DossierRow): PolicySubject {
  return { collection, attributes }
}
