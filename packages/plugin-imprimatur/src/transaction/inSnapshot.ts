import { isolateObjectProperty, type DatabaseAdapter } from 'payload'
import type { SnapshotPort } from '../hardening/adapter/index.ts'
import { coded } from '../errors/index.ts'
import { retrying } from './retrying.ts'
import type { InPayload } from './InPayload.ts'
import { readOnly } from './snapshotSessions.ts'
import { transactionOf } from './transactionOf.ts'

/**
 * How long a snapshot lives at most, in milliseconds. SQLite cannot start its write-ahead log anew while one is open, and
 * MongoDB ends each after a minute.
 */
const LIFE_MS = 15_000

/**
 * Reads in one state of the database, whatever others commit in the meantime: `read` gets `req` in a session of its own, in
 * which nothing can be written. Within a transaction it reads in that.
 *
 * It is over when the client goes away, and after `lifeMs`: whatever `read` asks of the database later is refused.
 *
 * @throws CodedError `busy` then, and when too many snapshots are open.
 */
export async function inSnapshot<Req extends InPayload, T>(
  req: Req,
  read: (req: Req) => Promise<T>,
  lifeMs = LIFE_MS,
): Promise<T> {
  if ((await transactionOf(req)) !== undefined) return read(req)
  return retrying(() => readOnce(req, read, lifeMs))
}

async function readOnce<Req extends InPayload, T>(
  req: Req,
  read: (req: Req) => Promise<T>,
  lifeMs: number,
): Promise<T> {
  const database = req.payload.db as DatabaseAdapter & Partial<SnapshotPort>
  const id = await (database.beginSnapshot?.() ?? beginTransaction(database))
  const close = readOnly(id)
  // The loader of relations reads in the session of the request that it was made for.
  const own = isolateObjectProperty(req, ['transactionID', 'payloadDataLoader'] as (keyof Req)[])
  own.transactionID = id
  Reflect.deleteProperty(own, 'payloadDataLoader')
  const given = new AbortController()
  const ended = end(req.signal ?? null, given.signal, lifeMs)
  try {
    return await (req.signal?.aborted ? ended : Promise.race([read(own), ended]))
  } finally {
    given.abort()
    await close()
    await database.rollbackTransaction(id)
  }
}

/** What other adapters have: the strictest that they offer. */
async function beginTransaction(database: DatabaseAdapter): Promise<number | string> {
  const options: Record<string, unknown> = database.name === 'mongoose' ? { readConcern: { level: 'snapshot' } } : {}
  const id = await database.beginTransaction(options)
  if (id === null) throw new Error('imprimatur: the database has no transactions.')
  return id
}

/** Fails when the client has gone or the time is up, unless `given` comes first. */
function end(gone: AbortSignal | null, given: AbortSignal, lifeMs: number): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      reject(coded('busy'))
    }
    const timer = setTimeout(stop, lifeMs)
    if (gone?.aborted) stop()
    gone?.addEventListener('abort', stop, { signal: given })
    given.addEventListener('abort', () => {
      clearTimeout(timer)
    })
  })
}
