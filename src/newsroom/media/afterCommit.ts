import type { DatabaseAdapter, PayloadRequest } from 'payload'
import { transactionOf } from 'payload-plugin-imprimatur'

type Act = () => Promise<void>

/** By transaction id. Global, as Next bundles a second copy of this module. */
const waiting = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.afterCommit')] ??= new Map()) as Map<
  string,
  Act[]
>

/** Does `act` once the transaction of `req` is committed, and never if it is not; at once outside a transaction. */
export async function afterCommit(req: PayloadRequest, act: Act): Promise<void> {
  const id = await transactionOf(req)
  if (id === undefined) await act()
  else waiting.set(String(id), [...(waiting.get(String(id)) ?? []), act])
}

/** Makes {@link afterCommit} work on `database`. What fails there is logged: the transaction is committed all the same. */
export function callAfterCommit(database: DatabaseAdapter): void {
  const commit = database.commitTransaction.bind(database)
  const rollBack = database.rollbackTransaction.bind(database)
  database.commitTransaction = async (given) => {
    const id = await given
    const acts = waiting.get(String(id)) ?? []
    waiting.delete(String(id))
    await commit(id)
    for (const act of acts) {
      await act().catch((error: unknown) => {
        database.payload.logger.error({ err: error, msg: 'What was to be done after a commit failed.' })
      })
    }
  }
  database.rollbackTransaction = async (given) => {
    const id = await given
    waiting.delete(String(id))
    await rollBack(id)
  }
}
