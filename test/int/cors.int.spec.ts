import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** By the Fetch standard, §3.2 (CORS protocol). */

const FRIEND = 'https://www.example.org'
const STRANGER = 'https://www.example.com'
const SLUG = '/api/articles/by-slug/adders'

let newsroom: TestNewsroom
let id: string

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { CORS_ORIGINS: `${FRIEND}, http://localhost:5173` } })
  const desk = pieces(newsroom)
  id = await desk.published('articles', await desk.anArticle({ headline: 'Adders', slug: 'adders' }))
})
afterAll(async () => {
  await newsroom.close()
})

const from = (origin: string, more: Record<string, string> = {}) => ({ headers: { origin, ...more } })
const allowed = ({ headers }: Answer) => headers.get('access-control-allow-origin')
const varies = ({ headers }: Answer) => (headers.get('vary') ?? '').split(', ')

describe('a page of another origin', () => {
  it('reads what is public when its origin is on the list, from memory and anew', async () => {
    for (const answer of [
      await newsroom.ask('GET', SLUG, from(FRIEND)),
      await newsroom.ask('GET', SLUG, from(FRIEND)),
    ]) {
      expect([answer.status, allowed(answer)]).toEqual([200, FRIEND])
      expect(answer.headers.get('access-control-expose-headers')).toContain('ETag')
      expect(varies(answer)).toEqual(expect.arrayContaining(['Origin', 'Accept-Encoding']))
    }
  })

  // Guard: one answer is kept for all; each gets the headers of its own origin.
  it('never gets the permission of another one from memory', async () => {
    await newsroom.ask('GET', SLUG, from(FRIEND))
    const seen = [
      await newsroom.ask('GET', SLUG, from(STRANGER)),
      await newsroom.ask('GET', SLUG),
      await newsroom.ask('GET', SLUG, from('http://localhost:5173')),
    ]
    expect(seen.map(allowed)).toEqual([null, null, 'http://localhost:5173'])
    for (const answer of seen) expect(varies(answer)).toContain('Origin')
  })

  it('is told so on a 304, a 404 and a refusal, too', async () => {
    const etag = (await newsroom.ask('GET', SLUG)).headers.get('etag') ?? ''
    const seen = [
      await newsroom.ask('GET', SLUG, from(FRIEND, { 'if-none-match': etag })),
      await newsroom.ask('GET', '/api/articles/by-slug/nothing', from(FRIEND)),
      await newsroom.ask('GET', '/api/articles?nothing=1', from(FRIEND)),
      await newsroom.ask('GET', '/api/articles?draft=true', from(FRIEND)),
    ]
    expect(seen.map((answer) => [answer.status, allowed(answer)])).toEqual(
      [304, 404, 400, 401].map((status) => [status, FRIEND]),
    )
  })

  it('may ask before it sends a token, and not with cookies', async () => {
    const question = (origin: string) =>
      newsroom.ask('OPTIONS', SLUG, from(origin, { 'access-control-request-method': 'GET' }))
    const answer = await question(FRIEND)
    expect([answer.status, allowed(answer)]).toEqual([204, FRIEND])
    const accepted = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ')
    for (const header of ['authorization', 'if-modified-since', 'cache-control', 'x-requested-with', 'baggage'])
      expect(accepted).toContain(header)
    for (const header of ['apollo-require-preflight', 'x-apollo-operation-name', 'traceparent', 'sentry-trace'])
      expect(accepted).toContain(header)
    expect(accepted).not.toContain('cookie')
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(varies(answer)).toContain('Origin')
    expect(allowed(await question(STRANGER))).toBeNull()
    expect(allowed(await question('null'))).toBeNull()
  })

  it('asks GraphQL by POST as nobody, whatever cookie it brings', async () => {
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'a password for tests only' },
    })
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const graphql = (origin: string, query: string) =>
      newsroom.ask('POST', '/api/graphql', { body: { query }, headers: { origin, cookie } })
    const read = await graphql(FRIEND, '{ Articles { totalDocs } }')
    expect([read.status, allowed(read), read.body.data.Articles.totalDocs]).toEqual([200, FRIEND, 1])
    const staff = await graphql(FRIEND, '{ Articles { docs { createdBy } } }')
    expect(staff.status).toBe(401)
    const written = await graphql(
      FRIEND,
      `mutation { updateArticle(id: "${id}", data: { kicker: "Elsewhere" }) { id } }`,
    )
    expect(written.body.errors[0].extensions.code).toBe('forbidden')
    expect((await graphql(STRANGER, '{ Articles { totalDocs } }')).status).toBe(403)
  })

  it('may not write through REST', async () => {
    const answer = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'a password for tests only' },
      headers: { origin: FRIEND },
    })
    expect(answer.status).toBe(403)
  })

  // Guard: what the app does not open to others is not opened by the cache either.
  it.each(['/healthz', '/', '/articles/adders', '/admin'])(
    'does not read %s, which is not the API',
    async (address) => {
      for (const answer of [
        await newsroom.ask('GET', address, from(FRIEND)),
        await newsroom.ask('GET', address, from(FRIEND)),
      ])
        expect(allowed(answer)).toBeNull()
    },
  )
})
