import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, Payload } from 'payload'
import { openSession, Turns, type Session, type SnapshotPort } from '../adapter/index.ts'
import { anyFailed } from './anyFailed.ts'
import { rememberFirstFailures } from './firstFailures.ts'
import { surviveLostConnections, type Pool } from './surviveLostConnections.ts'

/** The parts of Payload's Postgres adapters that this file stands on (`@payloadcms/drizzle` 3.90). */
type PostgresAdapter = {
  drizzle: Parameters<typeof openSession>[0]
  sessions: Record<string, Session>
  pool: Pool
} & Omit<BaseDatabaseAdapter, 'sessions'> &
  Partial<SnapshotPort>

/** How long a transaction waits until it can begin, in milliseconds, before it is refused with `busy`. */
const TURN_MS = 15_000

/** Connections of the pool that no transaction takes: one that Payload never gives back, and one for reads outside of transactions. */
const KEPT_FREE = 2

/** What `pg` makes of a pool without a size. */
const PLAIN_SIZE = 10

const WRITING = { isolationLevel: 'serializable', accessMode: 'read write' } as const
const READING = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/**
 * Has every transaction run as if it were the only one: `serializable`, whatever the adapter was told, since the rules of the workflow look at
 * more rows than they write (https://www.postgresql.org/docs/current/transaction-iso.html). One that loses against another fails with
 * SQLSTATE 40001 and is done again by `retrying()`.
 *
 * A commit that fails is an error; Payload's own `commitTransaction` takes it for done. So does Postgres itself the commit of a
 * transaction in which something failed and somebody went on: here that is an error too.
 *
 * Transactions take no more connections than leave some for reads: one that holds a connection and waits for another would wait for ever.
 */
export function soundTransactions(payload: Payload): void {
  const database = payload.db as unknown as PostgresAdapter
  const turns = new Turns(Math.max(1, (database.pool.options.max ?? PLAIN_SIZE) - KEPT_FREE))

  const begin = async (options: object): Promise<string> => {
    const leave = await turns.take(TURN_MS)
    try {
      const id = randomUUID()
      database.sessions[id] = giving(noticing(await openSession(database.drizzle, options)), leave)
      return id
    } catch (error) {
      leave()
      throw failedToBegin(error)
    }
  }
  const failures = rememberFirstFailures(database)
  const take = (id: string): Session | undefined => {
    const session = database.sessions[id]
    Reflect.deleteProperty(database.sessions, id)
    return session
  }

  surviveLostConnections(database.pool, payload)
  database.beginTransaction = () => begin(WRITING)
  database.commitTransaction = async (given) => {
    const id = String(await given)
    const session = take(id)
    if (!session) return
    const failed = failures.behind(id, await anyFailed(session.db))
    failures.forget(id)
    if (failed === null) return session.resolve()
    await session.reject()
    throw failed
  }
  database.rollbackTransaction = async (given) => {
    const id = String(await given)
    failures.forget(id)
    await take(id)?.reject()
  }
  database.beginSnapshot = async () => {
    const id = await begin(READING)
    // The first query decides what it sees.
    const failed = await anyFailed(database.sessions[id]?.db)
    if (failed === null) return id
    await database.rollbackTransaction(id)
    throw failed
  }
}

/** In the form that drizzle gives to errors of queries, so that it is known whose network is down. */
function failedToBegin(cause: unknown): Error {
  return Object.assign(new Error('No transaction could be begun.', { cause }), { query: 'begin', params: [] })
}

/** The session, giving its place to the next one when it is over. */
function giving(session: Session, leave: () => void): Session {
  const over = (end: () => Promise<void>) => () => end().finally(leave)
  return Object.assign(session, { resolve: over(session.resolve), reject: over(session.reject) })
}

/** The session, noting whether anything was asked of it. */
function noticing({ db, ...ends }: Session): Session {
  return {
    used: false,
    get db() {
      this.used = true
      return db
    },
    ...ends,
  }
}
