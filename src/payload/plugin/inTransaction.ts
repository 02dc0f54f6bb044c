import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { isTransient } from '../database/transient.ts'
import { coded, entriesOf } from '../errors/CodedError.ts'

/** How often work that lost against another transaction is done again. */
export const TRIES = 6

/**
 * Does `work` in a transaction of its own and commits it, or in the one that `req` is in already and leaves it to its
 * owner. Work that lost a race is done again from the start, after a growing random pause.
 *
 * @throws CodedError `conflict` when it lost each time; nothing is changed then.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const owner = await initTransaction(req)
    try {
      const result = await work()
      if (owner) await commitTransaction(req)
      return result
    } catch (error) {
      if (!owner) throw error
      await killTransaction(req)
      if (!isLostRace(error)) throw error
      if (attempt === TRIES) throw coded('conflict')
    }
    await pauseAfter(attempt)
  }
}

/** Whether doing the same again may have another outcome. */
export function isLostRace(error: unknown): boolean {
  return isTransient(error) || entriesOf(error)?.[0]?.code === 'conflict'
}

/** Parts those who lost against each other. Up to 40 ms at first, doubling: a save takes longer than that. */
export function pauseAfter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempt * 20))
}
