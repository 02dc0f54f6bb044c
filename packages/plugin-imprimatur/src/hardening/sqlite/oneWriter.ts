import { randomUUID } from 'node:crypto'
import type { Client } from '@libsql/client'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { coded, isBusy } from '../../errors/index.ts'
import { loadLibsql } from './libsql.ts'
import {
  openSession,
  Turns,
  wrapAdapter,
  type Arguments,
  type Ending,
  type Layer,
  type Method,
  type MethodName,
  type OthersPort,
  type Session,
  type SnapshotPort,
} from '../adapter/index.ts'
import { makeRoom } from './roomForOthers.ts'
import { SnapshotConnections } from './snapshotConnections.ts'
import { WriterConnection, type OpenTransaction } from './writerConnection.ts'

/** The parts of Payload's SQLite adapter that this file stands on (`@payloadcms/db-sqlite` 3.90). */
type SqliteAdapter = {
  client: Pick<Client, 'execute'> & { transaction: () => Promise<OpenTransaction> }
  drizzle: { transaction: (run: (tx: unknown) => Promise<void>) => Promise<void> }
  sessions: Record<string, Session>
  wal: { journalSizeLimit: number } | false
  schema: Record<string, unknown>
} & BaseDatabaseAdapter &
  Partial<OthersPort & SnapshotPort>

/** How long a write waits, in milliseconds. */
export type Timeouts = {
  /** For its turn, before it is refused with `busy`. */
  readonly turn: number
  /** For the next thing that the one whose turn it is does, before that one is rolled back. */
  readonly idle: number
}

const PATIENCE: Timeouts = { turn: 15_000, idle: 30_000 }

/** How long a turn that others wait for may take before the log says so, in milliseconds: nothing slow belongs into a transaction. */
const LONG_MS = 2_000

/** Bytes that the write-ahead log keeps when it is empty, where the project says nothing: as much as Payload's adapter does (3.90). */
const JOURNAL_SIZE_LIMIT = 67_108_864

/** How soon a database that another process is writing to is asked again: at first, and at the latest. */
const RETRY_MS = { first: 10, last: 100 }

/**
 * How long a read waits in SQLite itself, for another process that recovers or closes the database. It blocks the whole
 * process, so a turn is never waited for in this way.
 */
const BUSY_TIMEOUT_MS = 2_000

/**
 * One writer at a time on SQLite. libsql opens a connection per transaction, so parallel ones are turned away with
 * SQLITE_BUSY; here they queue, in this process in order of arrival and across processes by asking again. A commit
 * that fails is an error, which Payload's own `commitTransaction` swallows.
 *
 * A write that begins a second transaction inside the first (a hook that forgot to pass `req`) waits for itself; it is
 * refused with `busy` after `patience.turn`. A transaction that does nothing for `patience.idle` (a hook that waits for
 * something that never comes) is rolled back and the next one has its turn; what it wants to write or commit later is
 * refused with `busy`. One that goes on and takes long is let be, and reported when it is over, where others waited for it.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function oneWriter(
  adapter: DatabaseAdapterObj,
  patience: Timeouts = PATIENCE,
  now: () => number = () => performance.now(),
): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args) as SqliteAdapter
      if (QUEUED.has(database)) return database
      QUEUED.add(database)
      wrapAdapter(database, [
        // Its connection comes after Payload's own, which makes the file.
        writeOnOneConnection(database),
        readOnOthers(database, patience),
        queueTransactions(database, patience, now),
      ])
      return database
    },
  }
}

const QUEUED = new WeakSet<object>()

/** The adapter of a project's config, which on SQLite gets {@link oneWriter}, unless it has it already. */
export function soundAdapter(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return adapter.name === 'sqlite' ? oneWriter(adapter) : adapter
}

/** All transactions run on one connection, while others read on Payload’s. */
function writeOnOneConnection(database: SqliteAdapter): Layer {
  let writer: WriterConnection | undefined
  const connected = async (): Promise<void> => {
    const { client, wal } = database
    const file = await fileOf(client)
    await client.execute(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT_MS)}`)
    // Without it readers and the writer would wait for each other.
    if (!wal) await client.execute('PRAGMA journal_mode = WAL')
    const journalSizeLimit = wal ? wal.journalSizeLimit : JOURNAL_SIZE_LIMIT
    const open = (writer ??= new WriterConnection(file, journalSizeLimit, await loadLibsql()))
    client.transaction = async () => open.begin()
    makeRoom(client)
  }
  database.stampOfOthers = async () => {
    if (!writer) throw new Error('The database is not open.')
    return writer.stampOfOthers()
  }
  return aroundConnection(connected, () => {
    writer?.close()
    writer = undefined
  })
}

/** Snapshots have connections of their own, in the form of sessions, so that Payload reads through them. */
function readOnOthers(database: SqliteAdapter, patience: Timeouts): Layer {
  let readers: SnapshotConnections | undefined
  const connected = async (): Promise<void> => {
    readers ??= new SnapshotConnections(
      await fileOf(database.client),
      database.schema,
      BUSY_TIMEOUT_MS,
      await loadLibsql(),
    )
  }
  database.beginSnapshot = async () => {
    if (!readers) throw new Error('The database is not open.')
    const { db, end } = await readers.begin(patience.turn)
    const id = randomUUID()
    const over = async () => {
      end()
    }
    database.sessions[id] = { db, resolve: over, reject: over }
    return id
  }
  return aroundConnection(connected, () => {
    readers?.close()
    readers = undefined
  })
}

function aroundConnection(connected: () => Promise<void>, closing: () => void): Layer {
  return (method, _, next) => {
    if (method === 'connect')
      return async (options) => {
        await next(options)
        await connected()
      }
    if (method === 'destroy')
      return (args) => {
        closing()
        return next(args)
      }
    return next
  }
}

/** https://www.sqlite.org/pragma.html#pragma_database_list */
async function fileOf(client: Pick<Client, 'execute'>): Promise<string> {
  const { rows } = await client.execute('PRAGMA database_list')
  const file = rows[0]?.['file']
  if (typeof file !== 'string' || file === '') throw new Error('imprimatur: the SQLite database has to be in a file.')
  return file
}

/** A transaction whose turn it is. */
type Turn = {
  readonly lease: IdleTimeout
  readonly release: () => void
  /** When it began, by the clock of `oneWriter`. */
  readonly since: number
  /** How many had waited for a turn by then. */
  readonly waited: number
  /** What it wrote so far, as `create articles`. */
  readonly wrote: Set<string>
}

function queueTransactions(database: SqliteAdapter, patience: Timeouts, now: () => number): Layer {
  const turn = new Turns(1)
  const turns = new Map<string, Turn>()
  const expired = new Set<string>()

  const finish = async (id: string, end: (session: Session) => Promise<void>): Promise<void> => {
    const session = database.sessions[id]
    if (!session) return
    Reflect.deleteProperty(database.sessions, id)
    const own = turns.get(id)
    turns.delete(id)
    own?.lease.end()
    try {
      await end(session)
    } finally {
      own?.release()
      if (own) report(id, own)
    }
  }

  /** In the scope of the request that held it, so that the line has its id. */
  const report = (id: string, { since, waited, wrote }: Turn): void => {
    const ms = Math.round(now() - since)
    if (ms <= LONG_MS || turn.waited === waited) return
    database.payload.logger.warn({ msg: 'A transaction kept others from writing.', id, ms, wrote: [...wrote] })
  }

  const begin = async (): Promise<string> => {
    const release = await turn.take(patience.turn)
    try {
      const id = randomUUID()
      const lease = new IdleTimeout(patience.idle, () => {
        expired.add(id)
        database.payload.logger.error({ msg: 'A transaction that did nothing any more was rolled back.', id })
        database.rollbackTransaction(id).catch((error: unknown) => {
          database.payload.logger.error({ err: error, msg: 'It could not be rolled back.', id })
        })
      })
      database.sessions[id] = renewing(await openTransaction(database, patience.turn), lease)
      turns.set(id, { lease, release, since: now(), waited: turn.waited, wrote: new Set() })
      lease.renew()
      return id
    } catch (error) {
      release()
      throw error
    }
  }
  const commit: Ending = async (given) => {
    const id = String(await given)
    if (expired.delete(id)) throw coded('busy')
    await finish(id, (session) => session.resolve())
  }
  const rollBack: Ending = async (given) => {
    const id = String(await given)
    if (!database.sessions[id]) expired.delete(id)
    await finish(id, (session) => session.reject())
  }
  return (method, kind, next) => {
    switch (method) {
      case 'beginTransaction':
        return begin
      case 'commitTransaction':
        return commit as unknown as Method
      case 'rollbackTransaction':
        return rollBack as unknown as Method
      default:
        return kind === 'writes' ? queuedAlone(database, noted(method, next, turns), expired) : next
    }
  }
}

/** The session, with every look at its connection counting as a sign of life. */
function renewing({ db, resolve, reject }: Session, lease: IdleTimeout): Session {
  return {
    used: false,
    get db() {
      this.used = true
      lease.renew()
      return db
    },
    resolve,
    reject,
  }
}

/** Ends what shows no sign of life for a while. */
class IdleTimeout {
  private timer: NodeJS.Timeout | undefined
  private ended = false

  constructor(
    private readonly idleMs: number,
    private readonly expire: () => void,
  ) {}

  renew(): void {
    clearTimeout(this.timer)
    if (!this.ended) this.timer = setTimeout(this.expire, this.idleMs).unref()
  }

  end(): void {
    this.ended = true
    clearTimeout(this.timer)
  }
}

/** `write`, noting what a transaction writes, for {@link LONG_MS}. */
function noted(name: MethodName, write: Method, turns: ReadonlyMap<string, Turn>): Method {
  return async (args) => {
    const where = args.collection ?? args.collectionSlug ?? args.globalSlug ?? args.slug
    turns
      .get(String(await args.req?.transactionID))
      ?.wrote.add(where === undefined ? name : `${name} ${where as string}`)
    return write(args)
  }
}

/** `write`, in a transaction of its own where it comes without one, so that it waits for its turn too. */
function queuedAlone(database: SqliteAdapter, write: Method, expired: ReadonlySet<string>): Method {
  return async (args) => {
    const current = String(await args.req?.transactionID)
    if (database.sessions[current]) return write(args)
    // On a connection of its own it would be written although the rest of its transaction was not.
    if (expired.has(current)) throw coded('busy')
    const id = await database.beginTransaction()
    const req = Object.create(args.req ?? null, { transactionID: { value: id } }) as NonNullable<Arguments['req']>
    try {
      const result = await write({ ...args, req })
      await database.commitTransaction(id as string)
      return result
    } catch (error) {
      await database.rollbackTransaction(id as string)
      throw error
    }
  }
}

async function openTransaction(database: SqliteAdapter, longestMs: number): Promise<Session> {
  const deadline = performance.now() + longestMs
  for (let pause = RETRY_MS.first; ; pause = Math.min(pause * 2, RETRY_MS.last)) {
    try {
      return await openSession(database.drizzle)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline) throw coded('busy')
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
