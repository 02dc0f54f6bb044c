import type { PayloadRequest, Where } from 'payload'
import { recordMissed, type ErrorCode, type WorkflowEvent } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findDossier, saveDossier, type DossierRow, newestRevision } from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'

/**
 * Writes into the log and the dossier of a scheduled piece that it could not go out at its time, and why; once for each
 * time and reason, however often the reason changes. Looks again first: somebody may have moved the piece in the meantime.
 *
 * @returns whether there was anything to tell
 */
export async function recordMissedPublication(
  req: PayloadRequest,
  { collection: slug, pieceId }: DossierRow,
  obstacle: { code: ErrorCode; message: string },
): Promise<boolean> {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) return false
  return inTransaction(req, async () => {
    const row = await findDossier(req, slug, pieceId)
    const revision = row && (await newestRevision(req, collection, pieceId))
    const told = row && recordMissed(row.state, { ...obstacle, now: runtimeOf(req.payload).now() })
    if (!row || !revision || !told || (await isKnown(req, told.event))) return false
    await saveDossier(req, collection, { row, state: told.dossier, event: told.event, revision })
    return true
  })
}

async function isKnown(req: PayloadRequest, { piece, due, code }: WorkflowEvent): Promise<boolean> {
  const same: Where[] = [{ transition: { equals: 'missed' } }, { due: { equals: due } }, { code: { equals: code } }]
  const where: Where = { and: [{ piece: { equals: piece } }, ...same] }
  return (await req.payload.db.count({ collection: runtimeOf(req.payload).slugs.events, where, req })).totalDocs > 0
}
