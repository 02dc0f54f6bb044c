import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { afterEach, describe, expect, it } from 'vitest'

import type { AppParts } from '../../../src/server/http/createApp.ts'
import { createApp } from '../../../src/server/http/createApp.ts'
import { createLog } from '../../../src/server/process/log.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Line = {
  level: string
  msg: string
  requestId?: string
  path?: string
  status?: number
  err?: { message: string }
}

/** The app on a free port, with parts that can be replaced, and its log. */
async function serve(parts: Partial<AppParts> = {}) {
  const lines: Line[] = []
  const log = createLog('debug', { write: (line: string) => lines.push(JSON.parse(line) as Line) })
  let count = 0
  const app = createApp({
    origin: 'https://news.example.org',
    log,
    rest: (request) =>
      Promise.resolve(Response.json({ rest: new URL(request.url).pathname, id: request.headers.get('x-request-id') })),
    pages: (req, res) => res.end(`page ${req.url ?? ''}`),
    isLoggedIn: () => Promise.resolve(false),
    ready: () => Promise.resolve(true),
    newRequestId: () => `r-${String((count += 1))}`,
    ...parts,
  })
  const server = createServer(app)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    lines,
    port,
    get: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${String(port)}${path}`, init),
  }
}

const routes = {
  endpoints: [],
  collections: [{ slug: 'articles', endpoints: [{ path: '/:id', method: 'get' }] }],
  globals: [],
}
const payloadNotFound = () => Promise.resolve(Response.json({ message: 'Route not found "/api/x"' }, { status: 404 }))

describe('createApp, routing', () => {
  it.each([
    ['/api/articles?limit=1', '/api/articles'],
    ['/api', '/api'],
    ['/api/', '/api/'],
  ])('sends %s to the REST handler with its whole path', async (path, seen) => {
    const { get } = await serve()
    expect(await (await get(path)).json()).toMatchObject({ rest: seen })
  })

  it.each(['/', '/apiary', '/admin', '/articles/api'])('sends %s to the pages', async (path) => {
    const { get } = await serve()
    expect(await (await get(path)).text()).toBe(`page ${path}`)
  })

  it('sends /api/graphql to its handler, and nothing below or beside it', async () => {
    const { get } = await serve({ graphql: () => Promise.resolve(Response.json({ data: 1 })) })
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect(await (await get('/api/graphql', json)).json()).toEqual({ data: 1 })
    expect((await get('/api/graphql', { ...json, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await get('/api/graphql/below', { method: 'POST' })).status).toBe(404)
    expect(await (await get('/api/graphqls')).json()).toMatchObject({ rest: '/api/graphqls' })
  })

  it('knows no GraphQL without a handler for it', async () => {
    const { get } = await serve()
    const response = await get('/api/graphql', { method: 'POST' })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'not_found' }] })
  })

  it('takes GraphQL by GET and POST only', async () => {
    const { get } = await serve({ graphql: () => Promise.resolve(Response.json({ data: 1 })) })
    const response = await get('/api/graphql', { method: 'PUT' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    expect(await response.json()).toMatchObject({ errors: [{ code: 'method_not_allowed' }] })
    expect(await (await get('/api/graphql?query={a}')).json()).toEqual({ data: 1 })
  })

  it('asks the site before the pages, for what is not the API', async () => {
    const { get } = await serve({
      site: (req, res, next) => {
        if (req.path === '/mine') res.end('site')
        else next()
      },
    })
    expect(await (await get('/mine')).text()).toBe('site')
    expect(await (await get('/admin')).text()).toBe('page /admin')
    expect(await (await get('/api/mine')).json()).toMatchObject({ rest: '/api/mine' })
  })

  it('reads an absolute target as its path, for the pages too', async () => {
    const { port } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write('GET http://evil.example/admin?a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    expect(await text(socket)).toContain('page /admin?a')
  })
})

describe('createApp, refusals', () => {
  it('says with every 401 how to log in, unless it was said already', async () => {
    const refused = (headers?: Record<string, string>) => () =>
      Promise.resolve(Response.json({}, { status: 401, ...(headers ? { headers } : {}) }))
    const challenge = async (rest: AppParts['rest']) =>
      (await (await serve({ rest })).get('/api/x')).headers.get('www-authenticate')
    expect(await challenge(refused())).toBe('JWT realm="api"')
    expect(await challenge(refused({ 'www-authenticate': 'Own realm="x"' }))).toBe('Own realm="x"')
    const { get } = await serve({ graphql: refused() })
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await get('/api/graphql', json)).headers.get('www-authenticate')).toBe('JWT realm="api"')
    const act = await get('/admin', { method: 'POST', headers: { 'next-action': 'x' } })
    expect([act.status, act.headers.get('www-authenticate')]).toEqual([401, 'JWT realm="api"'])
  })

  it('gives every refusal the shape and the headers that it had', async () => {
    const { get } = await serve({
      rest: () =>
        Promise.resolve(
          Response.json({ message: 'No.' }, { status: 403, headers: { 'x-a': '1', 'set-cookie': 'a=1' } }),
        ),
    })
    const response = await get('/api/x')
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ errors: [{ code: 'forbidden', message: 'No.' }] })
    expect(response.headers.get('x-a')).toBe('1')
    expect(response.headers.getSetCookie()).toEqual(['a=1'])
    expect(response.headers.get('cache-control'), 'it sets a cookie').toBe('private, no-store')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  })

  it('lets a refusal say itself how it may be cached', async () => {
    const { get } = await serve({
      rest: () => Promise.resolve(new Response('gone', { status: 410, headers: { 'cache-control': 'max-age=60' } })),
    })
    expect((await get('/api/x')).headers.get('cache-control')).toBe('max-age=60')
  })

  it('says 405 with Allow for a known address, 404 for an unknown one', async () => {
    const { get } = await serve({ rest: payloadNotFound, routes })
    const wrong = await get('/api/articles/7', { method: 'PUT' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await wrong.json()).toMatchObject({ errors: [{ code: 'method_not_allowed' }] })
    expect((await get('/api/articles/7')).status).toBe(404)
    expect((await get('/api/nothing', { method: 'PUT' })).status).toBe(404)
  })

  it.each([
    ['/api/articles/7?depth=0', 'GET, HEAD, OPTIONS'],
    ['/api/graphql', 'GET, HEAD, OPTIONS, POST'],
    ['/api/nothing', ''],
  ])('says with Allow what %s takes, also to a method that fetch cannot carry', async (target, allow) => {
    const { port } = await serve({ rest: payloadNotFound, routes })
    const socket = connect(port, '127.0.0.1')
    socket.end(`TRACE ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(/^allow: ?(.*)\r$/im.exec(answer)?.[1]).toBe(allow)
  })

  it('takes a collection without endpoints for unknown', async () => {
    const { get } = await serve({
      rest: () => Promise.resolve(Response.json({ message: 'Cannot GET http://x' }, { status: 501 })),
    })
    const response = await get('/api/closed')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ errors: [{ code: 'not_found', message: 'There is nothing here.' }] })
  })

  it('hides why the handler threw, and logs it under the request id', async () => {
    const { get, lines } = await serve({ rest: () => Promise.reject(new Error('secret reason')) })
    const response = await get('/api/x?token=t')
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(body).toContain('r-1')
    expect(body).not.toContain('secret reason')
    expect(lines.find(({ err }) => err?.message === 'secret reason')).toMatchObject({
      level: 'error',
      requestId: 'r-1',
      path: '/api/x',
    })
  })

  it('hides why a page threw', async () => {
    const { get, lines } = await serve({ pages: () => Promise.reject(new Error('secret reason')) })
    const response = await get('/x')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret reason')
    expect(lines.some(({ err }) => err?.message === 'secret reason')).toBe(true)
  })

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'])('refuses a %s body of another type with a code', async (method) => {
    const { get } = await serve()
    const response = await get('/api/x', { method, body: 'a=1', headers: { 'content-type': 'text/plain' } })
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'unsupported_media_type' }] })
  })

  it('refuses a JSON body over 1 MB with a code', async () => {
    const { get } = await serve()
    const body = JSON.stringify({ a: 'x'.repeat(1024 * 1024) })
    const response = await get('/api/x', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({ errors: [{ code: 'too_large', message: 'The body is larger than 1 MB.' }] })
  })

  it.each(['/%', '/api/%E0%A4%A'])('refuses the address %s', async (path) => {
    const { get } = await serve()
    const response = await get(path)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ code: 'invalid_value' }] })
  })
})

describe('createApp, every answer', () => {
  it.each(['/', '/api/x', '/healthz', '/%'])('has the security headers and a request id on %s', async (path) => {
    const { get } = await serve()
    const { headers } = await get(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'SAMEORIGIN',
      'x-request-id': 'r-1',
    })
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it('lets nobody choose an address, or a host, for themselves', async () => {
    const spoofed = {
      'x-forwarded-for': '198.51.100.1',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=198.51.100.1',
    }
    const seen = async (parts: Partial<AppParts>) => {
      const rest = (request: Request) => Promise.resolve(Response.json(Object.fromEntries(request.headers)))
      const { get } = await serve({ rest, ...parts })
      return (await (await get('/api/x', { headers: spoofed })).json()) as Record<string, string>
    }
    const direct = await seen({})
    expect([direct['x-forwarded-for'], direct['x-forwarded-host'], direct.forwarded]).toEqual([
      '127.0.0.1',
      'news.example.org',
      undefined,
    ])
    expect((await seen({ trustProxy: 1 }))['x-forwarded-for']).toBe('198.51.100.1')
    expect((await seen({ trustProxy: ['10.0.0.0/8'] }))['x-forwarded-for'], 'a proxy that is not ours').toBe(
      '127.0.0.1',
    )
  })

  it('has a policy by what it is: nothing runs in data, and scripts of the panel by a nonce of its own page', async () => {
    const pages: AppParts['pages'] = (req, res) => res.end(String(req.headers['content-security-policy']))
    const { get } = await serve({ pages })
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const answer = await get('/admin/x', { headers: { 'content-security-policy': "script-src 'nonce-mine'" } })
        const policy = answer.headers.get('content-security-policy') ?? ''
        expect(await answer.text(), 'as Next gets it').toBe(policy)
        return policy
      }),
    )
    expect(new Set(policies).size).toBe(2)
    expect(policies[0]).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
    expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/)
    const { headers } = await get('/api/x')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    const plain = await serve({ origin: 'http://127.0.0.1:3000' })
    expect((await plain.get('/api/x')).headers.has('strict-transport-security')).toBe(false)
  })

  it('has nobody make the first account in the panel, and says where it is made', async () => {
    const isSetUp = (there: boolean) => ({ isSetUp: () => Promise.resolve(there) })
    const empty = await (await serve(isSetUp(false))).get('/admin/create-first-user')
    expect([empty.status, empty.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect(await empty.text()).toContain('npm run admin')
    expect(await (await (await serve(isSetUp(true))).get('/admin/create-first-user')).text()).toBe(
      'page /admin/create-first-user',
    )
  })

  it('takes actions of the panel from those who are logged in only, as the headers say', async () => {
    const { get } = await serve({
      isLoggedIn: (headers) => Promise.resolve(headers.get('cookie') === 'payload-token=hers'),
    })
    const act = (cookie: string) =>
      get('/admin/x', { method: 'POST', headers: { 'Next-Action': 'an id', cookie }, body: '[]' })
    expect(await (await act('payload-token=hers')).text()).toBe('page /admin/x')
    const refused = await act('payload-token=nobodys')
    expect([refused.status, ((await refused.json()) as { errors: { code: string }[] }).errors[0]?.code]).toEqual([
      401,
      'not_authenticated',
    ])
  })

  it('has pages asked for only: Next would take a form for an action, and answer 500 to one that it cannot read', async () => {
    const { get } = await serve()
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      const refused = await get('/admin', { method, headers, ...(method === 'OPTIONS' ? {} : { body: 'x' }) })
      expect([method, refused.status, refused.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
    }
    expect((await get('/admin', { method: 'HEAD' })).status).toBe(200)
  })

  it('keeps a sound request id and replaces any other', async () => {
    const { get } = await serve()
    const idFor = async (given: string) =>
      (await get('/api/x', { headers: { 'x-request-id': given } })).headers.get('x-request-id')
    expect(await idFor('proxy-7.a:b')).toBe('proxy-7.a:b')
    for (const bad of ['a b', '<script>', 'x'.repeat(129), 'a"b']) expect(await idFor(bad)).toMatch(/^r-\d$/)
  })

  it('tells the handler the request id', async () => {
    const { get } = await serve()
    expect(await (await get('/api/x')).json()).toMatchObject({ id: 'r-1' })
  })

  it('logs one line without the query', async () => {
    const { get, lines } = await serve()
    await (await get('/api/x?token=t')).text()
    await expect.poll(() => lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 'info', msg: 'request', requestId: 'r-1', path: '/api/x', status: 200 })
    expect(JSON.stringify(lines)).not.toContain('token')
  })
})

describe('createApp, metrics', () => {
  it('counts what was answered by method and status, and tells no address', async () => {
    const { get } = await serve()
    await get('/api/articles/secret-slug')
    await get('/api/articles/secret-slug')
    await get('/healthz', { method: 'POST' })
    const answer = await get('/metrics')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ])
    const lines = (await answer.text()).split('\n')
    expect(lines).toContain('http_requests_total{method="GET",status="200"} 2')
    expect(lines).toContain('http_requests_total{method="POST",status="405"} 1')
    expect(lines).toContain('http_request_duration_seconds_bucket{le="+Inf"} 3')
    expect(lines).toContain('http_request_duration_seconds_count 3')
    expect(lines.join()).not.toContain('secret-slug')
    // Each line is a comment or a sample; the text ends with a line feed.
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]+\})? [\d.e+-]+)$/)
    expect(lines.at(-1)).toBe('')
  })

  it('gives an odd method no name of its own, and takes reads only', async () => {
    const { get } = await serve()
    await get('/api/x', { method: 'PROPFIND' })
    expect(await (await get('/metrics')).text()).toContain('http_requests_total{method="other",status="200"} 1')
    const refused = await get('/metrics', { method: 'POST' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('createApp, probes', () => {
  it('is alive whatever the database does, and ready only with it', async () => {
    const { get } = await serve({ ready: () => Promise.resolve(false) })
    const [alive, ready] = [await get('/healthz'), await get('/readyz')]
    expect([alive.status, ready.status]).toEqual([200, 503])
    expect(await alive.json()).toEqual({ status: 'ok' })
    expect(await ready.json()).toMatchObject({ errors: [{ code: 'busy' }] })
    expect(ready.headers.get('cache-control')).toBe('no-store')
  })

  it('takes nothing but GET and HEAD', async () => {
    const { get } = await serve()
    const response = await get('/readyz', { method: 'POST' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await get('/readyz', { method: 'HEAD' })).status).toBe(200)
  })
})
