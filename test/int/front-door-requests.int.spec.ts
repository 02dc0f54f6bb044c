import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer } from '../../src/server/http/createHttpServer.ts'
import { openNewsroom, PASSWORD, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { sendRaw } from '../helpers/sendRaw.ts'

const EVIL = 'https://evil.example'

describe('requests at the front door', () => {
  let newsroom: TestNewsroom
  let token: string
  let article: string
  const lines: string[] = []

  beforeAll(async () => {
    newsroom = await openNewsroom({ log: (line) => lines.push(line) })
    article = await pieces(newsroom).anArticle()
    const body = { email: 'editor@imprimatur.example', password: PASSWORD }
    token = (await newsroom.ask('POST', '/api/users/login', { body })).body.token
  })
  afterAll(async () => newsroom.close())

  const cookie = (headers: Record<string, string> = {}) => ({ cookie: `payload-token=${token}`, ...headers })
  const me = async (headers: Record<string, string>): Promise<unknown> =>
    (await newsroom.ask('GET', '/api/users/me', { headers })).body.user?.email ?? null

  // Guard: crossSiteRefusal, and behind it the `csrf` list of the config.
  describe('from pages of other sites', () => {
    const body = { headline: 'Written by somebody else’s page' }

    it.each<[string, Record<string, string>]>([
      ['another origin', { origin: EVIL }],
      ['a page without an origin', { origin: 'null' }],
      ['another site, without a word on its origin', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }],
    ])('change nothing: %s', async (_, headers) => {
      for (const [method, address] of [
        ['PATCH', `/api/articles/${article}`],
        ['POST', '/api/articles'],
        ['DELETE', `/api/articles/${article}`],
        ['POST', '/api/users/logout'],
        ['POST', '/api/users/refresh-token'],
      ] as const) {
        const answer = await newsroom.ask(method, address, { body, headers: cookie(headers) })
        expect([answer.status, codesOf(answer)], `${method} ${address}`).toEqual([403, ['forbidden']])
      }
      const mutation = { query: `mutation { updateArticle(id: "${article}", data: { headline: "x" }) { id } }` }
      expect((await newsroom.ask('POST', '/api/graphql', { body: mutation, headers: cookie(headers) })).status).toBe(
        403,
      )
      const login = { email: 'editor@imprimatur.example', password: PASSWORD }
      const answer = await newsroom.ask('POST', '/api/users/login', { body: login, headers })
      expect([answer.status, answer.headers.get('set-cookie')], 'a login').toEqual([403, null])
      expect(await me(cookie()), 'still logged in, as nothing was carried out').toBe(null)
      expect(await me(cookie({ origin: newsroom.url }))).toBe('editor@imprimatur.example')
    })

    it('go through from our own pages, and with a token that no other page can know', async () => {
      const own = await newsroom.ask('PATCH', `/api/articles/${article}`, {
        body,
        headers: cookie({ origin: newsroom.url }),
      })
      expect(own.status).toBe(200)
      const scripted = { authorization: `JWT ${token}`, origin: EVIL }
      expect((await newsroom.ask('PATCH', `/api/articles/${article}`, { body, headers: scripted })).status).toBe(200)
    })

    it('get no leave to read either, and no form gets into GraphQL', async () => {
      const preflight = await newsroom.ask('OPTIONS', '/api/articles', {
        headers: { origin: EVIL, 'access-control-request-method': 'PATCH' },
      })
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
      const form = await sendRaw(newsroom.url, {
        method: 'POST',
        path: '/api/graphql',
        headers: { 'content-type': 'multipart/form-data; boundary=b', ...cookie({ origin: newsroom.url }) },
        body: '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"query":"{ meUser { user { id } } }"}\r\n--b--\r\n',
      })
      expect(form.status).toBe(415)
    })
  })

  describe('with a token that is not ours', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = (header: object, claims: object, secret: string) => {
      const text = `${part(header)}.${part(claims)}`
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    }

    it('are nobody’s: no algorithm, another secret, another user, an old one, one in the address', async () => {
      const [header = '', claims = '', mac = ''] = token.split('.')
      const says = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
      const head = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>
      const admin = { ...says, id: newsroom.userIds.admin }
      for (const forged of [
        `${part({ ...head, alg: 'none' })}.${part(admin)}.`,
        `${part({ ...head, alg: 'None' })}.${part(admin)}.${mac}`,
        `${header}.${part(admin)}.${mac}`,
        signed(head, admin, 'another secret'),
        signed(head, admin, ''),
        signed(head, admin, 'a secret for tests only'),
        `${token}x`,
        '..',
      ]) {
        expect(await me({ authorization: `JWT ${forged}` }), forged).toBeNull()
        expect(await me({ cookie: `payload-token=${forged}`, origin: newsroom.url }), forged).toBeNull()
      }
      for (const address of [`/api/users/me?token=${token}`, `/api/users/me?access_token=${token}`]) {
        expect((await newsroom.ask('GET', address)).body.user ?? null).toBeNull()
      }
      expect(await me({ authorization: `users API-Key ${token}` })).toBeNull()
      expect(await me({ authorization: `Bearer ${token}` }), 'the real one').toBe('editor@imprimatur.example')
    })
  })

  // Guard: narrowDocumentLocks.
  describe('about locks of documents', () => {
    const locks = '/api/payload-locked-documents'

    it('make none, take none away from others, and cannot make one last', async () => {
      const mine = {
        document: { relationTo: 'articles', value: article },
        user: { relationTo: 'users', value: newsroom.userIds.editor },
      }
      expect((await newsroom.ask('POST', locks, { as: 'editor', body: mine })).status).toBe(403)
      const lock = await newsroom.payload.db.create({ collection: 'payload-locked-documents', data: mine })
      for (const who of ['contributor', 'editor2', 'reviewer', 'admin'] as const) {
        expect(
          (await newsroom.ask('DELETE', `${locks}/${String(lock.id)}`, { as: who })).status,
          who,
        ).toBeGreaterThanOrEqual(403)
        const all = await newsroom.ask('DELETE', `${locks}?where[id][exists]=true`, { as: who })
        expect(all.body.docs ?? []).toEqual([])
      }
      expect((await newsroom.ask('GET', locks, { as: 'contributor' })).body.docs).toEqual([])
      expect((await newsroom.ask('GET', locks)).status).toBe(403)

      const future = { updatedAt: '2999-01-01T00:00:00.000Z', createdAt: '2999-01-01T00:00:00.000Z', ...mine }
      const { body } = await newsroom.ask('PATCH', `${locks}/${String(lock.id)}`, { as: 'editor', body: future })
      expect(Date.parse(body.doc.updatedAt)).toBeLessThan(Date.now() + 1000)
      expect(Date.parse(body.doc.createdAt)).toBeLessThan(Date.now() + 1000)
    })

    // Guard: passLock and OVER_AT_ONCE.
    it('hold nobody off, by no clock', async () => {
      const found = await newsroom.payload.db.findOne<{ id: string }>({
        collection: 'payload-locked-documents',
        where: { 'document.value': { equals: article } },
      })
      expect(found).not.toBeNull()
      // Renewed ahead of the server's clock, as by another server of several.
      await newsroom.payload.db.updateOne({
        collection: 'payload-locked-documents',
        id: found?.id ?? '',
        data: { updatedAt: new Date(Date.now() + 60_000).toISOString() },
      })
      const save = { as: 'editor2', body: { headline: 'Let in' } } as const
      expect((await newsroom.ask('PATCH', `/api/articles/${article}?overrideLock=false`, save)).status).toBe(200)
    })
  })

  describe('about what is Payload’s own', () => {
    it('get nothing of jobs, migrations and keys, by no method', async () => {
      for (const slug of ['payload-jobs', 'payload-migrations', 'payload-kv']) {
        for (const [method, rest] of [
          ['GET', ''],
          ['POST', ''],
          ['PATCH', '?where[id][exists]=true'],
          ['DELETE', '?where[id][exists]=true'],
          ['GET', '/run'],
          ['GET', '/handle-schedules'],
        ] as const) {
          const body = method === 'GET' ? {} : { body: { taskSlug: 'schedulePublish', input: {}, name: 'x', key: 'x' } }
          const { status } = await newsroom.ask(method, `/api/${slug}${rest}`, { as: 'admin', ...body })
          expect([401, 403, 404, 405], `${method} ${slug}${rest}: ${String(status)}`).toContain(status)
        }
      }
    })

    it('are told what an address takes before what a body lacks', async () => {
      for (const rest of ['diff', 'dossier', 'events', 'imprimatur', 'lease', 'transitions']) {
        for (const as of [undefined, 'editor'] as const) {
          const answer = await newsroom.ask('PATCH', `/api/articles/${article}/${rest}`, as ? { as } : {})
          expect([answer.status, codesOf(answer)], rest).toEqual([405, ['method_not_allowed']])
          expect(answer.headers.get('allow'), rest).toContain('GET')
        }
      }
      expect((await newsroom.ask('PATCH', '/api/globals/front', { as: 'admin' })).status).toBe(405)
      for (const rest of ['', '/assignment']) {
        const answer = await newsroom.ask('PATCH', `/api/articles/${article}${rest}`, { as: 'editor' })
        expect([answer.status, codesOf(answer)], rest).toEqual([400, ['invalid_value']])
      }
    })

    it('have preferences only with a login', async () => {
      for (const rest of ['/nav', '/count', '']) {
        const answer = await newsroom.ask('GET', `/api/payload-preferences${rest}`)
        expect([answer.status, codesOf(answer)], rest).toEqual([401, ['not_authenticated']])
        expect((await newsroom.ask('GET', `/api/payload-preferences${rest}`, { as: 'editor' })).status, rest).toBe(200)
      }
    })

    it('see and change nobody else’s preferences', async () => {
      const saved = await newsroom.ask('POST', '/api/payload-preferences/nav', {
        as: 'editor',
        body: { value: { open: true } },
      })
      expect(saved.status).toBe(200)
      expect((await newsroom.ask('GET', '/api/payload-preferences/nav', { as: 'editor2' })).body.value).toBeNull()
      expect((await newsroom.ask('GET', '/api/payload-preferences', { as: 'admin' })).body.docs).toEqual([])
      expect((await newsroom.ask('DELETE', '/api/payload-preferences/nav', { as: 'editor2' })).status).toBe(404)
      expect((await newsroom.ask('GET', '/api/payload-preferences/nav', { as: 'editor' })).body.value).toEqual({
        open: true,
      })
      expect((await newsroom.ask('DELETE', '/api/payload-preferences/nav', { as: 'editor' })).status).toBe(200)
    })
  })

  describe('that are too much', () => {
    it('are refused: pages, depth, levels and number of conditions, size of the body and of the headers', async () => {
      const nested = `where${'[and][0]'.repeat(30)}[slug][equals]=x`
      const many = Array.from({ length: 60 }, (_, each) => `where[or][${String(each)}][slug][equals]=x`).join('&')
      for (const query of ['limit=101', 'limit=-1', 'limit=0', 'depth=3', nested, many, 'page=1e9']) {
        expect((await newsroom.ask('GET', `/api/articles?${query}`)).status, query.slice(0, 40)).toBe(400)
      }
      const deep = `{"headline":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
      const sent = {
        method: 'POST',
        path: '/api/articles',
        headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
        body: deep,
      }
      const answer = await sendRaw(newsroom.url, sent)
      expect([answer.status, answer.body.includes('"code"')]).toEqual([400, true])
      const big = await sendRaw(newsroom.url, { ...sent, body: JSON.stringify({ headline: 'x'.repeat(1024 * 1024) }) })
      expect(big.status).toBe(413)
      const headers = await sendRaw(newsroom.url, {
        method: 'GET',
        path: '/api/articles',
        headers: { 'x-a': 'a'.repeat(17 * 1024) },
      })
      expect(headers.status).toBe(431)
    })

    it('are refused in GraphQL: depth by fragments, cost by aliases, many operations, lists of requests', async () => {
      const aliases = Array.from(
        { length: 30 },
        (_, each) => `a${String(each)}: Articles(limit: 100) { totalDocs }`,
      ).join(' ')
      const fragments = `{ Articles(limit: 1) { docs { ...F } } } fragment F on Article { related { ...G } } fragment G on Article { related { related { related { related { related { related { id } } } } } } }`
      for (const query of [
        '{a'.repeat(100_000),
        `{ ${aliases} }`,
        fragments,
        '{ __schema { types { name } } }',
        `{ Articles(limit: 101) { totalDocs } }`,
      ]) {
        const { body } = await newsroom.graphql(query)
        expect(body.errors?.[0]?.extensions?.code, query.slice(0, 40)).toMatch(
          /query_too_complex|invalid_value|forbidden/,
        )
      }
      expect((await newsroom.ask('POST', '/api/graphql', { body: [{ query: '{ __typename }' }] })).status).toBe(400)
      const where = Array.from({ length: 40 }).reduce<object>((inner) => ({ AND: [inner] }), { slug: { equals: 'x' } })
      const nested = await newsroom.graphql(
        'query($w: Article_where) { Articles(where: $w, limit: 1) { totalDocs } }',
        { w: where },
      )
      expect(nested.body.errors?.[0]?.extensions?.code).toBe('query_too_complex')
    })

    it('do not run away with a pattern: what is searched for is text', async () => {
      for (const pattern of ['(a+)+$', '^([a-z]+.)+[A-Z]$', '.*.*.*.*.*.*=', '[', '(?:', '\\']) {
        for (const operator of ['like', 'contains', 'not_like']) {
          const { status, body } = await newsroom.ask(
            'GET',
            `/api/articles?draft=true&where[headline][${operator}]=${encodeURIComponent(pattern)}`,
            { as: 'editor' },
          )
          expect(status, `${operator} ${pattern}`).toBe(200)
          expect(body.totalDocs).toBe(operator === 'not_like' ? 1 : 0)
        }
      }
    })

    // Guard: createHttpServer, whose limits are shortened here.
    it('are cut off when they are slow', async () => {
      const server = createHttpServer({ headersMs: 200, requestMs: 400, headerBytes: 16_384 }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as { port: number }
      for (const start of [
        'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ',
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{',
      ]) {
        const socket = connect(port, '127.0.0.1')
        let said = ''
        socket.setEncoding('utf8').on('data', (text: string) => (said += text))
        socket.write(start)
        await once(socket, 'close')
        expect(said).toMatch(/^HTTP\/1\.1 408/)
      }
      server.close()
    })
  })

  // Guard: the policy that securityHeaders puts on everything that is no page; cleanImage, which makes every picture anew.
  describe('for files', () => {
    const upload = (bytes: Uint8Array, name: string, type: string) => {
      const form = new FormData()
      form.append('_payload', JSON.stringify({ alt: 'A field.' }))
      form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
      return fetch(`${newsroom.url}/api/media`, {
        method: 'POST',
        headers: { authorization: `JWT ${token}` },
        body: form,
      })
    }

    it('get pictures that a browser will not take for a page, whatever was written into them', async () => {
      const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#258' } })
        .jpeg()
        .toBuffer()
      const polyglot = Buffer.concat([picture, Buffer.from('<html><script>alert(1)</script>')])
      const { doc } = (await (await upload(polyglot, 'page.html.jpg', 'text/html')).json()) as { doc: { url: string } }
      const answer = await fetch(new URL(doc.url, newsroom.url), { headers: { authorization: `JWT ${token}` } })
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
      expect(Buffer.from(await answer.arrayBuffer()).includes('<script')).toBe(false)
    })

    it.each([
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.png', 'image/png'],
      ['\uFEFF<?xml version="1.0"?><svg/>', 'a.jpg', 'image/jpeg'],
      ['<!DOCTYPE html><script>alert(1)</script>', 'a.webp', 'image/webp'],
      ['GIF89a/*<svg onload=alert(1)>*/', 'a.png', 'image/png'],
      ['\u00ff\u00d8\u00ff<script>alert(1)</script>', 'a.jpg', 'image/jpeg'],
    ])('take in nothing else, whatever it is called: %s', async (text, name, type) => {
      const answer = await upload(Buffer.from(text, text.startsWith('\u00ff') ? 'latin1' : 'utf8'), name, type)
      expect(answer.status).toBe(400)
    })
  })

  describe('with tricks in their first line', () => {
    it.each([
      ['POST', '/api//users/first-register'],
      ['POST', '/api/users/./first-register'],
      ['POST', '/api/x/../users/first-register'],
      ['POST', '/api/users/%66irst-register'],
      ['POST', '/API/users/first-register'],
      ['POST', '/api/users/first-register/'],
      ['POST', '/api/users/first-register?x=1'],
      ['PUT', '/api/users/first-register'],
    ])('make no account: %s %s', async (method, path) => {
      const body = JSON.stringify({
        email: 'mallory@example.org',
        password: 'a long password',
        name: 'M',
        roles: ['admin'],
      })
      const answer = await sendRaw(newsroom.url, {
        method,
        path,
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      const where = { email: { equals: 'mallory@example.org' } }
      expect(await newsroom.payload.db.findOne({ collection: 'users', where })).toBeNull()
    })

    it('become no other method by a header', async () => {
      for (const name of ['x-http-method-override', 'x-payload-http-method-override', 'x-method-override']) {
        for (const method of ['GET', 'POST']) {
          const body = method === 'POST' ? { body: { headline: 'x' } } : {}
          await newsroom.ask(method, `/api/articles/${article}`, {
            as: 'editor',
            headers: { [name]: 'DELETE' },
            ...body,
          })
        }
      }
      expect((await newsroom.ask('GET', `/api/articles/${article}?draft=true`, { as: 'editor' })).status).toBe(200)
    })

    it('leave no secret in the log: not in an address, not in a header, not in a body', async () => {
      await newsroom.ask('GET', '/admin/reset/5ecre75ecre75ecre7')
      await newsroom.ask('GET', '/api/users/me?token=5ecre75ecre75ecre7', {
        headers: { authorization: 'JWT 5ecre75ecre75ecre7', cookie: 'payload-token=5ecre75ecre75ecre7' },
      })
      await newsroom.ask('POST', '/api/users/reset-password', {
        body: { token: '5ecre75ecre75ecre7', password: '5ecre75ecre75ecre7' },
      })
      await newsroom.ask('POST', '/api/users/login?password=5ecre75ecre75ecre7', {
        body: { email: '5ecre75ecre75ecre7@b.example', password: '5ecre75ecre75ecre7' },
      })
      expect(lines.join('')).not.toContain('5ecre7')
      expect(lines.join('')).not.toContain(token)
    })
  })
})
