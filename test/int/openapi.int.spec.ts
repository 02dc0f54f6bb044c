import { createHash } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../packages/plugin-imprimatur/src/exports/content.ts'
import { describeApi, type ApiDescription } from '../../src/openapi/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { decidedRest } from '../helpers/routes/readRegister.ts'

/** The description of the API: valid by its standard, of every route, and true of what readers get. */
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let description: ApiDescription
let ids: Readonly<Record<string, { id: string; slug: string }>>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  const made = async (collection: string, body: object) => {
    const { body: answer } = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
    return { id: String(answer.doc.id), slug: String(answer.doc.slug) }
  }
  const sections = await made('sections', { name: 'World' })
  const topics = await made('topics', { name: 'Ports' })
  const places = await made('places', { name: 'Geneva', kind: 'place', countryCode: 'CH' })
  const picture = await aPicture(newsroom, { name: 'red.png', colour: 'red', alt: 'A red field.' })
  const related = await desk.published('articles', await desk.anArticle({ headline: 'Related' }))
  const hidden = await desk.published('articles', await desk.anArticle({ headline: 'Hidden' }))
  const whole = {
    headline: 'Whole',
    slug: 'whole',
    standfirst: 'Said before.',
    section: sections.id,
    topics: [topics.id],
    places: [places.id],
    related: [related, hidden],
    leadImage: picture.id,
    genre: 'report',
    corrections: [{ kind: 'correction', at: '2026-01-01T00:00:00.000Z', text: 'It was 2015.' }],
  }
  const articles = { id: await desk.published('articles', await desk.anArticle(whole)), slug: 'whole' }
  await desk.moved('articles', hidden, 'withdraw', 'publisher', { reason: 'A complaint.' })
  const authors = { id: await desk.publicAuthor(), slug: '' }
  authors.slug = String((await newsroom.ask('GET', `/api/authors/${authors.id}`)).body.slug)
  const teaser = await made('news-teasers', {
    headline: 'A teaser',
    excerpt: 'Few words.',
    language: 'en',
    target: { kind: 'article', article: articles.id },
  })
  await desk.published('news-teasers', teaser.id)
  // What editors have not filled in yet, and a global that somebody has saved.
  await made('authors', { displayName: 'Ama Boateng' })
  const saved = await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: { railLength: 5 } })
  expect(saved.status).toBe(200)
  ids = { articles, authors, 'news-teasers': teaser, sections, topics, places, media: { id: picture.id, slug: '' } }
  description = (await newsroom.ask('GET', '/api/openapi.json')).body as ApiDescription
})
afterAll(async () => {
  await newsroom.close()
})

type Operation = {
  readonly operationId: string
  readonly security: readonly object[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: {
    readonly required: boolean
    readonly content: Readonly<Record<string, { readonly schema: { readonly additionalProperties?: boolean } }>>
  }
  readonly responses: Readonly<Record<string, unknown>>
}

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation: operation as unknown as Operation,
    })),
  )

describe('the description', () => {
  it('is valid OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(JSON.stringify(description)))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(100)
    const lost = references.filter((path) => {
      const found = path.split('/').reduce<unknown>((at, name) => record(at)[name], description)
      return found === undefined
    })
    expect(lost).toEqual([])
    const names = operations().map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('is the same each time, kept for everybody, and takes no parameters', async () => {
    expect(JSON.stringify(await describeApi(newsroom.payload, 'anybody'))).toBe(JSON.stringify(description))
    const answer = await newsroom.ask('GET', '/api/openapi.json')
    expect(answer.headers.get('etag')).toMatch(/^"/)
    expect(answer.headers.get('cache-control')).toContain('public')
    expect(answer.headers.get('content-type')).toContain('application/json')
    for (const address of ['/api/openapi.json?x=1', '/api/docs?x=1']) {
      const odd = await newsroom.ask('GET', address)
      expect([odd.status, codesOf(odd)]).toEqual([400, ['unknown_parameter']])
    }
  })

  it('has every route that is not closed, and none that is not there', () => {
    const shape = (path: string) => path.replace(/:\w+\??|\{\w+\}/g, '{}')
    const described = new Set(
      operations().flatMap(({ method, path }) =>
        path.startsWith('/api/') ? [`${method.toUpperCase()} ${shape(path)}`] : [],
      ),
    )
    // What only says what one may do with documents that nobody may do anything with.
    const silent =
      /^POST \/api\/(dossiers|workflow-events|moved-slugs|leases|change-log|change-batches|preview-tokens|payload-kv|comments|notifications|releases|release-pieces|review-links|search-\w+(?:-words)?|style-exceptions)\/access\//
    const open = [...decidedRest()].filter(([route, decision]) => decision !== 'closed' && !silent.test(route))
    const routes = new Set(open.map(([route]) => shape(route)))
    expect([...routes].filter((route) => !described.has(route))).toEqual([])
    const beside = ['GET /api/corrections', 'GET /api/graphql', 'POST /api/graphql']
    const known = new Set([...[...decidedRest().keys()].map(shape), ...beside])
    expect([...described].filter((route) => !known.has(route))).toEqual([])
  })

  it('tells no field of the staff', () => {
    const schemas = JSON.stringify(description.components.schemas)
    for (const name of ['createdBy', 'changedBy', 'source', 'workflow', 'shownBy', 'desk', 'password', 'hash'])
      expect(schemas, name).not.toContain(`"${name}"`)
  })

  it('names the fields of the staff to the staff', async () => {
    const { body, headers } = await newsroom.ask('GET', '/api/openapi.json', { as: 'contributor' })
    const { schemas } = (body as ApiDescription).components
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect((await new Validator().validate(JSON.parse(JSON.stringify(body)))).errors ?? []).toEqual([])
    expect(Object.keys(record(schemas['articles.staff']?.properties))).toEqual(
      expect.arrayContaining(['headline', 'createdBy', 'changedBy', 'source']),
    )
    expect(schemas['articles.staff']?.additionalProperties).toBe(false)
    expect(schemas.articles).toEqual(description.components.schemas.articles)
    const told = record(description.components.schemas['articles.staff'])
    expect(Object.keys(record(told.properties))).toEqual(Object.keys(record(schemas.articles?.properties)))
    expect(told.additionalProperties).toBeUndefined()
    // Whoever asks next is told no more than before.
    expect((await fetch(`${newsroom.url}/api/openapi.json`)).headers.get('cache-control')).toContain('public')
    expect((await newsroom.ask('GET', '/api/openapi.json')).body).toEqual(description)
    for (const name of ['password', 'hash', 'salt']) expect(schemas['users.staff']?.properties).not.toHaveProperty(name)
  })

  describe('is true of every answer', () => {
    const QUERIES = ['', '?depth=0', '?depth=2', '?depth=2&body=html', '?limit=1&select[id]=true']
    const OF_STAFF = ['?depth=2&draft=true', '?trash=true']
    const REFUSED = ['?nothing=1', '?draft=true']
    /** The answers of a read that are no JSON object, or never end. */
    const isOther = (path: string) => path === '/api/changes/stream' || path.startsWith('/feeds')

    /** All that is wrong with the answers to one who asks, by the description of strangers and by their own. */
    const lies = async (as: Staff | undefined) => {
      const own = as && ((await newsroom.ask('GET', '/api/openapi.json', { as })).body as ApiDescription)
      const ajv = new Ajv2020({ strict: false, allErrors: true })
      const known = [{ name: 'strangers', described: description }, ...(own ? [{ name: 'staff', described: own }] : [])]
      for (const { name, described } of known) ajv.addSchema({ $id: name, ...described })
      const found = new Set<string>()
      let looked = 0
      const look = async (path: string, address: string) => {
        const answer = await newsroom.ask('GET', address, as ? { as } : {})
        const what = `${address} ${String(answer.status)}`
        if (answer.status >= 500) found.add(what)
        if (!answer.headers.get('content-type')?.startsWith('application/json')) return
        looked++
        for (const { name, described } of known) {
          const { named, schema } = schemaAt(described, path, 'get', String(answer.status), as)
          if (answer.status === 200 && named !== '200') found.add(`${what} is not named`)
          if (ajv.validate({ $ref: name + schema }, answer.body)) continue
          for (const { instancePath, message = '', params } of ajv.errors ?? [])
            found.add(`${name}: ${what} ${instancePath} ${message} ${JSON.stringify(params)}`)
        }
      }
      for (const { path, operation } of operations().filter((each) => each.method === 'get' && !isOther(each.path))) {
        const { id = 'nothing', slug = 'nothing' } = ids[path.split('/')[2] ?? ''] ?? {}
        const there = path
          .replace('{id}', id)
          .replace('{slug}', slug)
          .replaceAll(/\{\w+\}/g, 'nothing')
        const queries =
          operation.security.length === 1 ? [''] : as ? [...QUERIES, ...OF_STAFF] : [...QUERIES, ...REFUSED]
        for (const query of queries) await look(path, there + query)
        const nowhere = path.replaceAll(/\{\w+\}/g, 'nothing')
        if (nowhere !== there) await look(path, nowhere)
      }
      return { found: [...found], looked }
    }

    it('to nobody', { timeout: 300_000 }, async () => {
      const { found, looked } = await lies(undefined)
      expect(found).toEqual([])
      expect(looked).toBeGreaterThan(150)
    })

    it.each(['contributor', 'editor', 'admin'] as const)('to the %s', { timeout: 600_000 }, async (as) => {
      const { found, looked } = await lies(as)
      expect(found).toEqual([])
      expect(looked).toBeGreaterThan(150)
    })
  })
})

/**
 * The place in `description` of what is said of an answer. Readers and staff may get documents of their own: readers the first that is
 * named there, and staff the other.
 */
function schemaAt(described: ApiDescription, path: string, method: string, status: string, as: Staff | undefined) {
  const { responses } = described.paths[path]?.[method] as { responses: Record<string, { $ref?: string }> }
  const named = responses[status] ? status : 'default'
  const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))
  const response = responses[named]?.$ref ?? `#/paths/${escaped}/${method}/responses/${named}`
  const schema = `${response}/content/application~1json/schema`
  const { anyOf } = schema
    .slice(2)
    .split('/')
    .map((each) => decodeURIComponent(each).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((at, name) => record(at[name]), record(described))
  return { named, schema: Array.isArray(anyOf) ? `${schema}/anyOf/${as ? '1' : '0'}` : schema }
}

describe('what is written', () => {
  const addressOf = (path: string) => {
    const { id = 'nothing' } = ids[path.split('/')[2] ?? ''] ?? {}
    return path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'nothing')
  }
  /** Whether somebody is told that it is malformed; others may have no right to it at all. */
  const isMalformed = async (method: string, path: string, body?: object) => {
    for (const as of ['editor', 'admin'] as const) {
      const { status } = await newsroom.ask(method.toUpperCase(), addressOf(path), { as, ...(body ? { body } : {}) })
      expect(status, `${method} ${path}`).toBeLessThan(500)
      if (status === 400 || status === 415) return true
    }
    return false
  }
  const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

  it('has a body wherever the description says that it needs one', { timeout: 300_000 }, async () => {
    const needing = operations().filter(({ operation }) => operation.requestBody?.required)
    expect(needing.length).toBeGreaterThan(50)
    for (const { method, path } of needing) expect(await isMalformed(method, path), named({ method, path })).toBe(true)
  })

  it('has nothing else in it where the description says so', { timeout: 300_000 }, async () => {
    const closed = operations().filter(
      ({ operation }) => operation.requestBody?.content['application/json']?.schema.additionalProperties === false,
    )
    expect(closed.length).toBeGreaterThan(10)
    for (const { method, path } of closed)
      expect(await isMalformed(method, path, { nothing: 1 }), named({ method, path })).toBe(true)
  })

  it('takes the parameters that the description has, and no other', async () => {
    const values: Readonly<Record<string, string>> = {
      depth: 'depth=0',
      select: 'select[headline]=true',
      populate: 'populate[authors][fullName]=true',
      draft: 'draft=true',
      locale: 'locale=en',
      trash: 'trash=false',
      autosave: 'autosave=false',
    }
    for (const [method, path, body] of [
      ['post', '/api/articles', { headline: 'With parameters' }],
      ['patch', '/api/articles/{id}', { kicker: 'P' }],
    ] as const) {
      const { parameters } = description.paths[path]?.[method] as unknown as Operation
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
      expect(names.length).toBeGreaterThan(4)
      const asked = { as: 'editor', body } as const
      const address = `${addressOf(path)}?${names.map((name) => values[name]).join('&')}`
      const answer = await newsroom.ask(method.toUpperCase(), address, asked)
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
      const odd = await newsroom.ask(method.toUpperCase(), `${address}&nosuch=1`, asked)
      expect([odd.status, codesOf(odd)]).toEqual([400, ['unknown_parameter']])
    }
  })

  it('takes the digest that a change of a piece is based on', async () => {
    const conditional = operations().filter(({ operation }) =>
      operation.parameters.some(({ name }) => name === 'If-Match'),
    )
    expect(conditional.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      ['articles', 'authors', 'news-teasers']
        .flatMap((each) => [`delete /api/${each}/{id}`, `patch /api/${each}/{id}`])
        .sort(),
    )
    const draft = await desk.anArticle({ headline: 'A draft' })
    for (const [method, more] of [
      ['PATCH', { body: {} }],
      ['DELETE', {}],
    ] as const) {
      const headers = { 'if-match': `"sha256:${'0'.repeat(64)}"` }
      const { status } = await newsroom.ask(method, `/api/articles/${draft}`, { as: 'editor', headers, ...more })
      expect(status, method).toBe(412)
    }
  })

  it('says which documents, where it is several', async () => {
    const bulk = operations().filter(
      ({ method, path }) => ['patch', 'delete'].includes(method) && /^\/api\/[\w-]+$/.test(path),
    )
    expect(bulk.length).toBeGreaterThan(20)
    for (const { method, path, operation } of bulk) {
      const where = operation.parameters.find(({ name }) => name === 'where')
      expect(where?.required, named({ method, path })).toBe(true)
      expect(await isMalformed(method, path, { headline: 'H' }), named({ method, path })).toBe(true)
    }
  })

  it('is refused for each of several pieces as the description has it', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    const move = { collection: 'articles', transition: 'publish', digest }
    const items = [
      { ...move, id: 'nothing' },
      { ...move, id: ids.articles?.id },
    ]
    const answer = await newsroom.ask('POST', '/api/transitions', { as: 'editor', body: { items } })
    expect(new Set(codesOf(answer)).size, JSON.stringify(answer.body)).toBe(2)
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    ajv.addSchema({ $id: 'api', ...description })
    const $ref = `api#/components/responses/Refused${String(answer.status)}/content/application~1json/schema`
    expect(ajv.validate({ $ref }, answer.body), JSON.stringify(ajv.errors)).toBe(true)
  })

  it('is answered with the status that the description has', async () => {
    for (const [method, path, body] of [
      ['post', '/api/articles', { headline: 'New' }],
      ['post', '/api/articles/{id}/duplicate', undefined],
      ['patch', '/api/articles/{id}', { kicker: 'K' }],
      ['put', '/api/articles/{id}/lease', undefined],
      ['post', '/api/articles/{id}/comments', { text: 'Why?' }],
      ['post', '/api/articles/{id}/preview-token', undefined],
    ] as const) {
      const asked = { as: 'editor', ...(body ? { body } : {}) } as const
      const { status } = await newsroom.ask(method.toUpperCase(), addressOf(path), asked)
      expect(status, `${method} ${path}`).toBeLessThan(300)
      const { responses } = description.paths[path]?.[method] as unknown as Operation
      expect(Object.keys(responses), `${method} ${path}`).toContain(String(status))
    }
  })
})

describe('the page of it', () => {
  it('is there for everybody, runs nothing, and names every operation', async () => {
    const answer = await newsroom.ask('GET', '/api/docs')
    const html = answer.body as string
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    )
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|https?:/i)
    for (const { operation } of operations()) expect(html).toContain(`id="${operation.operationId}"`)
  })
})
