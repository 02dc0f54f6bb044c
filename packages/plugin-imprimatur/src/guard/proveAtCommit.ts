import type { Payload } from 'payload'
import { coded } from '../errors/index.ts'
import { faultsOf } from './integrity.ts'
import { forgetScope } from '../transaction/index.ts'

/**
 * Reads back, at the commit of each transaction and inside it, every piece that it touched. What does not follow from
 * its events is rolled back, whoever wrote it: a hook, a script with access overridden, or a route nobody thought of.
 */
export function proveAtCommit(payload: Payload): void {
  const database = payload.db
  const commit = database.commitTransaction.bind(database)
  const rollBack = database.rollbackTransaction.bind(database)
  database.commitTransaction = async (given) => {
    const id = await given
    const scope = forgetScope(id)
    try {
      for (const piece of scope?.touched ?? []) await prove(payload, id, piece)
    } catch (error) {
      await rollBack(id)
      throw error
    }
    await commit(id)
  }
  database.rollbackTransaction = async (given) => {
    const id = await given
    forgetScope(id)
    await rollBack(id)
  }
}

async function prove(payload: Payload, transactionID: number | string, piece: string): Promise<void> {
  const faults = await faultsOf({ payload, transactionID }, piece)
  if (faults.length === 0) return
  payload.logger.error({ piece, faults }, 'A write past the workflow was rolled back.')
  throw coded('use_transitions', {
    message: `What was written does not follow from the workflow: ${faults.join('; ')}.`,
  })
}
