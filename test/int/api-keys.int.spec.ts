import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { decidedGraphql, decidedRest } from '../helpers/routes/readRegister.ts'

/** Keys of machines: what they read, that they read no more, and that they write nothing. */

const MINUTE = 60_000
let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let keys: Readonly<Record<'published' | 'drafts', string>>
let published: string
let draft: string
const logged: string[] = []

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now, log: (line) => logged.push(line) })
  desk = pieces(newsroom)
  keys = {
    published: (await aKey(['read:published'])).key,
    drafts: (await aKey(['read:published', 'read:drafts'])).key,
  }
  published = await desk.published(
    'articles',
    await desk.anArticle({ headline: 'What everybody has', slug: 'everybody' }),
  )
  await desk.save('articles', published, { headline: 'What nobody has yet' })
  draft = await desk.anArticle({ headline: 'A draft for machines', slug: 'a-draft' })
})
afterAll(async () => {
  await newsroom.close()
})

let made = 0

async function aKey(scopes: readonly string[], more: object = {}): Promise<{ id: string; key: string }> {
  const body = { name: `Machine ${String(++made)}`, scopes, ...more }
  const { body: created, status } = await newsroom.ask('POST', '/api/api-keys', { as: 'admin', body })
  expect(status, JSON.stringify(created)).toBe(201)
  const id = String(created.doc.id)
  const told = await newsroom.ask('POST', `/api/api-keys/${id}/key`, { as: 'admin' })
  expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(told.body).toEqual({ key: expect.stringMatching(/^imp_[\w-]{43}$/) })
  return { id, key: told.body.key as string }
}

const withKey = (key: string) => ({ authorization: `users API-Key ${key}` })
const asked = (address: string, key: string, method = 'GET', body?: unknown) =>
  newsroom.ask(method, address, { headers: withKey(key), ...(body === undefined ? {} : { body }) })

describe('a key for what is published', () => {
  it('gets what a reader gets, byte for byte, and kept by nobody', async () => {
    const addresses = [
      `/api/articles/${published}?depth=2`,
      `/api/articles/${draft}`,
      '/api/articles/by-slug/everybody',
      '/api/articles/by-slug/a-draft',
      '/api/articles?limit=100',
      '/api/articles/count',
      `/api/articles/${published}/imprimatur`,
      '/api/authors?limit=100&depth=2',
      '/api/media',
      '/api/globals/newsroom',
      '/api/globals/front',
      '/api/changes?limit=10',
      '/feeds/feed.json',
      '/feeds/rss.xml',
      '/sitemap.xml',
      '/api/corrections',
      '/api/nothing',
      '/api/articles?where[createdBy][exists]=true',
      `/api/graphql?query=${encodeURIComponent('{ Articles { totalDocs docs { id headline } } }')}`,
    ]
    for (const address of addresses) {
      const reader = await newsroom.ask('GET', address)
      for (const key of Object.values(keys)) {
        const answer = await asked(address, key)
        expect({ status: answer.status, body: answer.body as unknown }, address).toEqual({
          status: reader.status,
          body: reader.body as unknown,
        })
        expect(answer.headers.get('cache-control'), address).toBe('private, no-store')
      }
    }
    expect(JSON.stringify((await asked('/api/articles?limit=100', keys.drafts)).body)).not.toContain('nobody has')
  })

  it('asks for no drafts', async () => {
    for (const address of [
      `/api/articles/${draft}?draft=true`,
      '/api/articles?draft=true',
      '/api/articles?trash=true',
    ]) {
      const answer = await asked(address, keys.published)
      expect([answer.status, codesOf(answer)], address).toEqual([403, ['forbidden']])
    }
  })

  it('neither reads what is kept for everybody nor leaves anything there', async () => {
    const address = '/api/articles/by-slug/everybody'
    const reader = await newsroom.ask('GET', address)
    const etag = reader.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    const answer = await newsroom.ask('GET', address, { headers: { ...withKey(keys.drafts), 'if-none-match': etag } })
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('surrogate-key')]).toEqual([200, null, null])
    const asKey = await asked('/api/articles?draft=true&limit=99', keys.drafts)
    expect(JSON.stringify(asKey.body)).toContain('A draft for machines')
    const after = await newsroom.ask('GET', '/api/articles?draft=true&limit=99')
    expect(after.status).toBe(401)
  })
})

describe('a key for drafts', () => {
  // Guard: `placed` in checkReader.ts; drafts have other dates than what is out, or none.
  it('turns the pages of drafts by `page`: they have no places', async () => {
    const [first] = (await asked('/api/articles?limit=1', keys.drafts)).body.docs as { id: string }[]
    expect(first?.id).toBe(published)
    for (const query of ['sort=updatedAt', 'sort=updatedAt&select[headline]=true', '']) {
      const { body } = await asked(`/api/articles?draft=true&limit=1&${query}`, keys.drafts)
      expect([body.hasNextPage, body.nextPage, body.after], query).toEqual([true, 2, null])
    }
    const place = Buffer.from(JSON.stringify(['-publishedAt,id', now.toISOString(), published])).toString('base64url')
    expect((await asked(`/api/articles?after=${place}`, keys.drafts)).status).toBe(200)
    const answer = await asked(`/api/articles?draft=true&after=${place}`, keys.drafts)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
  })

  it('reads the newest revision by `draft=true`, without what is for staff', async () => {
    const of = (address: string) => asked(address, keys.drafts)
    const one = await of(`/api/articles/${draft}?draft=true`)
    expect([one.status, one.body.headline, one.headers.get('cache-control')]).toEqual([
      200,
      'A draft for machines',
      'private, no-store',
    ])
    for (const name of ['createdBy', 'changedBy', 'source']) expect(one.body).not.toHaveProperty(name)
    expect((await of(`/api/articles/${published}?draft=true`)).body.headline).toBe('What nobody has yet')
    expect((await of('/api/articles/by-slug/a-draft?draft=true')).body.headline).toBe('A draft for machines')
    const list = await of('/api/articles?draft=true&limit=100&sort=headline')
    expect(list.body.docs.map(({ headline }: { headline: string }) => headline)).toEqual([
      'A draft for machines',
      'What nobody has yet',
    ])
    expect((await of(`/api/articles/${draft}?draft=true&body=html`)).body.body).toContain('<p')
    // Without it a key is a reader.
    expect((await of(`/api/articles/${draft}`)).status).toBe(404)
    expect((await of(`/api/articles/${draft}?draft=false`)).status).toBe(404)
  })

  it('asks for no field, no parameter and no trash that readers cannot ask for', async () => {
    const refused: readonly [string, number, string][] = [
      ['/api/articles?draft=true&where[createdBy][exists]=true', 400, 'field_not_queryable'],
      ['/api/articles?draft=true&select[createdBy]=true', 400, 'field_not_queryable'],
      ['/api/articles?draft=true&limit=500', 400, 'invalid_value'],
      ['/api/articles?draft=true&trash=true', 403, 'forbidden'],
      ['/api/articles?draft=maybe', 400, 'invalid_value'],
      [`/api/articles/${draft}/imprimatur?draft=true`, 400, 'unknown_parameter'],
      ['/api/articles/versions?draft=true', 403, 'forbidden'],
    ]
    for (const [address, status, code] of refused) {
      const answer = await asked(address, keys.drafts)
      expect([answer.status, codesOf(answer)[0]], address).toEqual([status, code])
    }
    const thrown = await desk.anArticle({ headline: 'Thrown away' })
    await newsroom.ask('PATCH', `/api/articles/${thrown}`, { as: 'editor', body: { deletedAt: now.toISOString() } })
    const trashed = await asked(`/api/articles/${thrown}?draft=true`, keys.drafts)
    expect(trashed.status).toBe(404)
    expect(JSON.stringify((await asked('/api/articles?draft=true&limit=100', keys.drafts)).body)).not.toContain(
      'Thrown',
    )
    const related = await desk.anArticle({ headline: 'Refers', related: [thrown] })
    const referring = await asked(`/api/articles/${related}?draft=true&depth=2`, keys.drafts)
    expect(JSON.stringify(referring.body)).not.toContain('Thrown away')
  })
})

describe('a document of GraphQL with a key for drafts', () => {
  const query = (document: string, key = keys.drafts, variables?: object) =>
    asked('/api/graphql', key, 'POST', { query: document, ...(variables ? { variables } : {}) })
  const titles = (answer: { body: { data: { Articles: { docs: { headline: string }[] } } } }) =>
    answer.body.data.Articles.docs.map(({ headline }) => headline).sort()
  const LIST = 'query Q($draft: Boolean) { Articles(draft: $draft, limit: 100) { docs { headline } } }'

  it('reads the newest revisions where it asks for them, by whatever way it says so, and otherwise what is public', async () => {
    const refers = await desk.anArticle({ headline: 'A draft that refers', related: [published] })
    const newest = ['A draft for machines', 'A draft that refers', 'Refers', 'What nobody has yet']
    expect(titles(await query(LIST, keys.drafts, { draft: true }))).toEqual(newest)
    expect(titles(await query(LIST.replace('Boolean)', 'Boolean = true)')))).toEqual(newest)
    for (const variables of [undefined, { draft: false }, { draft: null }])
      expect(titles(await query(LIST, keys.drafts, variables))).toEqual(['What everybody has'])
    const one = await query(`{ Article(id: "${draft}", draft: true) { headline } }`)
    expect(one.body.data.Article).toEqual({ headline: 'A draft for machines' })
    const related = await query(`{ Article(id: "${refers}", draft: true) { related { headline } } }`)
    expect(related.body.data?.Article.related, JSON.stringify(related.body)).toEqual([
      { headline: 'What nobody has yet' },
    ])
    const got = await asked(
      `/api/graphql?query=${encodeURIComponent('{ Articles(draft: true) { totalDocs } }')}`,
      keys.drafts,
    )
    expect([got.body, got.headers.get('cache-control')]).toEqual([
      { data: { Articles: { totalDocs: 4 } } },
      'private, no-store',
    ])
    // What it read is kept for nobody.
    const reader = await newsroom.ask(
      'GET',
      `/api/graphql?query=${encodeURIComponent('{ Articles { docs { headline } } }')}`,
    )
    expect(titles(reader)).toEqual(['What everybody has'])
  })

  it('sees nothing that is for staff, and nothing in the trash', async () => {
    const answer = await query(`{ Article(id: "${draft}", draft: true) { headline createdBy { id } } }`)
    expect(JSON.stringify(answer.body)).not.toContain(newsroom.userIds.editor)
    for (const document of [
      '{ Articles(draft: true, trash: true) { docs { headline } } }',
      '{ Articles(draft: true, where: { createdBy: { exists: true } }) { docs { headline } } }',
      '{ versionsArticles(draft: true) { docs { version { headline } } } }',
      `{ articleDossier(id: "${draft}") { stage } }`,
      `{ articleTransitions(id: "${draft}") { stage } }`,
      '{ reviewQueue { totalDocs } }',
      '{ Users { docs { id } } }',
    ]) {
      const refused = await query(document)
      expect(codesOf(refused).length, JSON.stringify(refused.body)).toBeGreaterThan(0)
      expect(JSON.stringify(refused.body), document).not.toMatch(/draft for machines|nobody has|@imprimatur/)
      expect(codesOf(refused), document).not.toContain('not_authenticated')
    }
    const all = await query('{ Articles(draft: true, limit: 100) { docs { headline related { headline } } } }')
    expect(JSON.stringify(all.body)).not.toContain('Thrown')
  })

  it('asks for drafts in all of its fields, or in none', async () => {
    for (const document of [
      '{ Articles { docs { headline } } drafts: Articles(draft: true) { docs { headline } } }',
      '{ drafts: Articles(draft: true) { docs { headline } } Articles { docs { headline } } }',
      `{ Authors(draft: true) { totalDocs } Article(id: "${draft}") { headline } }`,
      `{ Article(id: "${draft}") { headline } Authors(draft: true) { totalDocs } }`,
      'query Q { ...F Articles { docs { headline } } } fragment F on Query { drafts: Articles(draft: true) { docs { headline } } }',
    ]) {
      const answer = await query(document)
      // Another field may have been answered before, as it is to readers.
      const codes = codesOf(answer).filter((code) => code !== 'not_found')
      expect(codes, document).toEqual(['invalid_value'])
      // What the other field says is what a reader or the key may have.
      if (!document.includes('drafts:')) expect(JSON.stringify(answer.body), document).not.toContain('for machines')
    }
    const both = await query(
      '{ Articles(draft: true) { totalDocs } Authors(draft: true) { totalDocs } Sections { totalDocs } }',
    )
    expect(both.body.data, JSON.stringify(both.body)).toMatchObject({ Articles: { totalDocs: 4 } })
  })

  it('is refused its drafts where the key is for what is published, and where there is none', async () => {
    const document = '{ Articles(draft: true) { docs { headline } } }'
    const answer = await query(document, keys.published)
    expect([codesOf(answer), answer.body.data]).toEqual([['forbidden'], { Articles: null }])
    expect(codesOf(await newsroom.ask('POST', '/api/graphql', { body: { query: document } }))).toEqual([
      'not_authenticated',
    ])
    const nested = await query('{ Articles { docs { credits { author(draft: true) { displayName } } } } }')
    expect(codesOf(nested)).toEqual(['invalid_value'])
  })
})

describe('every route', () => {
  it('is refused to every key where it writes, or is for people', { timeout: 300_000 }, async () => {
    const before = await newsroom.ask('GET', '/api/articles?limit=100&draft=true', { as: 'editor' })
    // What goes on without an end is read elsewhere.
    const routes = [...decidedRest().keys()].filter((route) => route !== 'GET /api/changes/stream')
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ')
      const address = path.replace(/:(id|filename|slug)\??/, draft)
      const isRead = method === 'GET' && !path.startsWith('/api/users')
      const body = method === 'GET' ? undefined : { email: 'admin@imprimatur.example', password: 'x' }
      const [reader, ...answers] = await Promise.all([
        isRead ? newsroom.ask('GET', address) : undefined,
        ...Object.values(keys).map((key) => asked(address, key, method, body)),
      ])
      for (const answer of answers) {
        const what = `${route} ${String(answer.status)} ${JSON.stringify(answer.body).slice(0, 200)}`
        expect(answer.headers.get('cache-control'), what).toBe('private, no-store')
        if (reader) expect(answer.status, what).toBe(reader.status === 401 ? 403 : reader.status)
        if (reader?.status === 200) expect(answer.body, what).toEqual(reader.body)
        if (!reader) expect([answer.status, codesOf(answer)], what).toEqual([403, ['forbidden']])
      }
    }
    const after = await newsroom.ask('GET', '/api/articles?limit=100&draft=true', { as: 'editor' })
    expect(after.body).toEqual(before.body)
  })

  it('of the desk is refused, drafts or not', async () => {
    const desks = ['dossier', 'events', 'comments', 'transitions', 'diff', 'lease'].map(
      (each) => `/api/articles/${published}/${each}`,
    )
    const others = [
      'review-queue',
      'notifications',
      'desk',
      'users',
      'users/me',
      'webhooks',
      'api-keys',
      'access',
      'access-events',
      'webhook-deliveries',
      'stages',
    ]
    for (const address of [
      ...desks,
      ...others.map((each) => `/api/${each}`),
      '/admin',
      '/admin/login',
      `/preview/articles/${draft}`,
    ]) {
      for (const query of ['', '?draft=true']) {
        const answer = await asked(address + query, keys.drafts)
        expect(answer.status, address + query).toBeGreaterThanOrEqual(400)
        expect([400, 403, 404], address + query).toContain(answer.status)
      }
    }
  })

  it('of GraphQL reads what is public; every mutation is refused', async () => {
    const mutations = [...decidedGraphql().keys()].filter((each) => each.startsWith('mutation '))
    expect(mutations.length).toBeGreaterThan(40)
    const documents = [
      'mutation { loginUser(email: "a", password: "b") { token } }',
      `mutation { updateArticle(id: "${draft}", data: { headline: "x" }) { id } }`,
      `mutation { transitionArticle(id: "${draft}", transition: submit, digest: "sha256:0") { event } }`,
      'mutation { logoutUser }',
      `query A { Articles { totalDocs } } mutation B { deleteArticle(id: "${draft}") { id } }`,
    ]
    for (const key of Object.values(keys)) {
      const read = await asked('/api/graphql', key, 'POST', { query: '{ Articles { docs { headline } } }' })
      expect(read.body).toEqual({ data: { Articles: { docs: [{ headline: 'What everybody has' }] } } })
      for (const query of documents) {
        const operationName = query.includes(' B ') ? 'B' : undefined
        const answer = await asked('/api/graphql', key, 'POST', { query, operationName })
        expect(answer.body.data, query).toBeUndefined()
        if (!query.includes('transition')) {
          expect([answer.status, answer.body.errors[0].extensions.code], query).toEqual([403, 'forbidden'])
        }
      }
    }
    const { headline } = (await newsroom.ask('GET', `/api/articles/${draft}?draft=true`, { as: 'editor' })).body
    expect(headline).toBe('A draft for machines')
  })

  it('of the panel takes no key: no server function, no page', async () => {
    const act = await newsroom.ask('POST', '/admin', {
      headers: { ...withKey(keys.drafts), 'next-action': 'x' },
      body: [],
    })
    expect([act.status, codesOf(act)]).toEqual([403, ['forbidden']])
    const override = await newsroom.ask('POST', '/api/articles', {
      headers: { ...withKey(keys.drafts), 'x-http-method-override': 'GET' },
      body: {},
    })
    expect(override.status).toBe(403)
  })
})

describe('a key', () => {
  it('counts before a session: whoever shows both is nobody', async () => {
    const { body } = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'a password for tests only' },
    })
    const answer = await newsroom.ask('GET', `/api/articles/${draft}`, {
      headers: {
        ...withKey(keys.published),
        cookie: `payload-token=${String(body.token)}`,
        'sec-fetch-site': 'same-origin',
      },
    })
    expect(answer.status).toBe(404)
  })

  it('that is wrong, revoked or expired is 401, however often, and locks nobody out', async () => {
    const revoked = await aKey(['read:published'])
    expect((await asked('/api/articles', revoked.key)).status).toBe(200)
    const end = await newsroom.ask('POST', `/api/api-keys/${revoked.id}/revoke`, { as: 'admin' })
    expect(end.body).toEqual({ revokedAt: now.toISOString() })
    const deleted = await aKey(['read:published'])
    await newsroom.ask('DELETE', `/api/api-keys/${deleted.id}`, { as: 'admin' })
    const expired = await aKey(['read:published'], { expiresAt: new Date(now.getTime() + MINUTE).toISOString() })
    expect((await asked('/api/articles', expired.key)).status).toBe(200)
    now = new Date(now.getTime() + MINUTE)
    const changed = keys.published.slice(0, -2) + (keys.published.endsWith('AA') ? 'BB' : 'AA')
    const wrong = [
      revoked.key,
      deleted.key,
      expired.key,
      changed,
      '',
      'x',
      ' ',
      `${keys.published}x`,
      `imp_${'A'.repeat(43)}`,
    ]
    for (const key of wrong) {
      for (const [method, address] of [
        ['GET', '/api/articles'],
        ['GET', '/'],
        ['POST', '/api/users/login'],
        ['DELETE', `/api/articles/${draft}`],
      ] as const) {
        const answer = await asked(address, key, method)
        expect([answer.status, codesOf(answer)], `${method} ${address} ${key}`).toEqual([401, ['invalid_api_key']])
        expect(answer.headers.get('www-authenticate')).toBe('users realm="api"')
      }
    }
    expect((await asked('/api/articles', keys.published)).status).toBe(200)
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'a password for tests only' },
    })
    expect(login.status).toBe(200)
    expect(logged.filter((line) => line.includes('many API keys'))).toHaveLength(1)
    expect(logged.join('')).not.toContain(keys.published)
  })

  it('is written down when it was used, at most once in five minutes', async () => {
    const { id, key } = await aKey(['read:published'])
    const used = async () => {
      await newsroom.keysSettled()
      return (await newsroom.ask('GET', `/api/api-keys/${id}`, { as: 'admin' })).body.lastUsedAt as string
    }
    const first = now.toISOString()
    await Promise.all([asked('/api/articles', key), asked('/api/articles', key)])
    expect(await used()).toBe(first)
    now = new Date(now.getTime() + 5 * MINUTE - 1)
    await asked('/api/articles', key)
    expect(await used()).toBe(first)
    now = new Date(now.getTime() + 1)
    await asked('/api/articles', key)
    expect(await used()).toBe(now.toISOString())
  })

  it('is made and ended by administrators, told once, and kept as its hash', async () => {
    const { id, key } = await aKey(['read:drafts'])
    const { body: doc } = await newsroom.ask('GET', `/api/api-keys/${id}?depth=0`, { as: 'admin' })
    expect(doc).toMatchObject({ start: key.slice(0, 8), createdBy: newsroom.userIds.admin, scopes: ['read:drafts'] })
    expect(doc).not.toHaveProperty('hash')
    const row = await newsroom.payload.db.findOne({ collection: 'api-keys', where: { id: { equals: id } } })
    expect(JSON.stringify(row)).not.toContain(key.slice(8))
    const again = await newsroom.ask('POST', `/api/api-keys/${id}/key`, { as: 'admin' })
    expect([again.status, codesOf(again)]).toEqual([409, ['wrong_stage']])
    const wider = await newsroom.ask('PATCH', `/api/api-keys/${id}`, {
      as: 'admin',
      body: {
        scopes: ['read:published', 'read:drafts'],
        hash: 'x',
        revokedAt: null,
        createdBy: newsroom.userIds.editor,
      },
    })
    expect(wider.body.doc.scopes).toEqual(['read:drafts'])
    expect((await asked('/api/articles', key)).status).toBe(200)
    for (const as of ['editor', 'publisher', 'reviewer', 'contributor', undefined] as const) {
      const status = as ? 403 : 401
      const by = as ? { as } : {}
      for (const act of ['key', 'revoke'])
        expect((await newsroom.ask('POST', `/api/api-keys/${id}/${act}`, by)).status, act).toBe(status)
      expect((await newsroom.ask('GET', '/api/api-keys', by)).status).toBeGreaterThanOrEqual(401)
      expect(
        (await newsroom.ask('POST', '/api/api-keys', { ...by, body: { name: 'x' } })).status,
      ).toBeGreaterThanOrEqual(401)
    }
    expect((await newsroom.ask('POST', `/api/api-keys/nobody/key`, { as: 'admin' })).status).toBe(404)
    await newsroom.ask('POST', `/api/api-keys/${id}/revoke`, { as: 'admin' })
    expect((await asked('/api/articles', key)).status).toBe(401)
    const { body: record } = await newsroom.ask('GET', '/api/access-events?limit=5&sort=-at', { as: 'admin' })
    expect(record.docs.map(({ event }: { event: string }) => event)).toEqual(
      expect.arrayContaining(['key_made', 'key_revoked']),
    )
  })
})
