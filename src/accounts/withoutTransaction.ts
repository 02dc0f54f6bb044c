import type { PayloadRequest } from 'payload'
import { transactionOf } from 'payload-plugin-imprimatur'

/** As much of a session of the two adapters as tells whether it did anything (`oneWriter`; `ClientSession` of mongodb 6). */
type Session = { readonly used?: boolean; readonly transaction?: { readonly isStarting: boolean } }

/**
 * Does slow work while `req` holds no transaction. Payload 3.90 begins one before it calls any hook of an operation; as long as nothing was
 * read or written in it, it is given back here and another one is begun afterwards. Within somebody else's transaction, in which something
 * was done already, the work is done where it stands.
 */
export async function withoutTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const { db } = req.payload
  const id = await transactionOf(req)
  const session = id === undefined ? undefined : (db.sessions[id] as Session | undefined)
  const isUntouched = session?.transaction ? session.transaction.isStarting : session?.used === false
  if (id === undefined || !isUntouched) return work()

  await db.rollbackTransaction(id)
  delete req.transactionID
  const result = await work()
  const anew = await db.beginTransaction()
  if (anew !== null) req.transactionID = anew
  return result
}
