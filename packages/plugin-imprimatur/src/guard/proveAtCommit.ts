import type { Payload } from 'payload'
import { recordAndTell, streamsOf, type Proved } from '../changes/index.ts'
import { isFirstPublication } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import type { Ending, Layer, Method } from '../hardening/adapter/index.ts'
import { eventsOf, readDossier, splitPiece } from '../store/index.ts'
import { problemsOf } from './integrity.ts'
import { forgetScope } from '../transaction/index.ts'

/**
 * A layer that reads back, at the commit of each transaction and inside it, every piece that it touched. What does not follow from
 * its events is rolled back, whoever wrote it: a hook, a script with access overridden, or a route nobody thought of. What has become
 * different for readers is written down with it. What is known of a transaction ends with it.
 */
export function proveAtCommit(payload: Payload): Layer {
  return (method, _, next) => {
    const end = next as unknown as Ending
    const commit: Ending = async (given) => {
      const id = await given
      const scope = forgetScope(id)
      let isChanged = false
      try {
        const proved = new Map<string, Proved>()
        for (const piece of scope?.touched ?? [])
          proved.set(piece, { ...(await prove(payload, id, piece)), had: scope?.readersHad.get(piece) })
        isChanged = (await recordAndTell({ payload, transactionID: id }, scope?.forReaders ?? [], proved)).length > 0
      } catch (error) {
        await payload.db.rollbackTransaction(id)
        throw error
      }
      await end(id).finally(() => forgetScope(id))
      if (isChanged) streamsOf(payload).wake()
    }
    const rollBack: Ending = async (given) => {
      const id = await given
      forgetScope(id)
      await end(id).finally(() => forgetScope(id))
    }
    if (method === 'commitTransaction') return commit as unknown as Method
    return method === 'rollbackTransaction' ? (rollBack as unknown as Method) : next
  }
}

/** @returns what was read from the database for it */
async function prove(
  payload: Payload,
  transactionID: number | string,
  piece: string,
): Promise<Pick<Proved, 'dossier' | 'isNewToReaders'>> {
  const req = { payload, transactionID }
  const [dossier, chain] = [await readDossier(req, ...splitPiece(piece)), await eventsOf(req, piece)]
  const faults = await problemsOf(req, piece, dossier, chain)
  if (faults.length === 0) return { dossier, isNewToReaders: isFirstPublication(chain) }
  payload.logger.error({ piece, faults }, 'A write past the workflow was rolled back.')
  throw coded('use_transitions', {
    message: `What was written does not follow from the workflow: ${faults.join('; ')}.`,
  })
}
