import { commitTransaction, createLocalReq, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import type { TestNewsroom } from './openNewsroom.ts'

type Act<T> = (req: PayloadRequest) => Promise<T>

/** Does `act` in one transaction of the database, as code inside the server could, and commits it. */
export async function inTransaction<T>(newsroom: Pick<TestNewsroom, 'payload'>, act: Act<T>): Promise<T> {
  return withoutCommit(newsroom, async (req) => {
    const result = await act(req)
    await commitTransaction(req)
    return result
  })
}

/** Does `act` in one transaction and takes back what is not committed: what is refused is refused by the write itself. */
export async function withoutCommit<T>({ payload }: Pick<TestNewsroom, 'payload'>, act: Act<T>): Promise<T> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    return await act(req)
  } finally {
    await killTransaction(req)
  }
}
