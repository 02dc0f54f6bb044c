import type { Payload } from 'payload'
import { coded } from '../errors/index.ts'
import type { Ending, Layer, Method } from '../hardening/adapter/index.ts'
import { problemsIn } from './integrity.ts'
import { forgetScope } from '../transaction/index.ts'

/**
 * A layer that reads back, at the commit of each transaction and inside it, every piece that it touched. What does not follow from
 * its events is rolled back, whoever wrote it: a hook, a script with access overridden, or a route nobody thought of. What is known of
 * a transaction ends with it.
 */
export function proveAtCommit(payload: Payload): Layer {
  return (method, _, next) => {
    const end = next as unknown as Ending
    const commit: Ending = async (given) => {
      const id = await given
      const scope = forgetScope(id)
      try {
        for (const piece of scope?.touched ?? []) await prove(payload, id, piece)
      } catch (error) {
        await payload.db.rollbackTransaction(id)
        throw error
      }
      await end(id).finally(() => forgetScope(id))
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

async function prove(payload: Payload, transactionID: number | string, piece: string): Promise<void> {
  const faults = await problemsIn({ payload, transactionID }, piece)
  if (faults.length === 0) return
  payload.logger.error({ piece, faults }, 'A write past the workflow was rolled back.')
  throw coded('use_transitions', {
    message: `What was written does not follow from the workflow: ${faults.join('; ')}.`,
  })
}
