import Database from 'libsql'
import { MongoClient } from 'mongodb'
import type { TestNewsroom } from './openNewsroom.ts'

type Held = {
  readonly client?: unknown
  readonly url?: string
  readonly pool?: {
    readonly connect: () => Promise<{
      readonly query: (sql: string, args?: unknown[]) => Promise<unknown>
      readonly release: () => void
    }>
  }
}

/**
 * Has another program stand in the way of whoever writes to the account `id`: on SQLite it is the one who writes, on MongoDB and Postgres its
 * transaction changed that account first. Readers are not held.
 *
 * @returns what ends it, with nothing changed
 */
export async function holdWriter({ payload }: TestNewsroom, id: string): Promise<() => Promise<void>> {
  const { db } = payload as unknown as { db: Held }
  if (db.pool) {
    const other = await db.pool.connect()
    await other.query('BEGIN')
    await other.query('UPDATE users SET name = $1 WHERE id = $2', ['held', id])
    return async () => {
      await other.query('ROLLBACK')
      other.release()
    }
  }
  if (process.env.TEST_DATABASE !== 'mongodb') {
    const { rows } = await (db.client as { execute: (sql: string) => Promise<{ rows: { file: string }[] }> }).execute(
      'PRAGMA database_list',
    )
    const other = new Database(rows[0]?.file ?? '')
    other.exec('BEGIN IMMEDIATE')
    return async () => {
      other.exec('ROLLBACK')
      other.close()
    }
  }
  const client = await MongoClient.connect(db.url ?? '')
  const session = client.startSession()
  session.startTransaction()
  const accounts = client.db().collection('users')
  const account = (await accounts.find().toArray()).find(({ _id }) => String(_id) === id)
  await accounts.updateOne({ _id: account?._id ?? null } as object, { $set: { name: 'held' } }, { session })
  return async () => {
    await session.abortTransaction()
    await client.close()
  }
}
