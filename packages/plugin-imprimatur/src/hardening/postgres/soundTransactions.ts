import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, Payload } from 'payload'
import toSnakeCase from 'to-snake-case'
import {
  openSession,
  Turns,
  type Ending,
  type Layer,
  type MarkPort,
  type Method,
  type Session,
  type SnapshotPort,
} from '../adapter/index.ts'
import { anyFailed, type Asked } from './anyFailed.ts'
import { busyIfHeld } from './busyIfHeld.ts'
import { rememberFirstFailures } from './firstFailures.ts'
import { surviveLostConnections, type Pool } from './surviveLostConnections.ts'

/** The parts of Payload's Postgres adapters that this file stands on (`@payloadcms/drizzle` 3.90). */
type PostgresAdapter = {
  tableNameMap: ReadonlyMap<string, string>
  schemaName?: string
  drizzle: Parameters<typeof openSession>[0]
  sessions: Record<string, Session>
  pool: Pool
} & MarkPort &
  Omit<BaseDatabaseAdapter, 'sessions'> &
  Partial<SnapshotPort>

/** How long a transaction waits, in milliseconds, before it is refused with `busy`. */
const PATIENCE = {
  /** Until it can begin. */
  turn: 15_000,
  /** For somebody else's transaction that wrote to the same row. */
  row: 2_000,
}

/** Connections of the pool that no transaction takes: one that Payload never gives back, and one for reads outside of transactions. */
const KEPT_FREE = 2

/** What `pg` makes of a pool without a size. */
const PLAIN_SIZE = 10

type LockMode = 'exclusive' | 'row exclusive'

const WRITING = { isolationLevel: 'serializable', accessMode: 'read write' } as const
const READING = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/**
 * A layer that has every transaction run as if it were the only one: `serializable`, whatever the adapter was told, since the rules of the workflow look at
 * more rows than they write (https://www.postgresql.org/docs/current/transaction-iso.html). One that loses against another fails with
 * SQLSTATE 40001 and is done again by `retrying()`. In small tables Postgres takes many for losers that are none, since what it notes of what was
 * read is pages; so whoever `lostTooOften` is given the database alone: others wait with beginning until that one is over. All of this is a lock on one
 * table, which is taken before anything is read, in a mode that readers do not notice.
 *
 * A commit that fails is an error; Payload's own `commitTransaction` takes it for done. So does Postgres itself the commit of a
 * transaction in which something failed and somebody went on: here that is an error too.
 *
 * Transactions take no more connections than leave some for reads: one that holds a connection and waits for another would wait for ever.
 *
 * @param collection whose table is locked; asked each time, as it may be another one after an edit of the config
 */
export function soundTransactions(payload: Payload, collection: () => string, lostTooOften: () => boolean): Layer {
  const database = payload.db as unknown as PostgresAdapter
  const waiting = (mode: LockMode) =>
    [database.mark ?? [], waitingFor(tableOf(database, collection()), mode)].flat().join('; ')
  const turns = new Turns(Math.max(1, (database.pool.options.max ?? PLAIN_SIZE) - KEPT_FREE))

  const open = async (options: object): Promise<Session> => {
    const leave = await turns.take(PATIENCE.turn)
    try {
      return giving(await openSession(database.drizzle, options), leave)
    } catch (error) {
      leave()
      throw failedToBegin(error)
    }
  }
  const begin = async (options: object, first: string): Promise<string> => {
    const session = await open(options)
    try {
      await (session.db as Asked).execute(first)
    } catch (error) {
      await rollBack(session)
      throw busyIfHeld(failedToBegin(error))
    }
    const id = randomUUID()
    database.sessions[id] = noticing(session)
    return id
  }
  const failures = rememberFirstFailures(database)
  const take = (id: string): Session | undefined => {
    const session = database.sessions[id]
    Reflect.deleteProperty(database.sessions, id)
    return session
  }

  const commit: Ending = async (given) => {
    const id = String(await given)
    const session = take(id)
    if (!session) return
    const failed = failures.behind(id, await anyFailed(session.db))
    failures.forget(id)
    if (failed === null) return session.resolve()
    await rollBack(session)
    throw failed as Error
  }
  const rollBackTransaction: Ending = async (given) => {
    const id = String(await given)
    failures.forget(id)
    const session = take(id)
    if (session) await rollBack(session)
  }

  surviveLostConnections(database.pool, payload)
  // The first query decides what it sees.
  database.beginSnapshot = () => begin(READING, 'select 1')
  return (method, kind, next) => {
    switch (method) {
      case 'beginTransaction':
        return () => begin(WRITING, waiting(lostTooOften() ? 'exclusive' : 'row exclusive'))
      case 'commitTransaction':
        return commit as unknown as Method
      case 'rollbackTransaction':
        return rollBackTransaction as unknown as Method
      default:
        return kind === 'lifecycle' ? next : failures.remembering(next)
    }
  }
}

function tableOf({ schemaName, tableNameMap }: PostgresAdapter, collection: string): string {
  const table = tableNameMap.get(toSnakeCase(collection)) ?? collection
  return [schemaName, table].flatMap((name) => (name ? [`"${name}"`] : [])).join('.')
}

/**
 * Waits until nobody has the table in a mode that goes against `mode`: `exclusive` against all who write, `row exclusive` against that one
 * (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES). Reads nothing, so what the transaction sees is decided afterwards.
 */
function waitingFor(table: string, mode: LockMode): string {
  const patience = (ms: number) => `set local lock_timeout = ${String(ms)}`
  return [patience(PATIENCE.turn), `lock table ${table} in ${mode} mode`, patience(PATIENCE.row)].join('; ')
}

/** Where the connection is gone, so is the transaction. */
async function rollBack(session: Session): Promise<void> {
  await session.reject().catch(() => undefined)
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
