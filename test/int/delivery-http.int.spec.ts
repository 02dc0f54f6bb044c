import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, PASSWORD, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'

/** RFC 9110, 9111 and 9530 over a real socket. What an answer has to be is worked out from these. */

type Raw = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let id: string
let address: string

/** A request whose body is left as it came: `fetch` would decode it. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(newsroom.url)
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  const body = aText('The harbour was closed for three days, and nobody had been told of it. '.repeat(20))
  id = await desk.published('articles', await desk.anArticle({ headline: 'The harbour', slug: 'the-harbour', body }))
  address = '/api/articles/by-slug/the-harbour'
})
afterAll(async () => newsroom.close())

const etagOf = (answer: Raw): string => String(answer.headers.etag)

describe('an anonymous read of something public', () => {
  it('says by what it can be told from another, and that it may be shared', async () => {
    const { status, headers, body } = await raw(address)
    expect(status).toBe(200)
    expect(headers.etag).toMatch(/^"[^"]+"$/)
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1, stale-while-revalidate=1')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(Date.parse(String(headers.date))).not.toBeNaN()
    expect(Date.parse(String(headers['last-modified']))).toBeLessThanOrEqual(Date.parse(String(headers.date)))
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-length']).toBe(String(body.length))
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['surrogate-key']?.toString().split(' ')).toContain(`articles:${id}`)
    expect(headers['cache-tag']?.toString().split(',')).toContain(`articles:${id}`)
    expect(headers['cache-groups']?.toString().split(', ')).toContain(`"articles:${id}"`)
  })

  it.each(['/api/articles', '/api/articles/count', '/api/globals/front', '/api/sections'])('%s, too', async (each) => {
    const { status, headers } = await raw(each)
    expect([status, typeof headers.etag]).toEqual([200, 'string'])
    expect(headers['cache-control']).toContain('public')
  })

  it('also when it is asked at length, and when the request says that it has no body', async () => {
    const many = Array.from({ length: 90 }, (_, at) => `a-slug-that-nobody-has-${String(at).padStart(20, '0')}`)
    const long = `/api/articles?where[slug][in]=the-harbour,${many.join(',')}`
    expect(long.length).toBeGreaterThan(3_000)
    const answers = [await raw(long), await raw(address, { 'content-length': '0' })]
    for (const { headers, status } of answers) {
      expect([status, typeof headers.etag]).toEqual([200, 'string'])
      expect(headers['cache-control']).toContain('public')
      expect(headers['surrogate-key']?.toString().split(' ')).toContain(`articles:${id}`)
    }
    expect(answers[1]?.headers.etag).toBe((await raw(address)).headers.etag)
  })

  it('says the same the second time', async () => {
    const [first, second] = [await raw(address), await raw(address)]
    const without = ({ headers: { date: _, ...headers }, ...answer }: Raw) => ({ ...answer, headers })
    expect(without(second)).toEqual(without(first))
  })

  it('has a strong tag, a length and a digest for each coding', async () => {
    const plain = await raw(address)
    const gzip = await raw(address, { 'accept-encoding': 'gzip' })
    const br = await raw(address, { 'accept-encoding': 'gzip, br' })
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
    expect(new Set([plain, gzip, br].map(etagOf)).size).toBe(3)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    for (const { headers, body } of [plain, gzip, br]) {
      expect(headers['content-length']).toBe(String(body.length))
      expect(headers['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(body).digest('base64')}:`)
      expect(headers.vary).toBe('Accept-Encoding')
    }
  })

  it.each([
    ['gzip;q=0, br;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0.2, br;q=0.1', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['compress', undefined],
    ['GZIP', 'gzip'],
    ['', undefined],
  ])('Accept-Encoding %j gets %j', async (accepted, coding) => {
    const { headers } = await raw(address, { 'accept-encoding': accepted })
    // Node 22.15 and newer would take zstd for the asterisk.
    expect(headers['content-encoding'] === 'zstd' ? 'gzip' : headers['content-encoding']).toBe(coding)
  })

  it('HEAD has the headers of GET and no body', async () => {
    const [get, head] = [
      await raw(address, { 'accept-encoding': 'gzip' }),
      await raw(address, { 'accept-encoding': 'gzip' }, 'HEAD'),
    ]
    expect(head.body.length).toBe(0)
    const { date: _, ...headers } = head.headers
    const { date: __, ...expected } = get.headers
    expect([head.status, headers]).toEqual([200, expected])
  })
})

describe('preconditions', () => {
  const MODIFIED_LONG_AGO = 'Sun, 06 Nov 1994 08:49:37 GMT'
  const FAR_AHEAD = 'Fri, 31 Dec 2100 23:59:59 GMT'

  it.each<[string, (tag: string) => string, number]>([
    ['the tag', (tag) => tag, 304],
    ['the tag as a weak one', (tag) => `W/${tag}`, 304],
    ['a list with it', (tag) => `"one", W/"two,three" ,${tag}`, 304],
    ['an asterisk', () => '*', 304],
    ['another tag', () => '"another"', 200],
    ['a part of the tag', (tag) => `${tag.slice(0, -3)}"`, 200],
    ['the tag without its quotes', (tag) => tag.slice(1, -1), 200],
    ['the tag within another one', (tag) => `"x,${tag.slice(1, -1)},y"`, 200],
    ['no list', (tag) => `"one" ${tag}x`, 200],
  ])('If-None-Match: %s', async (_, given, status) => {
    const { headers } = await raw(address)
    const answer = await raw(address, { 'if-none-match': given(String(headers.etag)) })
    expect(answer.status).toBe(status)
  })

  it.each(['', 'gzip', 'br'])('a 304 has what its 200 says of caches, in %j', async (coding) => {
    const accept = { 'accept-encoding': coding }
    const whole = await raw(address, accept)
    const { status, headers, body } = await raw(address, { ...accept, 'if-none-match': etagOf(whole) })
    expect([status, body.length]).toEqual([304, 0])
    for (const name of ['etag', 'cache-control', 'vary', 'last-modified', 'surrogate-key', 'cache-tag', 'cache-groups'])
      expect(headers[name], name).toBe(whole.headers[name])
    expect(headers.date).toBeDefined()
    for (const name of ['content-length', 'content-type', 'content-encoding'])
      expect(headers[name], name).toBeUndefined()
  })

  it('the tag of one coding is not that of another', async () => {
    const gzip = await raw(address, { 'accept-encoding': 'gzip' })
    expect((await raw(address, { 'if-none-match': etagOf(gzip) })).status).toBe(200)
  })

  it('HEAD is 304, too', async () => {
    const tag = etagOf(await raw(address))
    expect((await raw(address, { 'if-none-match': tag }, 'HEAD')).status).toBe(304)
  })

  it('If-Modified-Since counts where there is no If-None-Match, and is ignored when it is no date', async () => {
    const { headers } = await raw(address)
    const since = async (date: string, more: Record<string, string> = {}) =>
      (await raw(address, { 'if-modified-since': date, ...more })).status
    expect(await since(String(headers['last-modified']))).toBe(304)
    expect(await since(MODIFIED_LONG_AGO)).toBe(200)
    expect(await since('yesterday')).toBe(200)
    expect(await since('2100-01-01T00:00:00Z'), 'a date of another form').toBe(200)
    expect(await since(FAR_AHEAD, { 'if-none-match': '"another"' })).toBe(200)
    expect(await since(MODIFIED_LONG_AGO, { 'if-none-match': String(headers.etag) })).toBe(304)
  })

  it('If-Match and If-Unmodified-Since that do not hold are 412', async () => {
    const { headers } = await raw(address)
    const tag = String(headers.etag)
    const statusOf = async (more: Record<string, string>) => (await raw(address, more)).status
    expect(await statusOf({ 'if-match': '"another"' })).toBe(412)
    expect(await statusOf({ 'if-match': `W/${tag}` }), 'compared strongly').toBe(412)
    expect(await statusOf({ 'if-match': `"another", ${tag}` })).toBe(200)
    expect(await statusOf({ 'if-match': '*' })).toBe(200)
    expect(await statusOf({ 'if-unmodified-since': MODIFIED_LONG_AGO })).toBe(412)
    expect(await statusOf({ 'if-unmodified-since': MODIFIED_LONG_AGO, 'if-match': tag })).toBe(200)
    const refused = await raw(address, { 'if-match': '"another"' })
    expect(refused.headers['cache-control']).toBe('no-store')
    expect(refused.headers['x-content-type-options']).toBe('nosniff')
    expect(JSON.parse(refused.body.toString()).errors[0].code).toBe('precondition_failed')
  })

  it('do not count where nothing is there', async () => {
    const { status, headers } = await raw('/api/articles/by-slug/nothing', { 'if-none-match': '*', 'if-match': '"x"' })
    expect(status).toBe(404)
    expect(headers['cache-control']).toContain('public')
    expect(headers.etag).toBeUndefined()
  })
})

describe('what is not for everybody', () => {
  it('is private for whoever says who they are, rightly or not', async () => {
    const email = 'editor@imprimatur.example'
    const { body } = await newsroom.ask('POST', '/api/users/login', { body: { email, password: PASSWORD } })
    for (const headers of [
      { authorization: `JWT ${String(body.token)}` },
      { authorization: 'Bearer none' },
      { cookie: `payload-token=${String(body.token)}` },
      { cookie: 'theme=dark; payload-token=wrong' },
    ] as Record<string, string>[]) {
      const answer = await raw(address, headers)
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
      expect(answer.headers.etag).toBeUndefined()
      expect(answer.headers['surrogate-key']).toBeUndefined()
    }
  })

  it('is private for whoever shows a key that is none', async () => {
    const { headers, status } = await raw(address, { authorization: 'users API-Key none' })
    expect([status, headers['cache-control'], headers.etag]).toEqual([401, 'private, no-store', undefined])
  })

  it.each(['draft=true', 'draft=false', '%64raft=true', 'trash=true', 'trash=false'])('?%s', async (asked) => {
    const { headers } = await raw(`/api/articles?${asked}`)
    expect([headers['cache-control'], headers.etag]).toEqual(['private, no-store', undefined])
  })

  it.each([
    ['/api/articles?colour=red', 400],
    ['/api/users', 403],
    ['/api/nothing/here', 404],
  ])('%s is no-store', async (path, status) => {
    const answer = await raw(path)
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store'])
  })

  it('another method is 405 and says which there are', async () => {
    for (const path of [address, `/api/articles/${id}/imprimatur`]) {
      const { status, headers } = await raw(path, {}, 'DELETE')
      expect([status, headers.allow, headers['cache-control']], path).toEqual([405, 'GET, HEAD, OPTIONS', 'no-store'])
    }
  })

  it('another cookie changes nothing', async () => {
    const answer = await raw(address, { cookie: 'theme=dark; consent=yes' })
    expect(answer.headers['cache-control']).toContain('public')
  })
})

describe('one address in several spellings', () => {
  it.each(['?depth=1&select[headline]=true', '?select[headline]=true&depth=1', '?&depth=1&&select%5Bheadline%5D=true'])(
    '%s',
    async (query) => {
      expect(etagOf(await raw(address + query))).toBe(etagOf(await raw(`${address}?depth=1&select[headline]=true`)))
    },
  )

  it('an absolute target is the same address', async () => {
    expect(etagOf(await raw(newsroom.url + address))).toBe(etagOf(await raw(address)))
  })

  it('the Host header of a request is in no answer', async () => {
    const { body, headers } = await raw('/api/articles', { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
    expect(body.toString() + JSON.stringify(headers)).not.toContain('evil.example')
  })
})

describe('a request id', () => {
  it('is kept where one is sent', async () => {
    expect((await raw(address, { 'x-request-id': 'mine-1' })).headers['x-request-id']).toBe('mine-1')
    expect((await raw('/api/articles?colour=red', { 'x-request-id': 'mine-2' })).headers['x-request-id']).toBe('mine-2')
    expect((await raw(address)).headers['x-request-id'], 'nothing of somebody else’s').toBeUndefined()
  })
})
