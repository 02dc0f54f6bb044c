import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { retrying } from './retrying.ts'
import { transactionOf } from './transactionOf.ts'

/**
 * Does `work` in a transaction of its own and commits it, or in the one that `req` is in already and leaves it to its
 * owner. Work that lost a race is done again from the start.
 *
 * @throws CodedError `busy` when it lost each time; nothing is changed then.
 */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  if ((await transactionOf(req)) !== undefined) return work()
  return retrying(async () => {
    await initTransaction(req)
    try {
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
}
