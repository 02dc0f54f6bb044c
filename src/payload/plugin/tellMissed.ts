import type { PayloadRequest } from 'payload'
import { recordMissed, type ErrorCode } from '../../workflow/index.ts'
import { newsroom } from './context.ts'
import { findDossier, saveDossier, type DossierRow } from './dossierStore.ts'
import { newestRevision } from './revision.ts'
import { inTransaction } from './inTransaction.ts'

/**
 * Writes into the log and the dossier of a scheduled piece that it could not go out at its time, and why; once for each
 * time and reason. Looks again first: somebody may have moved the piece in the meantime.
 */
export async function tellMissed(
  req: PayloadRequest,
  { collection: slug, pieceId }: DossierRow,
  obstacle: { code: ErrorCode; message: string },
): Promise<void> {
  const collection = newsroom(req.payload).collections.get(slug)
  if (!collection) return
  await inTransaction(req, async () => {
    const row = await findDossier(req, slug, pieceId)
    const revision = row && (await newestRevision(req, collection, pieceId))
    const told = row && recordMissed(row.state, { ...obstacle, now: newsroom(req.payload).now() })
    if (row && revision && told)
      await saveDossier(req, collection, { row, state: told.dossier, event: told.event, revision })
  })
}
