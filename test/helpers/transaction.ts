import { commitTransaction, createLocalReq, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import type { TestNewsroom } from './openNewsroom.ts'

/** Does `act` in one transaction of the database, as code inside the server could, and commits it. */
export async function inTransaction<T>(
  { payload }: Pick<TestNewsroom, 'payload'>,
  act: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const result = await act(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Does `act` in one transaction and takes it back whatever came of it: what is refused is refused by the write itself. */
export async function withoutCommit<T>(
  { payload }: Pick<TestNewsroom, 'payload'>,
  act: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    return await act(req)
  } finally {
    await killTransaction(req)
  }
}
