import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, getPayload, type Config, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterError } from '../../packages/plugin-imprimatur/src/hooks/index.ts'
import { oneWriter } from '../../src/newsroom/database/index.ts'
import { imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { restApi } from '../../src/public-api/index.ts'
import type { Policy } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

/** A stranger's project: one collection of pages with field names of its own, and users with roles. */
let dir: string
let config: SanitizedConfig
let payload: Payload
let rest: (request: Request) => Promise<Response>
let policy: Policy = { reviews: [] }

const mongodb = process.env.TEST_DATABASE === 'mongodb' ? process.env.MONGODB_URI : undefined

function onMongo(name: string, options: Partial<Parameters<typeof mongooseAdapter>[0]> = {}): Config['db'] {
  const url = Object.assign(new URL(mongodb ?? ''), { pathname: `/${name}` }).href
  return mongooseAdapter({ url, ensureIndexes: true, ...options })
}

function onSqlite(name: string, options: Partial<Parameters<typeof sqliteAdapter>[0]> = {}): Config['db'] {
  const url = `file:${path.join(dir, name)}.db`
  return sqliteAdapter({ client: { url }, idType: 'uuid', transactionOptions: {}, wal: true, ...options })
}

function stranger(db: Config['db']): Promise<SanitizedConfig> {
  return buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db,
    hooks: { afterError: [afterError] },
    collections: [
      {
        slug: 'pages',
        admin: { useAsTitle: 'name' },
        fields: [
          { name: 'name', type: 'text', required: true, index: true },
          { name: 'address', type: 'text', required: true, unique: true, index: true },
          { name: 'words', type: 'textarea' },
          { name: 'machineNote', type: 'text', custom: { imprimatur: 'derived' } },
        ],
      },
      {
        slug: 'people',
        auth: true,
        access: { read: () => true },
        fields: [
          { name: 'roles', type: 'select', hasMany: true, options: ['editor', 'reviewer', 'publisher', 'proofreader'] },
          { name: 'rights', type: 'select', hasMany: true, options: ['breaking'] },
          { name: 'human', type: 'text' },
        ],
      },
    ],
    admin: { user: 'people' },
    plugins: [
      imprimatur({
        users: 'people',
        person: 'human',
        policy: () => Promise.resolve(policy),
        collections: { pages: { slug: 'address', queryable: { address: 'text' } } },
      }),
    ],
  })
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
  config = await stranger(mongodb ? onMongo(nameOf(dir)) : oneWriter(onSqlite('test')))
  payload = await getPayload({ config, key: dir })
  rest = restApi(payload, config, dir)
  const people: Record<string, object> = {
    editor: { roles: ['editor'], human: 'Edith' },
    reviewer: { roles: ['reviewer'] },
    publisher: { roles: ['publisher'] },
    breaker: { roles: ['publisher'], rights: ['breaking'] },
    twin: { roles: ['reviewer', 'proofreader'], human: 'Edith' },
    proofreader: { roles: ['proofreader'] },
  }
  for (const [name, person] of Object.entries(people)) {
    await payload.create({
      collection: 'people' as never,
      data: { email: `${name}@example.org`, password: 'a password', ...person },
    })
  }
})

afterAll(async () => {
  await payload.destroy()
  await rm(dir, { recursive: true, force: true })
})

/** A database name that no other run has. */
function nameOf(folder: string): string {
  return path.basename(folder).replaceAll(/\W/g, '')
}

const tokens = new Map<string, string>()

async function ask(method: string, address: string, body?: unknown, as?: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (as) {
    const known = tokens.get(as)
    const login = new Request('http://test/api/people/login', {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: `${as}@example.org`, password: 'a password' }),
    })
    const token = known ?? ((await (await rest(login)).json()) as { token: string }).token
    tokens.set(as, token)
    headers.authorization = `JWT ${token}`
  }
  const response = await rest(
    new Request(`http://test${address}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )

  return { status: response.status, body: await response.json() }
}

describe('the plugin in a stranger’s project', () => {
  it('takes a page of unknown fields along the whole road', async () => {
    const made = await ask('POST', '/api/pages', { name: 'About', address: 'about', words: 'Us.' }, 'editor')
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    expect((await ask('GET', `/api/pages/${id}`)).status).toBe(404)
    for (const [transition, as] of [
      ['submit', 'editor'],
      ['sign_off', 'reviewer'],
      ['publish', 'publisher'],
    ] as const) {
      const { digest } = (await ask('GET', `/api/pages/${id}/transitions`, undefined, as)).body
      const answer = await ask('POST', `/api/pages/${id}/transitions`, { transition, digest }, as)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    expect((await ask('GET', '/api/pages/by-slug/about')).body.words).toBe('Us.')
    const proof = await ask('GET', `/api/pages/${id}/imprimatur`)
    expect(JSON.parse(proof.body.canonical)).toEqual({ name: 'About', address: 'about', words: 'Us.' })
  })

  it('has one fallback review where no policy is given, and no way past it', async () => {
    const { id } = (await ask('POST', '/api/pages', { name: 'Draft', address: 'draft' }, 'editor')).body.doc
    const refused = await ask('PATCH', `/api/pages/${id}`, { _status: 'published' }, 'editor')
    expect(refused.body.errors[0].code).toBe('use_transitions')
    await expect(
      payload.update({
        collection: 'pages' as never,
        id,
        data: { _status: 'published' },
        overrideAccess: true,
      }),
    ).rejects.toThrow()
    expect((await ask('GET', '/api/pages/by-slug/draft')).status).toBe(404)
  })

  it('has breaking news, rights, people with two accounts and roles of its own in its reviews', async () => {
    const { id } = (await ask('POST', '/api/pages', { name: 'Now', address: 'now', words: 'Fire.' }, 'editor')).body.doc
    const move = async (as: string, transition: string) => {
      const { digest } = (await ask('GET', `/api/pages/${id}/transitions`, undefined, as)).body
      const answer = await ask('POST', `/api/pages/${id}/transitions`, { transition, digest, reason: 'Fire.' }, as)
      return answer.status === 200 ? 200 : String(answer.body.errors[0].code)
    }
    expect(await move('publisher', 'fast_track')).toBe('forbidden')
    expect(await move('breaker', 'fast_track')).toBe(200)
    expect((await ask('GET', '/api/pages/by-slug/now')).body.words).toBe('Fire.')
    expect(await move('twin', 'sign_off')).toBe('four_eyes')
    policy = { reviews: [{ name: 'proof', needed: 1, roles: ['proofreader'], collections: [], when: {} }] }
    expect(await move('reviewer', 'sign_off')).toBe('forbidden')
    expect(await move('twin', 'sign_off')).toBe('four_eyes')
    expect(await move('proofreader', 'sign_off')).toBe(200)
    policy = { reviews: [] }
    const proof = (await ask('GET', `/api/pages/${id}/imprimatur`)).body
    expect(proof).toMatchObject({ signOffs: [], fastTracked: { signOffs: [{ review: 'proof', role: 'proofreader' }] } })
  })

  it('does not start without transactions', async () => {
    const off = { transactionOptions: false } as const
    // SQLite gets transactions from the plugin, which an adapter that it does not know does not.
    const unknown = { ...(onSqlite('off', off) as object), name: 'unknown' } as Config['db']
    const without = await stranger(mongodb ? onMongo(`${nameOf(dir)}off`, off) : unknown)
    await expect(getPayload({ config: without, key: 'without transactions' })).rejects.toThrow(/no transactions/)
  })

  // Guard: soundAdapter (hardening/sqlite).
  it.runIf(!mongodb)('brings transactions to an adapter that was given none (SQLite)', async () => {
    const stock = await stranger(sqliteAdapter({ client: { url: `file:${path.join(dir, 'stock.db')}` } }))
    const { db } = await getPayload({ config: stock, key: 'stock' })
    const id = await db.beginTransaction()
    expect(id).toEqual(expect.any(String))
    await db.rollbackTransaction(String(id))
    await db.destroy?.()
  })

  it.runIf(!mongodb)('does not start on a database in memory, which has one connection (SQLite)', async () => {
    const memory = await stranger(sqliteAdapter({ client: { url: ':memory:' } }))
    await expect(getPayload({ config: memory, key: 'memory' })).rejects.toThrow(/has to be in a file/)
  })

  // Fails without requireIndexes (imprimatur.ts): the first writes ran while the indexes were being built.
  it.runIf(mongodb)('does not start where indexes may come later than the first writes (MongoDB)', async () => {
    const without = await stranger(onMongo(`${nameOf(dir)}late`, { ensureIndexes: false }))
    await expect(getPayload({ config: without, key: 'without indexes' })).rejects.toThrow(/ensureIndexes/)
  })
})
