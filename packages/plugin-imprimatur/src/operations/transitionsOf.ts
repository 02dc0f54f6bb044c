import type { PayloadRequest } from 'payload'
import {
  blocker,
  missingAfterFastTrack,
  options,
  unreviewed,
  voidedByChange,
  type Option,
  type Voids,
} from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findDossier, type DossierRow, requireStaff, newestRevision } from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'
import { transitionContextOf } from './transitionContext.ts'
import { allowedByProject, canSeeDraft, knownRows } from '../access/index.ts'

/**
 * A piece that the asking member of staff may know of, with its newest revision.
 *
 * @throws CodedError `not_authenticated`, `not_found`.
 */
export async function knownPiece(
  req: PayloadRequest,
  slug: string,
  id: string,
): Promise<{ row: DossierRow; revision: Revision }> {
  requireStaff(req)
  const collection = runtimeOf(req.payload).collections.get(slug)
  const row = collection ? await findDossier(req, slug, id) : null
  const [known] = row ? await knownRows(req, [row]) : []
  const revision = collection && known ? await newestRevision(req, collection, id) : null
  if (!row || !revision) throw coded('not_found')
  return { row: { ...row, digest: revision.digest }, revision }
}

/**
 * A piece whose newest revision and history the asking member of staff may know of.
 *
 * @throws CodedError `not_authenticated`, `not_found`, and `forbidden` where they may have only what readers get.
 */
export async function wholePiece(
  req: PayloadRequest,
  slug: string,
  id: string,
): Promise<{ row: DossierRow; revision: Revision }> {
  const known = await knownPiece(req, slug, id)
  if (!canSeeDraft(req)(known.row.state)) throw coded('forbidden')
  return known
}

/**
 * What the asking member of staff may do with a piece now, and what is in the way of the rest. Where they may have only
 * what readers get, the answer speaks of what is live and not of a revision that is being worked on.
 */
export async function transitionsOf(
  req: PayloadRequest,
  slug: string,
  id: string,
): Promise<{
  stage: string
  digest: string
  live: string | null
  /** When the newest revision was saved, ISO 8601. */
  updatedAt: unknown
  /** Since when readers have a text that nobody has reviewed, and which reviews it lacks. Null: there is none. */
  unreviewed: { since: string; missing: ReturnType<typeof missingAfterFastTrack> } | null
  /** What saving another text would take back; null: nothing, or not for the asker to know. */
  voids: Voids | null
  transitions: readonly Option[]
}> {
  const { row, revision } = await knownPiece(req, slug, id)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const { stage, live } = row.state
  const whole = live === null || canSeeDraft(req)(row.state)
  const context = await transitionContextOf(req, {
    collection,
    row: whole ? row : { ...row, state: { ...row.state, stage: 'published' } },
    revision,
    actor: requireStaff(req),
    goingPublic: new Set(),
  })
  const waiting = unreviewed(row.state)
  const mayMove = (await allowedByProject(req, 'update', [row.state.piece])).size > 0
  return {
    stage: whole ? stage : 'published',
    digest: whole ? revision.digest : live.digest,
    live: live?.digest ?? null,
    updatedAt: (whole ? revision.doc.updatedAt : live.since) ?? null,
    unreviewed: waiting && { since: waiting.since, missing: missingAfterFastTrack(context) },
    voids: whole ? voidedByChange(row.state) : null,
    transitions: options(context).map((each) =>
      mayMove ? each : { ...each, allowed: false, blockers: [blocker('forbidden')] },
    ),
  }
}
