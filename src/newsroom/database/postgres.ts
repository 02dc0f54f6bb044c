import { postgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import { migrations } from './migrations-postgres/index.ts'

/** How many connections one server opens at most; Postgres itself takes 100 unless it is told otherwise. */
const CONNECTIONS = 20

/** In milliseconds. */
const PATIENCE = {
  /** For a connection, before a request is refused with `busy`. */
  connection: 10_000,
  /** Of Postgres, for a transaction that does nothing any more (a hook that waits for something that never comes). */
  idle: 30_000,
}

/** Any number; all servers of this newsroom know each other by it (`pg_advisory_lock`). */
const MIGRATING = 4_961_770

const NO_SUCH_DATABASE = '3D000'
/** What another server that starts at the same moment makes of ours. */
const MADE_BY_ANOTHER: ReadonlySet<unknown> = new Set(['42P04', '23505'])

type Client = {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<unknown>
  readonly release: () => void
}
type Pool = { readonly connect: () => Promise<Client>; readonly end: () => Promise<void> }

/** As much of Payload's adapter (`@payloadcms/db-postgres` 3.90) as this file stands on. */
type Adapter = ReturnType<DatabaseAdapterObj['init']> & {
  pool?: Pool
  readonly pg: { readonly Pool: new (options: object) => Pool }
  readonly poolOptions: { readonly connectionString?: string }
}

/**
 * The newsroom on Postgres. How transactions run is the plugin's matter. A database that is not there is made, its texts sorted by code points
 * as in the other databases; one that is there is sorted as whoever made it wanted.
 */
export function postgres(uri: string): DatabaseAdapterObj {
  const adapter = postgresAdapter({
    idType: 'uuid',
    pool: {
      connectionString: uri,
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE.connection,
      idle_in_transaction_session_timeout: PATIENCE.idle,
    },
    push: false,
    migrationDir: 'src/newsroom/database/migrations-postgres',
  })
  return {
    ...adapter,
    init: (args) => {
      const made = adapter.init(args) as unknown as Adapter
      const connect = made.connect?.bind(made)
      const destroy = made.destroy?.bind(made)
      made.connect = async (options) => {
        // Payload would take a connection of its own pool and never give it back, so that the pool could not be closed.
        made.pool ??= await openPool(made)
        await connect?.(options)
        if (process.env.PAYLOAD_MIGRATING !== 'true') await migrateAlone(made, made.pool)
      }
      made.destroy = async () => {
        const { pool } = made
        delete made.pool
        await destroy?.()
        await pool?.end()
      }
      return made
    },
  }
}

async function openPool({ pg, poolOptions }: Adapter): Promise<Pool> {
  const pool = new pg.Pool(poolOptions)
  try {
    const client = await pool.connect()
    client.release()
    return pool
  } catch (error) {
    await pool.end()
    const { connectionString = '' } = poolOptions
    if (codeOf(error) !== NO_SUCH_DATABASE) throw cannotConnect(error)
    await createDatabase(
      new pg.Pool({ connectionString: withDatabase(connectionString, 'postgres') }),
      connectionString,
    )
    return new pg.Pool(poolOptions)
  }
}

async function createDatabase(pool: Pool, uri: string): Promise<void> {
  const name = decodeURIComponent(new URL(uri).pathname.slice(1))
  try {
    const client = await pool.connect()
    try {
      await client.query(
        `create database "${name.replaceAll('"', '""')}" template template0 encoding 'UTF8' lc_collate 'C'`,
      )
    } finally {
      client.release()
    }
  } catch (error) {
    if (!MADE_BY_ANOTHER.has(codeOf(error))) throw cannotConnect(error)
  } finally {
    await pool.end()
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code
}

function withDatabase(uri: string, name: string): string {
  return Object.assign(new URL(uri), { pathname: `/${name}` }).href
}

function cannotConnect(cause: unknown): Error {
  const said = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  return new Error(`cannot connect to Postgres: ${said instanceof Error ? said.message : String(said)}`, { cause })
}

/** Servers that start at the same time migrate one after the other; the later ones find it done. */
async function migrateAlone(made: Adapter, pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    try {
      await made.migrate({ migrations: migrations as never })
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATING])
    }
  } finally {
    client.release()
  }
}
