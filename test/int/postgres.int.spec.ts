import type { EventEmitter } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as afterThisTurn } from 'node:timers/promises'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  isLostRace,
  isTransient,
  isUnavailable,
  sqlStateOf,
} from '../../packages/plugin-imprimatur/src/errors/index.ts'
import { alphabetKey } from '../../packages/plugin-imprimatur/src/hardening/alphabet/alphabetKey.ts'
import { alphabetical, imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { inSnapshot, inTransaction as retried } from '../../packages/plugin-imprimatur/src/transaction/index.ts'
import { databaseNamed, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { openStranger, type Setting, type Stranger } from '../helpers/openStranger.ts'
import { pieces } from '../helpers/pieces.ts'
import { inTransaction, withoutCommit } from '../helpers/transaction.ts'

const onPostgres = process.env.TEST_DATABASE === 'postgres'

type Rows = { readonly rows: readonly Readonly<Record<string, unknown>>[] }
type WithClients = {
  readonly connect: () => Promise<{
    readonly query: (sql: string, values?: unknown[]) => Promise<unknown>
    readonly release: () => void
  }>
}
type Database = {
  readonly pool: { readonly query: (sql: string, values?: unknown[]) => Promise<Rows>; readonly totalCount: number }
  readonly sessions: Record<string, { readonly db: { readonly execute: (sql: string) => Promise<Rows> } }>
}

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  if (!onPostgres) return
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  if (onPostgres) await newsroom.close()
})

const databaseOf = (payload: Payload) => payload.db as unknown as Database

/** Asks the database in the transaction of `req`, past Payload. */
async function inside(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, sql: string): Promise<Rows['rows']> {
  const session = databaseOf(req.payload).sessions[String(await req.transactionID)]
  if (!session) throw new Error('There is no transaction.')
  return (await session.db.execute(sql)).rows
}

/** The connection that the transaction of `req` is on (drizzle 0.45). */
function clientOf({ payload, transactionID }: PayloadRequest): EventEmitter {
  const { db } = databaseOf(payload).sessions[transactionID as string] as never as {
    db: { session: { client: EventEmitter } }
  }
  return db.session.client
}

const aTopic = (name: string, req?: PayloadRequest, more: object = {}) =>
  newsroom.payload.create({
    collection: 'topics',
    data: { name, ...more },
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
const namesOf = async (req?: PayloadRequest): Promise<string[]> => {
  const { docs } = await newsroom.payload.db.find<{ name: string }>({
    collection: 'topics',
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map(({ name }) => name)
}

async function failing(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('It did not fail.')
}

describe.skipIf(!onPostgres)('a transaction of Postgres (not run on the others, which have no such levels)', () => {
  // Guard: soundTransactions. Postgres itself, and Payload’s adapter with it, takes `read committed`.
  it('is serializable, and a snapshot reads what was true when it began', async () => {
    const levels =
      'select current_setting($$transaction_isolation$$) as level, current_setting($$transaction_read_only$$) as reads'
    await inTransaction(newsroom, async (req) => {
      expect(await inside(req, levels)).toEqual([{ level: 'serializable', reads: 'off' }])
    })
    await inSnapshot(await createLocalReq({}, newsroom.payload), async (req) => {
      expect(await inside(req, levels)).toEqual([{ level: 'repeatable read', reads: 'on' }])
    })
  })

  // Two who each look whether somebody is there, and each add somebody: with `repeatable read` both would.
  it('is done again when it rests on what another one changed', async () => {
    let met = 0
    let letGo: () => void = () => undefined
    const both = new Promise<void>((resolve) => (letGo = resolve))
    const addIfNone = async (name: string): Promise<void> => {
      const req = await createLocalReq({}, newsroom.payload)
      await retried(req, async () => {
        const others = (await namesOf(req)).filter((each) => each.startsWith('Only'))
        if (++met === 2) letGo()
        if (met <= 2) await both
        if (others.length === 0) await aTopic(name, req)
      })
    }
    await Promise.all([addIfNone('Only A'), addIfNone('Only B')])
    expect((await namesOf()).filter((name) => name.startsWith('Only'))).toHaveLength(1)
    expect(met).toBeGreaterThan(2)
  })

  // Payload’s own commitTransaction says nothing (@payloadcms/drizzle 3.90).
  it('fails when its commit fails', async () => {
    const { pool } = databaseOf(newsroom.payload)
    await pool.query('create table late (id int primary key, other int references late deferrable initially deferred)')
    const error = await failing(
      inTransaction(newsroom, async (req) => {
        await aTopic('With a commit that fails', req)
        await inside(req, 'insert into late values (1, 2)')
      }),
    )
    expect(sqlStateOf(error)).toBe('23503')
    expect(await namesOf()).not.toContain('With a commit that fails')
  })

  // Postgres makes a rollback of such a commit, and says nothing.
  it('fails at its commit when something in it failed and somebody went on', async () => {
    const error = await failing(
      inTransaction(newsroom, async (req) => {
        const { slug } = (await aTopic('Went on', req)) as { slug?: unknown }
        await failing(newsroom.payload.db.create({ collection: 'topics', data: { name: 'Other', slug }, req }))
      }),
    )
    expect((error as Error).name).toBe('ValidationError')
    expect(await namesOf()).not.toContain('Went on')
  })

  it('says what failed first, and not that something did', async () => {
    await withoutCommit(newsroom, async (req) => {
      const wrong = { collection: 'topics', where: { id: { equals: 'x' } }, data: { name: 'a\0b' }, req }
      const first = await failing(newsroom.payload.db.create({ ...wrong }))
      expect(sqlStateOf(first)).toBe('22021')
      expect(await failing(namesOf(req))).toBe(first)
    })
  })

  it('takes no connection that reads need, and waits for its turn', async () => {
    const { db } = newsroom.payload
    const most = 18
    const open = await Promise.all(Array.from({ length: most }, () => db.beginTransaction()))
    let begun = false
    const further = db.beginTransaction().then((id) => {
      begun = true
      return id
    })
    expect(await namesOf()).toEqual(expect.any(Array))
    await afterThisTurn()
    expect(begun).toBe(false)
    await db.rollbackTransaction(open[0] as string)
    await db.rollbackTransaction((await further) as string)
    for (const id of open.slice(1)) await db.rollbackTransaction(id as string)
  })

  it('lets forty saves of as many pieces at once all be done', async () => {
    const ids: string[] = []
    for (let at = 0; at < 40; at++) ids.push(await desk.anArticle({ headline: `Piece ${String(at)}` }))
    const saves = ids.map((id) => desk.save('articles', id, { headline: 'Saved' }))
    const statuses = (await Promise.all(saves)).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
  })
})

describe.skipIf(!onPostgres)('a server that ends connections (not run on the others, whose drivers see to it)', () => {
  // Guard: surviveLostConnections. `pg` emits an error on a connection in use, and Node ends when nobody listens.
  it('ends no process with them, and whoever was in the middle is told that the database is away', async () => {
    const before = await namesOf()
    const uncaught: unknown[] = []
    const note = (error: unknown) => uncaught.push(error)
    process.on('uncaughtException', note)
    const error = await failing(
      inTransaction(newsroom, async (req) => {
        const [{ pid } = { pid: 0 }] = await inside(req, 'select pg_backend_pid() as pid')
        await aTopic('Cut off', req)
        // Not `once()`, which listens to errors as well.
        const ended = new Promise((resolve) => clientOf(req).once('end', resolve))
        await databaseOf(newsroom.payload).pool.query('select pg_terminate_backend($1)', [pid])
        await ended
        await namesOf(req)
      }),
    )
    process.off('uncaughtException', note)
    expect(uncaught).toEqual([])
    expect([isUnavailable(error), isLostRace(error)]).toEqual([true, false])
    await databaseOf(newsroom.payload).pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(await namesOf()).toEqual(before)
  })

  it('is told apart from a race', async () => {
    await withoutCommit(newsroom, async (req) => {
      const error = await failing(inside(req, `do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`))
      expect([isTransient(error), isUnavailable(error)]).toEqual([true, false])
    })
    await withoutCommit(newsroom, async (req) => {
      const error = await failing(inside(req, `do $$ begin raise exception 'held' using errcode = '55P03'; end $$`))
      expect([isTransient(error), isUnavailable(error)]).toEqual([false, true])
    })
  })
})

describe.skipIf(!onPostgres)('the order of lists on Postgres', () => {
  // Guard: sortNothingFirst. Postgres has what has no value last, the other databases have it first.
  it('has what has no value first, and last when it is turned round', async () => {
    for (const [name, description] of [
      ['Order 1', 'b'],
      ['Order 2', undefined],
      ['Order 3', 'a'],
    ])
      await aTopic(String(name), undefined, { description })
    const sorted = async (sort: string) => {
      const where = { name: { like: 'Order' } }
      const { docs } = await newsroom.payload.find({ collection: 'topics', where, sort, overrideAccess: true })
      return docs.map(({ name }) => name)
    }
    expect(await sorted('description')).toEqual(['Order 2', 'Order 3', 'Order 1'])
    expect(await sorted('-description')).toEqual(['Order 1', 'Order 3', 'Order 2'])
  })

  it('goes by code points, whatever the language of the server', async () => {
    for (const description of ['Zebra', 'apple', 'Éclair'])
      await aTopic(`By code point: ${description}`, undefined, { description })
    const where = { name: { like: 'By code point' } }
    const sort = 'description'
    const { docs } = await newsroom.payload.find({ collection: 'topics', where, sort, overrideAccess: true })
    expect(docs.map(({ description }) => description)).toEqual(['Zebra', 'apple', 'Éclair'])
  })
})

describe.skipIf(!onPostgres)('a server that starts while another one writes to Postgres', () => {
  // Guard: ON_POSTGRES of fillSortKeys, whose transactions are begun before those of the workflow are there.
  it('gives no text the key of the text before it', async () => {
    const { pool } = databaseOf(newsroom.payload)
    const made = await newsroom.payload.create({
      collection: 'sections',
      data: { name: 'Before' },
      overrideAccess: true,
    })
    await pool.query('update sections set name_sort_key = null where id = $1', [made.id])
    const { newsroomConfig } = await import('../../src/payload.config.ts')
    const { readEnvironment } = await import('../../src/environment/index.ts')
    const config = await newsroomConfig(readEnvironment())
    const writer = await (pool as unknown as WithClients).connect()
    await writer.query('begin')
    await writer.query(`update sections set name = 'After', name_sort_key = $2 where id = $1`, [
      made.id,
      alphabetKey('After'),
    ])
    const starting = getPayload({ config, key: `sections#${String(made.id)}` })
    try {
      await expect.poll(() => waitingFor('sections'), { timeout: 60_000 }).toBe(1)
    } finally {
      await writer.query('commit')
      writer.release()
    }
    await (await starting).destroy()
    const { rows } = await pool.query('select name, name_sort_key from sections where id = $1', [made.id])
    expect(rows).toEqual([{ name: 'After', name_sort_key: alphabetKey('After') }])
  })
})

/** How many transactions wait for somebody else's row. */
async function waitingFor(table: string): Promise<number> {
  const { rows } = await databaseOf(newsroom.payload).pool.query(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
    [`update "${table}"%`],
  )
  return rows.length
}

describe.skipIf(!onPostgres)('servers that start at the same time on Postgres', () => {
  // Guard: migrateAlone, and MADE_BY_ANOTHER.
  it('make one database, and its tables once', async () => {
    const { newsroomConfig } = await import('../../src/payload.config.ts')
    const { readEnvironment } = await import('../../src/environment/index.ts')
    const { migrations } = await import('../../src/newsroom/database/migrations-postgres/index.ts')
    const uri = databaseNamed(`together${String(process.pid)}x${String(process.hrtime.bigint())}`)
    const environment = { ...readEnvironment(), database: { kind: 'postgres' as const, uri, embedded: false as const } }
    const started = await Promise.all(
      [1, 2, 3].map(async (at) => {
        const config = await newsroomConfig(environment)
        return getPayload({ config, key: `${uri}#${String(at)}` })
      }),
    )
    for (const payload of started) {
      const { docs } = await payload.find({ collection: 'payload-migrations' as never, overrideAccess: true })
      expect(docs.map((doc) => (doc as { name?: string }).name).sort()).toEqual(migrations.map(({ name }) => name))
    }
    for (const payload of started) await payload.destroy()
    expect(started.map((payload) => databaseOf(payload).pool)).toEqual([undefined, undefined, undefined])
  })
})

describe.skipIf(!onPostgres)('a database whose texts are ordered as a language has them', () => {
  // Guard: sortByBytes.
  it('sorts by the alphabet all the same, from the first start and the next one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'language-'))
    const name = path.basename(folder).replaceAll(/\W/g, '')
    const { pool } = databaseOf(newsroom.payload)
    await pool.query(`create database "${name}" template template0 locale_provider icu icu_locale 'en-US'`)
    const log: string[] = []
    const setting: Setting = {
      collections: [
        {
          slug: 'fruits',
          access: { read: () => true },
          versions: { drafts: true },
          fields: [{ name: 'name', type: 'text' }],
        },
        { slug: 'users', auth: true, fields: [] },
      ],
      config: {
        plugins: [
          alphabetical({ fruits: ['name'] }),
          imprimatur({ collections: { fruits: { slug: false, title: 'name' } } }),
        ],
      },
      log,
    }
    // Keys are digits of base 62: of lemon, olive and pear a language puts the last one first, as its `b` comes before `V`.
    const ALPHABET = ['lemon', 'olive', 'Pear', 'plum']
    const first = await openStranger(setting, folder)
    await first.person('chief@example.org')
    for (const fruit of ['plum', 'Pear', 'lemon', 'olive'])
      await first.ask('POST', '/api/fruits', { name: fruit }, 'chief@example.org')
    const listed = async ({ payload }: Stranger, sort: string, draft = false) =>
      (await payload.find({ collection: 'fruits', sort, draft })).docs.map((doc) => (doc as { name?: unknown }).name)
    expect(await listed(first, 'name')).toEqual(ALPHABET)
    expect(await listed(first, '-name', true)).toEqual(ALPHABET.toReversed())
    log.length = 0
    const next = await first.reopen(setting)
    expect(await listed(next, 'name')).toEqual(ALPHABET)
    expect(log.filter((line) => line.includes('Texts got the keys'))).toEqual([])
    await next.close()
  })
})
