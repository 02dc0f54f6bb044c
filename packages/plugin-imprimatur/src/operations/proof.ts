import type { PayloadRequest } from 'payload'
import type { SignOff } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import type { WorkflowCollection } from '../runtime/index.ts'
import { eventAt, findDossier, mainRevision } from '../store/index.ts'

/**
 * The public proof of a piece, to be read in one snapshot: the canonical form of what readers get, its digest, and who (by role) signed exactly
 * that off when. A piece that was fast-tracked has no such sign-offs; under `fastTracked` it has what was given since
 * it is out. Names nobody, and gives no reason that somebody typed for the staff.
 *
 * @throws CodedError `not_found` unless the piece is public.
 * @throws Error when somebody changed it past the workflow: nobody signed that off, so there is no proof of it.
 */
export async function proofOf(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  // As an anonymous reader: only the snapshot is taken from the request.
  const anonymous = req.transactionID === undefined ? {} : { transactionID: req.transactionID }
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { and: [{ id: { equals: idFor(req.payload, collection.slug, id) } }, { _status: { equals: 'published' } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    user: null,
    req: anonymous,
  })
  const row = docs.length > 0 ? await findDossier(req, collection.slug, id) : null
  const live = row?.state.live
  const fastTracked = row?.state.fastTracked
  const revision = live ? await mainRevision(req, collection, id) : null
  if (!row || !live || !revision) throw coded('not_found')
  if (revision.digest !== live.digest) {
    throw new Error(
      `${row.state.piece}: what is public (${revision.digest}) is not what was signed off (${live.digest})`,
    )
  }
  const event = await eventAt(req, row.state.piece, live.event)
  return {
    digest: revision.digest,
    canonical: revision.canonical,
    signOffs: live.signOffs.map(publicSignOff),
    ...(fastTracked?.event === live.event
      ? {
          fastTracked: {
            at: fastTracked.at,
            reviewedAt: fastTracked.reviewedAt,
            signOffs: fastTracked.signOffs.map(publicSignOff),
          },
        }
      : {}),
    publishedAt: live.since,
    event: {
      transition: event.transition,
      seq: event.seq,
      at: event.at,
      prevHash: event.prevHash,
      hash: event.hash,
    },
  }
}

function publicSignOff({ review, role, at }: SignOff) {
  return { review, role, at }
}
