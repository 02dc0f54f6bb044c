import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, PASSWORD, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'

const lines: string[] = []
let newsroom: TestNewsroom
let editor: string
let admin: string

beforeAll(async () => {
  newsroom = await openNewsroom({ log: (line) => lines.push(line) })
  ;[editor, admin] = [await tokenOf('editor'), await tokenOf('admin')]
})
afterAll(() => newsroom.close())

async function tokenOf(who: Staff): Promise<string> {
  const login = { email: `${who}@imprimatur.example`, password: PASSWORD }
  const { token } = (await newsroom.ask('POST', '/api/users/login', { body: login })).body as { token: string }
  return token
}

/** Status and code of an answer, and whether it was an error to the log or told of what is within. */
async function outcome(address: string, init: RequestInit): Promise<string> {
  lines.length = 0
  const response = await fetch(newsroom.url + address, { method: 'POST', ...init })
  const text = await response.text()
  const { errors } = JSON.parse(text) as { errors?: { code?: string; extensions?: { code: string } }[] }
  const code = errors?.[0]?.code ?? errors?.[0]?.extensions?.code ?? 'fine'
  const logged = lines.some((line) => /^\{"level":"(?:error|fatal)"/.test(line)) ? ' and logged' : ''
  const told = /call stack|RangeError|node_modules/.test(text) ? ' and told' : ''
  return `${String(response.status)} ${code}${logged}${told}`
}

const json = (body: string, token?: string): RequestInit => ({
  body,
  headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
})
const form = (payload: string, token?: string): RequestInit => {
  const body = new FormData()
  body.set('_payload', payload)
  return { body, ...(token ? { headers: { authorization: `JWT ${token}` } } : {}) }
}
const graphql = (query: unknown, more: object = {}) => outcome('/api/graphql', json(JSON.stringify({ query, ...more })))
const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('a GraphQL document of a stranger', () => {
  const doubling = (levels: number, last: string) =>
    `{ ...F0 } ${Array.from({ length: levels }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ')} ${last}`
  const where = (levels: number) => `${'{AND: ['.repeat(levels)}{}${']}'.repeat(levels)}`

  it.each([
    ['fragments in a cycle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'invalid_value'],
    ['a fragment in itself', '{ ...A } fragment A on Query { __typename ...A }', 'invalid_value'],
    ['an unused cycle', '{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }', 'invalid_value'],
    ['a fragment twice', '{ ...A } fragment A on Query { __typename } fragment A on Query { ...A }', 'invalid_value'],
    ['a fragment that is not there', '{ ...A }', 'invalid_value'],
    ['3,000 braces', '{'.repeat(3000) + 'a' + '}'.repeat(3000), 'query_too_complex'],
    ['60 doublings', doubling(60, 'fragment F60 on Query { __typename }'), 'query_too_complex'],
    ['many fields of one name', `{ Articles { docs { ${'seo { title } '.repeat(1_200)} } } }`, 'query_too_complex'],
    ['a directive many times', `{ Articles ${'@include(if: true) '.repeat(600)} { totalDocs } }`, 'invalid_value'],
    ['a directive without its argument', '{ Articles @skip { totalDocs } }', 'invalid_value'],
    ['lists in a type', `query ($a: ${'['.repeat(2000)}Int${']'.repeat(2000)}) { __typename }`, 'query_too_complex'],
    ['a deep argument', `{ Articles(where: ${where(2000)}) { totalDocs } }`, 'query_too_complex'],
    [
      'many operations',
      Array.from({ length: 400 }, (_, n) => `query Q${n} { __typename }`).join(' '),
      'query_too_complex',
    ],
    ['a subscription', 'subscription { a }', 'invalid_value'],
    [
      'a subscription beside a query',
      'query A { __typename } subscription B { ...C } fragment C on Query { __typename }',
      'invalid_value',
    ],
    ['no text', { a: 1 }, 'invalid_value'],
  ])('with %s', async (_, query, code) => {
    expect(await graphql(query)).toBe(`400 ${code}`)
  })

  it('with odd variables and names', async () => {
    const query = 'query ($w: Article_where) { Articles(where: $w) { totalDocs } }'
    const deep = JSON.parse(`${'{"AND":['.repeat(50)}{}${']}'.repeat(50)}`) as object
    expect(await graphql(query, { variables: { w: deep } })).toBe('400 query_too_complex')
    expect(await outcome('/api/graphql', json(`{"query":"{ __typename }","variables":{"a":${lists(100_000)}}}`))).toBe(
      '400 invalid_value',
    )
    for (const more of [{ variables: [1] }, { variables: 'x' }, { operationName: {} }, { operationName: 'Other' }])
      expect(await graphql('{ __typename }', more), JSON.stringify(more)).toBe('400 invalid_value')
    expect(await outcome('/api/graphql', json('[{"query":"{ __typename }"},{"query":"{ __typename }"}]'))).toBe(
      '400 invalid_value',
    )
  })

  it('gets no megabyte of its own back in a message', async () => {
    const variables = { a: 'x'.repeat(900_000) }
    const { body } = await newsroom.graphql('query ($a: Boolean!) { Articles(draft: $a) { totalDocs } }', variables)
    expect(body.errors[0].extensions.code).toBe('invalid_value')
    expect(JSON.stringify(body).length).toBeLessThan(2_000)
  })
})

describe('what one GraphQL operation costs', () => {
  /** The example of docs/api.md: 307 a card by hand, and 3 around them. */
  const CARD = `
    id slug headline kicker standfirst byline excerpt publishedAt genre language
    section { name slug }
    leadImage { alt width height sizes { card { url width height } cardAvif { url width height } hero { url width height } } }
    credits { role creditedAs author { displayName slug portrait { sizes { thumbnail { url } } } } }
    topics { name slug }`
  const list = (card: string) => `{ Articles(limit: 100, sort: "-publishedAt") { docs { ${card} } totalDocs } }`
  /** As clients write it that keep what they got by its type. */
  const named = (query: string) => query.replaceAll('{', '{ __typename').replace('{ __typename', '{')
  const costOf = (answer: { body: { errors?: { message: string }[] } }) =>
    /costs (\d+)/.exec(answer.body.errors?.[0]?.message ?? '')?.[1]

  it.each([
    ['cards', list(CARD)],
    ['cards with the types of everything', named(list(CARD))],
    ['cards that name what belongs to each', list(`${CARD} related { headline slug }`)],
    ['scalar fields and body', list('id headline slug body standfirst')],
    [
      'an article with cards beside it',
      `{ Articles(where: {slug: {equals: "a"}}, limit: 1) { docs { body ${CARD} related { ${CARD} } } } }`,
    ],
  ])('lets %s pass', async (_, query) => {
    const { status, body } = await newsroom.graphql(query)
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { Articles: { docs: [] } } } })
    expect(body.errors).toBeUndefined()
  })

  it('is as counted by hand where it is too much', async () => {
    const twice = await newsroom.graphql(list(`${CARD} related { related { headline } }`))
    expect([twice.status, costOf(twice)]).toEqual([400, '96803'])
    // Twice 2 + 100 × (5 + 1 + 10 × (5 + 1 + 10 × (5 + 1))), which is 100 × 666 + 2.
    const aliases = await newsroom.graphql(
      '{ a: Articles(limit: 100) { docs { related { related { id } } } } b: Articles(limit: 100) { docs { related { related { id } } } } }',
    )
    expect([aliases.status, costOf(aliases)]).toEqual([400, '133204'])
  })
})

describe('a body that is nested', () => {
  const ANYBODYS = [
    '/api/users/login',
    '/api/users/forgot-password',
    '/api/users/reset-password',
    '/api/users',
    '/api/articles',
  ]

  it.each(ANYBODYS)('100,000 levels deep, sent to %s', async (address) => {
    const deep = `{"email":${lists(100_000)},"token":${lists(100_000)},"password":"x"}`
    expect(await outcome(address, json(deep))).toBe('400 invalid_value')
  })

  it.each(ANYBODYS)('20,000 levels deep, in a form sent to %s', async (address) => {
    const told = await outcome(address, form(`{"email":${lists(20_000)},"token":${lists(20_000)},"password":"x"}`))
    expect(told).toMatch(/^4\d\d [a-z_]+$/)
  })

  it.each(['articles', 'authors', 'news-teasers', 'sections', 'topics', 'places', 'globals/front'])(
    '20,000 levels deep, in a form of an editor sent to %s',
    async (target) => {
      for (const name of ['name', 'headline', 'body', 'lead', 'nosuch'])
        expect(await outcome(`/api/${target}`, form(`{"${name}":${lists(20_000)}}`, editor)), name).toBe(
          '400 invalid_value',
        )
    },
  )

  it('20,000 levels deep, in a form of an administrator', async () => {
    for (const target of ['users', 'globals/newsroom'])
      for (const name of ['name', 'email', 'nosuch'])
        expect(await outcome(`/api/${target}`, form(`{"${name}":${lists(20_000)}}`, admin)), name).toBe(
          '400 invalid_value',
        )
  })

  it('a text of nodes in nodes, thousands deep', async () => {
    const node = '{"type":"paragraph","version":1,"children":['
    const body = `{"root":{"type":"root","version":1,"children":[${node.repeat(3_000)}${']}'.repeat(3_000)}]}}`
    expect(await outcome('/api/articles', json(`{"headline":"Deep","body":${body}}`, editor))).toBe('400 invalid_value')
    expect(await outcome('/api/articles', form(`{"headline":"Deep","body":${body}}`, editor))).toBe('400 invalid_value')
  })

  it('a preference of the panel', async () => {
    const address = '/api/payload-preferences/deep'
    expect(await outcome(address, json(`{"value":${lists(100_000)}}`, editor))).toBe('400 invalid_value')
    expect(await outcome(address, json(`{"value":${lists(100)}}`, editor))).toBe('200 fine')
  })
})
