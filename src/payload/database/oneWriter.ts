import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { coded } from '../errors/CodedError.ts'

type Session = {
  db: unknown
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

/** The parts of Payload's SQLite adapter that this file stands on (`@payloadcms/db-sqlite` 3.90). */
type SqliteAdapter = {
  drizzle: { transaction: (run: (tx: unknown) => Promise<void>) => Promise<void> }
  sessions: Record<string, Session>
} & BaseDatabaseAdapter

/** How long a write waits for its turn before it is refused with `busy`. */
const LONGEST_WAIT_MS = 15_000

/** How often a database that another process is writing to is asked again. */
const RETRY_MS = 20

/**
 * One writer at a time on SQLite. libsql opens a connection per transaction and sets the busy timeout on another, so
 * parallel transactions are turned away with SQLITE_BUSY; here they queue, in this process in order of arrival and
 * across processes by asking again. A commit that fails is an error, which Payload's own `commitTransaction` swallows.
 *
 * A write that begins a second transaction inside the first (a hook that forgot to pass `req`) waits for itself; it is
 * refused with `busy` after {@link LONGEST_WAIT_MS}.
 */
export function oneWriter(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args) as SqliteAdapter
      queueTransactions(database)
      return database
    },
  }
}

function queueTransactions(database: SqliteAdapter): void {
  const turn = new Turn()
  const releases = new Map<string, () => void>()

  const finish = async (id: string, end: (session: Session) => Promise<void>): Promise<void> => {
    const session = database.sessions[id]
    if (!session) return
    Reflect.deleteProperty(database.sessions, id)
    try {
      await end(session)
    } finally {
      releases.get(id)?.()
      releases.delete(id)
    }
  }

  database.beginTransaction = async () => {
    const release = await turn.take(LONGEST_WAIT_MS)
    try {
      const id = randomUUID()
      database.sessions[id] = await openTransaction(database)
      releases.set(id, release)
      return id
    } catch (error) {
      release()
      throw error
    }
  }
  for (const name of WRITES) queueLoneWrite(database, name)
  database.commitTransaction = async (id) => finish(String(await id), (session) => session.resolve())
  database.rollbackTransaction = async (id) => finish(String(await id), (session) => session.reject())
}

/** Every method of the adapter that writes. */
const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
  'updateJobs',
] as const

/** Gives a write that comes without a transaction one of its own, so that it waits for its turn too. */
function queueLoneWrite(database: SqliteAdapter, name: (typeof WRITES)[number]): void {
  type Write = (args: { req?: { transactionID?: unknown } }) => Promise<unknown>
  const write = database[name] as unknown as Write
  const queued: Write = async function (args) {
    const current = String(await args.req?.transactionID)
    if (database.sessions[current]) return write.call(database, args)
    const id = await database.beginTransaction()
    const req = Object.create(args.req ?? null, { transactionID: { value: id } }) as { transactionID: unknown }
    try {
      const result = await write.call(database, { ...args, req })
      await database.commitTransaction(id as string)
      return result
    } catch (error) {
      await database.rollbackTransaction(id as string)
      throw error
    }
  }
  Object.assign(database, { [name]: queued })
}

async function openTransaction(database: SqliteAdapter): Promise<Session> {
  const deadline = Date.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      return await tryToOpen(database)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > deadline) throw coded('busy')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

const ROLLED_BACK = new Error('rolled back')

function tryToOpen(database: SqliteAdapter): Promise<Session> {
  return new Promise((opened, failed) => {
    const done = database.drizzle.transaction(
      (db) =>
        new Promise<void>((commit, rollBack) => {
          opened({
            db,
            resolve: () => {
              commit()
              return done
            },
            reject: () => {
              rollBack(ROLLED_BACK)
              return done.catch((error: unknown) => {
                if (error !== ROLLED_BACK) throw error
              })
            },
          })
        }),
    )
    done.catch(failed)
  })
}

function isBusy(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (/SQLITE_BUSY|database is locked/.test(`${String((each as { code?: unknown }).code)} ${each.message}`))
      return true
  }
  return false
}

/** A queue of one. */
class Turn {
  private readonly waiting: (() => void)[] = []
  private taken = false

  async take(longestMs: number): Promise<() => void> {
    if (this.taken) await this.wait(longestMs)
    this.taken = true
    return () => {
      const next = this.waiting.shift()
      if (next) next()
      else this.taken = false
    }
  }

  private wait(longestMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(mine), 1)
        reject(coded('busy'))
      }, longestMs)
      this.waiting.push(mine)
    })
  }
}
