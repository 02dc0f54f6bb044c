import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  getPayload,
  type CollectionConfig,
  type Config,
  type Payload,
  type SanitizedConfig,
  type Where,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterError } from '../../packages/plugin-imprimatur/src/hooks/index.ts'
import { imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { graphqlApi, restApi } from '../../src/public-api/index.ts'
import type { Policy } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { databaseNamed } from '../helpers/openNewsroom.ts'
import { pluginDatabase } from '../helpers/pluginDatabase.ts'

const onMongo = process.env.TEST_DATABASE === 'mongodb'
const onSqlite = !onMongo && process.env.TEST_DATABASE !== 'postgres'

/** A stranger's project: pages with field names of its own, two collections of files, and users with roles. */
let dir: string
let config: SanitizedConfig
let payload: Payload
let rest: (request: Request) => Promise<Response>
let graphql: (request: Request) => Promise<Response>
let policy: Policy = { reviews: [] }

function stranger(db: Config['db']): Promise<SanitizedConfig> {
  return buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: process.env.TEST_LOG ?? 'silent' } },
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
          { name: 'photo', type: 'upload', relationTo: 'photos' },
          { name: 'related', type: 'relationship', relationTo: 'pages', hasMany: true },
          { name: 'machineNote', type: 'text', custom: { imprimatur: 'derived' } },
        ],
      },
      files('photos'),
      files('papers'),
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
        media: ['photos', 'papers'],
        person: 'human',
        policy: () => Promise.resolve(policy),
        collections: { pages: { slug: 'address', queryable: { address: 'text' } } },
      }),
    ],
  })
}

function files(slug: string): CollectionConfig {
  const upload = { staticDir: path.join(dir, slug), mimeTypes: ['text/plain'] }
  return { slug, access: { read: () => true }, upload, fields: [{ name: 'alt', type: 'text' }] }
}

async function open(numbered: boolean): Promise<void> {
  dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
  tokens.clear()
  config = await stranger(pluginDatabase(path.basename(dir), dir, { numbered }))
  payload = await getPayload({ config, key: dir })
  rest = restApi(payload, config, dir)
  graphql = graphqlApi(payload, config, { introspection: false, key: dir })
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
}

async function close(): Promise<void> {
  await payload.destroy()
  await rm(dir, { recursive: true, force: true })
}

type Moved = { readonly doc: { readonly id: unknown } }

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
  const request = new Request(`http://test${address}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await (address === '/api/graphql' ? graphql : rest)(request)
  return { status: response.status, body: await response.json() }
}

async function make(collection: string, data: object, as = 'editor') {
  const made = await ask('POST', `/api/${collection}`, data, as)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.doc
}

async function aFile(collection: string, name: string): Promise<number | string> {
  const data = Buffer.from(`What ${name} says.`)
  const file = { data, mimetype: 'text/plain', name: `${name}.txt`, size: data.length }
  return (await payload.create({ collection: collection as never, data: { alt: name }, file })).id
}

async function digestOf(id: unknown, as: string): Promise<string> {
  return (await ask('GET', `/api/pages/${String(id)}/transitions`, undefined, as)).body.digest
}

const ROAD = [
  ['submit', 'editor'],
  ['sign_off', 'reviewer'],
  ['publish', 'publisher'],
] as const

async function publish(id: unknown): Promise<void> {
  for (const [transition, as] of ROAD) {
    const digest = await digestOf(id, as)
    const answer = await ask('POST', `/api/pages/${String(id)}/transitions`, { transition, digest }, as)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
}

/** MongoDB gives each document an id of its own, which is no number. */
const IDS = onMongo ? (['texts'] as const) : (['texts', 'numbers'] as const)

describe.each(IDS)('the plugin in a stranger’s project whose ids are %s', (ids) => {
  const isNumber = ids === 'numbers'

  beforeAll(() => open(isNumber))
  afterAll(() => close())

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

  it('gives documents the ids that it is about', async () => {
    const { id } = await make('pages', { name: 'Ids', address: 'ids' })
    expect(typeof id).toBe(isNumber ? 'number' : 'string')
  })

  it('moves several pages in one call, by REST and by GraphQL', async () => {
    const [one, other, third] = [
      (await make('pages', { name: 'One', address: 'one' })).id,
      (await make('pages', { name: 'Other', address: 'other' })).id,
      (await make('pages', { name: 'Third', address: 'third' })).id,
    ]
    const item = async (id: unknown) => ({
      collection: 'pages',
      id,
      transition: 'submit',
      digest: await digestOf(id, 'editor'),
    })
    const batch = await ask(
      'POST',
      '/api/imprimatur/transitions',
      { items: [await item(one), await item(other)] },
      'editor',
    )
    expect([batch.status, batch.body.results?.map((each: Moved) => each.doc.id)]).toEqual([200, [one, other]])
    const literal = JSON.stringify(third)
    const digest = await digestOf(third, 'editor')
    const move = `transitionPage(id: ${literal}, transition: "submit", digest: "${digest}") { doc { id } dossier { stage } }`
    const moved = await ask('POST', '/api/graphql', { query: `mutation { ${move} }` }, 'editor')
    expect(moved.body.data?.transitionPage, JSON.stringify(moved.body)).toEqual({
      doc: { id: third },
      dossier: { stage: 'in_review' },
    })
    const query = `{ pageDossier(id: ${literal}) { id stage } pageTransitions(id: ${literal}) { stage } }`
    const seen = await ask('POST', '/api/graphql', { query }, 'reviewer')
    expect(seen.body.data, JSON.stringify(seen.body)).toEqual({
      pageDossier: { id: String(third), stage: 'in_review' },
      pageTransitions: { stage: 'in_review' },
    })
    const stages = await ask('GET', `/api/imprimatur/stages?pieces=pages:${String(third)}`, undefined, 'editor')
    expect(stages.body.stages[`pages:${String(third)}`].stage).toBe('in_review')
  })

  it('opens a file to readers while a public page shows it, and no other file', async () => {
    const [photo, paper] = [await aFile('photos', 'photo'), await aFile('papers', 'paper')]
    if (isNumber) expect(paper).toBe(photo)
    const { id } = await make('pages', { name: 'Shown', address: 'shown', photo })
    expect((await ask('GET', `/api/photos/${String(photo)}`)).status).toBe(404)
    await publish(id)
    expect((await ask('GET', `/api/photos/${String(photo)}`)).status).toBe(200)
    expect((await ask('GET', `/api/papers/${String(paper)}`)).status).toBe(404)
    // Papers have nothing to do with it.
    expect((await ask('PATCH', `/api/papers/${String(paper)}`, { alt: 'Other' }, 'editor')).status).toBe(200)
    const held = await ask('PATCH', `/api/photos/${String(photo)}`, { alt: 'Other' }, 'editor')
    expect(held.body.errors[0].code).toBe('media_in_use')
    const { canonical } = (await ask('GET', `/api/pages/${String(id)}/imprimatur`)).body
    const key = isNumber ? `photos:${String(photo)}` : String(photo)
    expect(JSON.parse(canonical)).toMatchObject({ photo: String(photo), _media: [{ id: key, alt: 'photo' }] })
    const digest = await digestOf(id, 'publisher')
    await ask(
      'POST',
      `/api/pages/${String(id)}/transitions`,
      { transition: 'withdraw', digest, reason: 'Old.' },
      'publisher',
    )
    expect((await ask('GET', `/api/photos/${String(photo)}`)).status).toBe(404)
  })

  it('leads readers from an old address to the new one, and refuses to delete what is referred to', async () => {
    const goal = (await make('pages', { name: 'Goal', address: 'goal' })).id
    const { id } = await make('pages', { name: 'Old', address: 'old', related: [goal] })
    await publish(goal)
    await publish(id)
    expect((await ask('GET', '/api/pages/by-slug/old')).body.related).toMatchObject([{ id: goal }])
    const gone = await ask('DELETE', `/api/pages/${String(goal)}`, undefined, 'editor')
    expect(gone.body.errors[0].code).toBe('use_transitions')
    expect((await ask('PATCH', `/api/pages/${String(id)}`, { address: 'new' }, 'editor')).status).toBe(200)
    await publish(id)
    const moved = await ask('GET', '/api/pages/by-slug/old')
    expect([moved.status, moved.body.slug]).toEqual([308, 'new'])
    const draft = (await make('pages', { name: 'Referred', address: 'referred' })).id
    await make('pages', { name: 'Refers', address: 'refers', related: [draft] })
    const kept = await ask('DELETE', `/api/pages/${String(draft)}`, undefined, 'editor')
    expect(kept.body.errors[0].code).toBe('in_use')
  })

  it('deletes in one call what refers to each other', async () => {
    const goal = (await make('pages', { name: 'Goal of both', address: 'goal-of-both' })).id
    const { id } = await make('pages', { name: 'Going too', address: 'going-too', related: [goal] })
    const both = `where[id][in]=${String(goal)},${String(id)}`
    const gone = await ask('DELETE', `/api/pages?${both}`, undefined, 'editor')
    expect([gone.status, gone.body.docs?.length], JSON.stringify(gone.body)).toEqual([200, 2])
    expect((await ask('GET', `/api/pages?draft=true&${both}`, undefined, 'editor')).body.docs).toEqual([])
  })

  it('tells who else writes, and takes a duplicate for the work of the same people', async () => {
    const { id } = await make('pages', { name: 'Written', address: 'written' })
    const lease = async (method: string, as: string) =>
      (await ask(method, `/api/pages/${String(id)}/lease`, undefined, as)).body.lease
    const { holder, yours } = await lease('PUT', 'editor')
    expect([yours, (await lease('GET', 'reviewer')).holder]).toEqual([true, holder])
    await lease('DELETE', 'editor')
    expect(await lease('GET', 'reviewer')).toBeNull()
    const copy = await ask('POST', `/api/pages/${String(id)}/duplicate`, { address: 'copy' }, 'editor')
    expect(copy.status, JSON.stringify(copy.body)).toBe(200)
    const dossier = await ask('GET', `/api/pages/${String(copy.body.doc.id)}/dossier`, undefined, 'editor')
    expect(dossier.body.writers).toContain(holder.id)
  })

  // CASES G11: of five versions made at once four stayed the latest, and the page was listed four times.
  it('keeps one newest revision of five saves at once', async () => {
    const { id } = await make('pages', { name: 'Five', address: 'five' })
    const saves = [1, 2, 3, 4, 5].map((at) =>
      ask('PATCH', `/api/pages/${String(id)}`, { words: `From ${at}` }, 'editor'),
    )
    for (const { status, body } of await Promise.all(saves)) expect(status, JSON.stringify(body)).toBe(200)
    const listed = await ask('GET', '/api/pages?draft=true&where[address][equals]=five', undefined, 'editor')
    expect([listed.body.docs.length, listed.body.totalDocs]).toEqual([1, 1])
    const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
    const latest = await payload.findVersions({ collection: 'pages' as never, where })
    expect(latest.docs).toHaveLength(1)
  })

  it('answers what is no id of its own as not there', async () => {
    for (const address of ['/api/pages/no-id', '/api/pages/no-id/imprimatur', '/api/pages/no-id/transitions']) {
      expect(
        (await ask('GET', address, undefined, address.endsWith('transitions') ? 'editor' : undefined)).status,
      ).toBe(404)
    }
  })

  it('is sound in the end', async () => {
    expect((await audit(payload)).offences).toEqual([])
  })
})

describe('a stranger’s project that the plugin cannot keep its promise in', () => {
  it('does not start without transactions', async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'stranger-'))
    const off = pluginDatabase(path.basename(dir), dir, { transactions: false })
    // SQLite gets transactions from the plugin, which an adapter that it does not know does not.
    const unknown = { ...(off as object), name: 'unknown' } as Config['db']
    const without = await stranger(onSqlite ? unknown : off)
    await expect(getPayload({ config: without, key: 'without transactions' })).rejects.toThrow(/no transactions/)
  })

  // Guard: soundAdapter (hardening/sqlite).
  it.runIf(onSqlite)('brings transactions to an adapter that was given none (SQLite)', async () => {
    const stock = await stranger(sqliteAdapter({ client: { url: `file:${path.join(dir, 'stock.db')}` } }))
    const { db } = await getPayload({ config: stock, key: 'stock' })
    const id = await db.beginTransaction()
    expect(id).toEqual(expect.any(String))
    await db.rollbackTransaction(String(id))
    await db.destroy?.()
  })

  it.runIf(onSqlite)('does not start on a database in memory, which has one connection (SQLite)', async () => {
    const memory = await stranger(sqliteAdapter({ client: { url: ':memory:' } }))
    await expect(getPayload({ config: memory, key: 'memory' })).rejects.toThrow(/has to be in a file/)
  })

  // Fails without requireIndexes (imprimatur.ts): the first writes ran while the indexes were being built.
  it.runIf(onMongo)('does not start where indexes may come later than the first writes (MongoDB)', async () => {
    const late = databaseNamed(`${path.basename(dir)}late`.replaceAll(/\W/g, ''))
    const without = await stranger(mongooseAdapter({ url: late, ensureIndexes: false }))
    await expect(getPayload({ config: without, key: 'without indexes' })).rejects.toThrow(/ensureIndexes/)
  })
})
