import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** Of people, sections, headlines: as a dictionary has them, which is no order of bytes (adam, Zoe) and no order of code points (Émile). */
const IN_ORDER = ['adam', 'Ärzte', 'bell', 'Émile', 'Łukasz', 'Zoe']
const MADE = ['Zoe', 'adam', 'Ärzte', 'bell', 'Łukasz', 'Émile']

let newsroom: TestNewsroom
const authors: Record<string, string> = {}

beforeAll(async () => {
  newsroom = await openNewsroom()
  const { anAuthor, published, moved } = pieces(newsroom)
  for (const name of MADE) {
    // Two have the same name to sort by, so that the printed name decides between them.
    const sortName = ['Ärzte', 'Łukasz'].includes(name) ? 'Eco' : name
    const slug = name.toLowerCase()
    const jobTitle = { Zoe: 'editor', adam: 'Éditeur' }[name] ?? null
    authors[name] = await published('authors', await anAuthor({ displayName: name, sortName, slug, jobTitle }))
    const made = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name } })
    expect(made.status).toBe(201)
    const article = { headline: name, section: made.body.doc.id }
    expect((await newsroom.ask('POST', '/api/articles', { as: 'editor', body: article })).status).toBe(201)
  }
  await moved('authors', String(authors.bell), 'revise', 'editor')
  const renamed = await newsroom.ask('PATCH', `/api/authors/${String(authors.bell)}?draft=true`, {
    as: 'editor',
    body: { displayName: 'zorro' },
  })
  expect(renamed.status).toBe(200)
})
afterAll(() => newsroom.close())

type Named = {
  readonly displayName?: string
  readonly headline?: string
  readonly name?: string
  readonly version?: Named
}

async function listed(address: string, as?: Staff): Promise<readonly (string | undefined)[]> {
  const { status, body } = await newsroom.ask('GET', address, as ? { as } : {})
  expect(status, JSON.stringify(body)).toBe(200)
  const nameOf = (doc: Named): string | undefined =>
    doc.version ? nameOf(doc.version) : (doc.displayName ?? doc.headline ?? doc.name)
  return (body.docs as readonly Named[]).map(nameOf)
}

const backwards = (names: readonly string[]) => [...names].reverse()

describe('a list that is sorted by a name', () => {
  it('has the order of the alphabet for readers, in both directions', async () => {
    expect(await listed('/api/authors?sort=displayName')).toEqual(IN_ORDER)
    expect(await listed('/api/authors?sort=-displayName')).toEqual(backwards(IN_ORDER))
    expect(await listed('/api/sections?sort=name')).toEqual(IN_ORDER)
    expect(await listed('/api/sections')).toEqual(IN_ORDER)
  })

  it('has it on pages too, each name once', async () => {
    for (const [sort, right] of [
      ['displayName', IN_ORDER],
      ['-displayName', backwards(IN_ORDER)],
    ] as const) {
      const onPages: unknown[] = []
      for (const page of [1, 2, 3, 4])
        onPages.push(...(await listed(`/api/authors?sort=${sort}&limit=2&page=${String(page)}`)))
      expect(onPages).toEqual(right)
    }
  })

  it('has it with several fields, each in its own direction', async () => {
    expect(await listed('/api/authors?sort=sortName,displayName')).toEqual([
      'adam',
      'bell',
      'Ärzte',
      'Łukasz',
      'Émile',
      'Zoe',
    ])
    expect(await listed('/api/authors?sort=sortName,-displayName')).toEqual([
      'adam',
      'bell',
      'Łukasz',
      'Ärzte',
      'Émile',
      'Zoe',
    ])
    expect(await listed('/api/authors?sort=-sortName,displayName')).toEqual([
      'Zoe',
      'Émile',
      'Ärzte',
      'Łukasz',
      'bell',
      'adam',
    ])
  })

  it('has it along GraphQL', async () => {
    const { body } = await newsroom.graphql(`{
      up: Authors(sort: "displayName") { docs { displayName } }
      down: Sections(sort: "-name") { docs { name } }
    }`)
    expect(body.data.up.docs.map((each: Named) => each.displayName)).toEqual(IN_ORDER)
    expect(body.data.down.docs.map((each: Named) => each.name)).toEqual(backwards(IN_ORDER))
  })

  it('has it for staff: drafts by what they are called now, versions, and by what they refer to', async () => {
    const now = ['adam', 'Ärzte', 'Émile', 'Łukasz', 'Zoe', 'zorro']
    expect(await listed('/api/authors?draft=true&sort=displayName', 'editor')).toEqual(now)
    expect(await listed('/api/authors?sort=displayName', 'editor')).toEqual(IN_ORDER)
    expect(
      await listed('/api/authors/versions?sort=-version.displayName&where[latest][equals]=true&limit=100', 'editor'),
    ).toEqual(backwards(now))
    expect(await listed('/api/articles?draft=true&sort=headline', 'editor')).toEqual(IN_ORDER)
    expect(await listed('/api/articles?draft=true&sort=-section.name', 'editor')).toEqual(backwards(IN_ORDER))
    expect(await listed('/api/users?sort=name', 'admin')).toEqual([
      'admin',
      'contributor',
      'editor',
      'editor2',
      'publisher',
      'reviewer',
      'reviewer2',
    ])
  })

  it('has what is empty before everything else', async () => {
    expect((await listed('/api/authors?sort=jobTitle', 'editor')).slice(-2)).toEqual(['adam', 'Zoe'])
    expect((await listed('/api/authors?sort=-jobTitle', 'editor')).slice(0, 2)).toEqual(['Zoe', 'adam'])
  })

  it('has it for people who wrote a name in the parts of its letters, and follows a new name', async () => {
    const made = await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'E\u0301mile' } })
    for (const name of ['Emilie', 'Emil']) await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name } })
    const topics = async () => (await listed('/api/topics?sort=name')).map((each) => each?.normalize('NFC'))
    expect(await topics()).toEqual(['Emil', 'Émile', 'Emilie'])
    await newsroom.ask('PATCH', `/api/topics/${String(made.body.doc.id)}`, { as: 'editor', body: { name: 'aal' } })
    expect(await topics()).toEqual(['aal', 'Emil', 'Emilie'])
  })
})

describe('the key that it is sorted by', () => {
  it('is in no answer, whoever asks', async () => {
    const id = String(authors.Zoe)
    for (const [address, as] of [
      ['/api/authors?depth=1', undefined],
      [`/api/authors/${id}`, undefined],
      ['/api/authors/by-slug/zoe', undefined],
      ['/api/sections', undefined],
      ['/api/authors?depth=2&draft=true', 'admin'],
      [`/api/authors/${id}?draft=true`, 'admin'],
      ['/api/authors/versions', 'admin'],
      ['/api/articles?draft=true&depth=2', 'admin'],
      ['/api/users?depth=2', 'admin'],
      ['/api/access', 'admin'],
      [`/api/authors/${id}/transitions`, 'editor'],
      [`/api/authors/${id}/imprimatur`, undefined],
    ] as const) {
      const { status, body } = await newsroom.ask('GET', address, as ? { as } : {})
      expect(status, address).toBe(200)
      expect(JSON.stringify(body), address).not.toMatch(/sort_?key/i)
    }
    const duplicate = await newsroom.ask('POST', `/api/authors/${id}/duplicate`, { as: 'editor' })
    expect(duplicate.status).toBe(200)
    expect(JSON.stringify(duplicate.body)).not.toMatch(/sort_?key/i)
    await newsroom.ask('DELETE', `/api/authors/${String(duplicate.body.doc.id)}`, { as: 'editor' })
  })

  it('is in no type of GraphQL', async () => {
    const { body } = await newsroom.graphql(
      '{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }',
      {},
      'admin',
    )
    const names = JSON.stringify(body).match(/\w*(?:displayName|sort_?key)\w*/gi)
    expect(names).toContain('displayName')
    expect(names?.filter((name) => /sort_?key/i.test(name))).toEqual([])
  })

  it('cannot be asked for', async () => {
    for (const as of [undefined, 'admin'] as const) {
      for (const query of [
        'sort=displayNameSortKey',
        'sort=-displayNameSortKey',
        'where[displayNameSortKey][exists]=true',
        'select[displayNameSortKey]=true',
        'sort=version.displayNameSortKey',
      ]) {
        const { status } = await newsroom.ask('GET', `/api/authors?${query}`, as ? { as } : {})
        expect(status, `${query} as ${String(as)}`).toBe(400)
      }
      const { body } = await newsroom.graphql('{ Authors(sort: "displayNameSortKey") { totalDocs } }', {}, as)
      expect(body.errors, String(as)).toHaveLength(1)
    }
  })

  it('is not what somebody sends', async () => {
    const body = { name: 'bread', nameSortKey: '0' }
    const made = await newsroom.ask('POST', '/api/places', {
      as: 'editor',
      body: { ...body, kind: 'region', m49: '150' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    await newsroom.payload.db.create({ collection: 'places', data: { name: 'Apfel', kind: 'region', slug: 'apfel' } })
    const sent = { nameSortKey: '0' }
    await newsroom.payload.db.updateOne({ collection: 'places', id: String(made.body.doc.id), data: sent })
    expect(await listed('/api/places?sort=name')).toEqual(['Apfel', 'bread'])
  })
})

type Sql = {
  /** On SQLite. */
  readonly client?: { readonly execute: (statement: string) => Promise<unknown> }
  /** On Postgres. */
  readonly pool?: { readonly query: (statement: string) => Promise<unknown> }
}
type Mongo = {
  readonly connection: {
    readonly db: {
      readonly collection: (name: string) => {
        readonly updateMany: (filter: object, update: object) => Promise<unknown>
      }
    }
  }
}

async function askSql(payload: Payload, statement: string): Promise<void> {
  const { client, pool } = payload.db as unknown as Sql
  await (pool ? pool.query(statement) : client?.execute(statement))
}

/** Leaves every name without a key, or with a wrong one of another edition, as in a database that was restored. */
async function forgetKeys(payload: Payload, key: string | null): Promise<void> {
  if (payload.db.name !== 'mongoose') {
    const value = key === null ? 'NULL' : `'${key}'`
    await askSql(payload, `UPDATE authors SET display_name_sort_key = ${value}`)
    await askSql(payload, `UPDATE _authors_v SET version_display_name_sort_key = ${value}`)
    await askSql(payload, `UPDATE sections SET name_sort_key = ${value}`)
    return
  }
  const { db } = (payload.db as unknown as Mongo).connection
  const as = (name: string) => (key === null ? { $unset: { [name]: '' } } : { $set: { [name]: key } })
  await db.collection('authors').updateMany({}, as('displayNameSortKey'))
  await db.collection('_authors_versions').updateMany({}, as('version.displayNameSortKey'))
  await db.collection('sections').updateMany({}, as('nameSortKey'))
}

/** All that is stored of authors and of what was done with them, but for the keys. */
async function stored(payload: Payload) {
  const { docs } = await payload.db.find({ collection: 'authors', where: {}, sort: 'id', limit: 0, pagination: false })
  const events = await payload.db.find({
    collection: 'workflow-events',
    where: {},
    sort: 'hash',
    limit: 0,
    pagination: false,
  })
  const dossiers = await payload.db.find({
    collection: 'dossiers',
    where: {},
    sort: 'piece',
    limit: 0,
    pagination: false,
  })
  const versions = await payload.db.findVersions({
    collection: 'authors',
    where: {},
    sort: 'id',
    limit: 0,
    pagination: false,
  })
  return JSON.parse(
    JSON.stringify([docs, events.docs, dossiers.docs, versions.docs], (name, value: unknown) =>
      name.endsWith('SortKey') ? undefined : value,
    ),
  ) as unknown
}

describe('a start', () => {
  it.each([null, 'zzz', '000'])(
    'gives keys to names that have none of today (%s), and changes nothing else',
    async (key) => {
      const before = await stored(newsroom.payload)
      await forgetKeys(newsroom.payload, key)
      newsroom.forgetAnswers()
      expect(await listed('/api/authors?sort=displayName')).not.toEqual(IN_ORDER)
      await newsroom.restart()
      expect(await listed('/api/authors?sort=displayName')).toEqual(IN_ORDER)
      expect(await listed('/api/sections?sort=-name')).toEqual(backwards(IN_ORDER))
      expect((await listed('/api/authors?draft=true&sort=displayName', 'editor')).slice(-2)).toEqual(['Zoe', 'zorro'])
      expect(await stored(newsroom.payload)).toEqual(before)
      expect((await audit(newsroom.payload)).offences).toEqual([])
    },
  )
})
