import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { DatabaseChange, MarkPort } from 'payload-plugin-imprimatur/server'
import { NOT_TOLD, PACE, type Follower, type Following } from './following.ts'
import { CHANNEL, MARK, tellOfWrites, type Notice, type Query, type Told } from './tellingTriggers.ts'

/** As much of `pg` 8 as this file stands on. */
type Client = {
  readonly connect: () => Promise<void>
  readonly query: Query
  readonly end: () => Promise<void>
  readonly on: ((event: 'notification', listener: (said: { readonly payload?: string }) => void) => unknown) &
    ((event: 'end' | 'error', listener: () => void) => unknown)
}

/** As much of Payload's adapter (`@payloadcms/db-postgres` 3.90). */
type Adapter = MarkPort & {
  readonly pg: { readonly Client: new (options: object) => Client }
  readonly pool: {
    readonly query: Query
    readonly connect: () => Promise<{ readonly query: Query; readonly release: () => void }>
  }
  readonly poolOptions: { readonly connectionString?: string }
  readonly schemaName?: string
  readonly tableNameMap: ReadonlyMap<string, string>
}

/** In milliseconds. */
const PATIENCE = { connection: 10_000, answer: 5_000, notice: 2_000, lock: 15_000 }

/** After so long without a word from here the database ends the connection: what it could not deliver, it would keep for ever. */
const FORGOTTEN_AFTER = '60s'

/** Any number; servers that start together change the tables one after the other. */
const TELLING = 4_961_771

/**
 * Follows what the database says of each write, in the transaction of that write. It says so before the writer has an answer; so when the connection that
 * listens has answered a question, everything that was answered to anybody before that question has been heard. What this process wrote is known by the mark of
 * its transactions. When the connection breaks, everything may have changed until there is a new one.
 */
export async function byNotices(payload: Payload, follower: Follower): Promise<Following> {
  const adapter = payload.db as unknown as Adapter
  const server = randomUUID()
  let goodUntil = Number.NEGATIVE_INFINITY
  let [stopped, failed] = [false, false]
  let timer: NodeJS.Timeout | undefined
  let client: Client | undefined

  const heard = (notice: Notice | undefined): void => {
    if (notice === undefined) follower.lost()
    else if (notice.by !== server) follower.changed([changeOf(notice, follower)])
  }
  /** Whether a connection breaks that is not in use any more, or not yet, does not matter. */
  const open = async (): Promise<Client> => {
    const made: { client?: Client } = {}
    made.client = await listening(adapter, heard, () => {
      if (made.client && made.client === client) goodUntil = Number.NEGATIVE_INFINITY
    })
    return made.client
  }
  const look = async (): Promise<void> => {
    try {
      const asked = performance.now()
      await client?.query('select 1')
      goodUntil = asked + PACE.good
      failed = false
    } catch (err) {
      if (!failed && !stopped) payload.logger.warn({ err, msg: NOT_TOLD })
      failed = true
      goodUntil = Number.NEGATIVE_INFINITY
      await client?.end().catch(() => undefined)
      if (!stopped) await again()
    }
  }
  const again = async (): Promise<void> => {
    const opened = await open().catch(() => undefined)
    if (!opened) return
    client = opened
    follower.lost()
    if (stopped) await opened.end()
  }
  const goOn = (): void => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!stopped) goOn()
      })
    }, PACE.ask).unref()
  }

  await prepare(adapter, tablesOf(payload, follower))
  client = await open()
  let looking = look()
  await looking
  // From here on they are known: whoever follows sees their writes itself.
  adapter.mark = `set local ${MARK} = '${server}'`
  goOn()
  return {
    isInStep: () => performance.now() <= goodUntil,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
      await looking
    },
  }
}

/** Has the database tell, on one connection and by one server at a time. */
async function prepare({ pool }: Adapter, tables: readonly Told[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local lock_timeout = ${String(PATIENCE.lock)}`)
    await client.query('select pg_advisory_xact_lock($1)', [TELLING])
    await tellOfWrites((...asked) => client.query(...asked), tables)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function tablesOf({ config, db }: Payload, { collections, keyFields }: Follower): readonly Told[] {
  const { schemaName = 'public', tableNameMap } = db as unknown as Adapter
  const named = (kind: Told['kind'], of: string): Told => {
    const name = of.replaceAll('-', '_')
    return { kind, of, table: `"${schemaName}"."${tableNameMap.get(name) ?? name}"`, key: keyFields[of] ?? '' }
  }
  return [
    ...collections.map((slug) => named('documents', slug)),
    ...config.globals.map(({ slug }) => named('global', slug)),
  ]
}

/**
 * A connection that listens, and was seen to hear: through a pooler that gives each transaction another connection it would not.
 *
 * @param heard told what is said; undefined for what cannot be read
 */
async function listening(
  { pg, pool, poolOptions: { connectionString } }: Adapter,
  heard: (notice: Notice | undefined) => void,
  broken: () => void,
): Promise<Client> {
  const client = new pg.Client({
    connectionString,
    application_name: 'imprimatur listener',
    connectionTimeoutMillis: PATIENCE.connection,
    query_timeout: PATIENCE.answer,
    keepAlive: true,
  })
  client.on('error', broken)
  client.on('end', broken)
  const hello = randomUUID()
  const hears = new Promise<void>((resolve, reject) => {
    setTimeout(reject, PATIENCE.notice, new Error('What the database says is not heard.')).unref()
    client.on('notification', ({ payload = '' }) => {
      const said = read(payload)
      if (!said || !('hello' in said)) heard(said)
      else if (said.hello === hello) resolve()
    })
  })
  hears.catch(() => undefined)
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    await pool.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ hello })])
    await hears
    await client.query("select set_config(name, $1, false) from pg_settings where name = 'idle_session_timeout'", [
      FORGOTTEN_AFTER,
    ])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

function read(payload: string): Notice | { readonly hello: unknown } | undefined {
  try {
    const said = JSON.parse(payload) as Partial<Notice> & { readonly hello?: unknown }
    if (said.hello !== undefined) return { hello: said.hello }
    const isWhole = (said.kind === 'documents' || said.kind === 'global') && typeof said.of === 'string'
    return isWhole ? (said as Notice) : undefined
  } catch {
    return undefined
  }
}

function changeOf({ kind, of, id, key, unseen }: Notice, { keyFields }: Follower): DatabaseChange {
  if (id === undefined || id === null) return { kind, of, unseen: false }
  const keyField = keyFields[of]
  const known = keyField === undefined || key === undefined || key === null ? {} : { [keyField]: key }
  return { kind, of, docs: [{ ...known, id }], unseen: unseen === true }
}
