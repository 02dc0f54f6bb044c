import { once } from 'node:events'
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { currentExchange, type Verdict } from '../../../src/site/exchange.ts'
import { siteRoutes, type SiteParts } from '../../../src/server/http/siteRoutes.ts'
import { MemoryReads } from './builders.ts'

const SERVER_URL = 'https://review.example.org'

/** As Next 16.4 sends a page: streamed, with its scripts around and after the content. */
const NEXT_PAGE = [
  '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/a.css"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/b.js"/><script src="/_next/static/b.js" async=""></script></head>',
  '<body><script type="application/ld+json">{"a":1}</script><h1>Text</h1>',
  '<script>self.__next_f.push([1,"Text again"])</script></body></html>',
]

const READERS_PAGE =
  '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/a.css"/></head>' +
  '<body><script type="application/ld+json">{"a":1}</script><h1>Text</h1></body></html>'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Next making a page that gives this verdict. */
const aPage =
  (verdict: Verdict | undefined, { status = 200, type = 'text/html; charset=utf-8' } = {}): Handler =>
  async (_, res) => {
    const exchange = currentExchange()
    if (exchange && verdict) exchange.verdict = verdict
    res.writeHead(status, {
      'Content-Type': type,
      Link: '</_next/static/b.js>; rel=preload; as="script"',
      Vary: 'rsc, next-router-state-tree',
      'Accept-CH': 'Sec-CH-Prefers-Color-Scheme',
      'Critical-CH': 'Sec-CH-Prefers-Color-Scheme',
      'Cache-Control': 'private, no-cache, no-store, max-age=0, must-revalidate',
    })
    for (const part of NEXT_PAGE) res.write(part)
    // Next does not settle before its response is out.
    const out = once(res, 'finish')
    res.end()
    await out
  }

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function site(next: Handler, more: Partial<SiteParts> = {}) {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const reads = new MemoryReads()
  app.use(
    siteRoutes({
      reads,
      preview: async () => ({ kind: 'no_session' }),
      review: async () => null,
      serverUrl: SERVER_URL,
      next,
      ...more,
    }),
  )
  app.use((req, res) => {
    res.setHeader('Content-Type', 'text/html').send(`handed on: ${req.method} ${req.url} <script>1</script>`)
  })
  app.use((_error: unknown, _req: unknown, res: express.Response, _next: unknown) => {
    res.status(500).send('failed')
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    reads,
    port,
    /** A request to the letter of its path, which fetch would tidy up. */
    ask: async (
      path: string,
      { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
    ) => {
      const asking = request({ port, host: '127.0.0.1', path, method, headers })
      asking.end()
      const [answer] = (await once(asking, 'response')) as [IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }
    },
  }
}

const isForReaders = (headers: IncomingHttpHeaders): void => {
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
  expect(headers['content-security-policy']).not.toContain('script-src')
  expect(headers).not.toHaveProperty('link')
  expect(headers).not.toHaveProperty('vary')
  expect(headers).not.toHaveProperty('critical-ch')
}

describe('a page', () => {
  it('is sent without scripts and with its structured data', async () => {
    const { ask } = await site(aPage({ status: 200 }))
    const { status, headers, body } = await ask('/articles/a')
    expect([status, body]).toEqual([200, READERS_PAGE])
    expect(headers['content-length']).toBe(String(Buffer.byteLength(READERS_PAGE)))
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    isForReaders(headers)
  })

  it('keeps its scripts in development', async () => {
    const { ask } = await site(aPage({ status: 200 }), { scripts: 'keep' })
    const { body, headers } = await ask('/')
    expect(body).toBe(NEXT_PAGE.join(''))
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  it('may load pictures from the configured address, and nothing from elsewhere', async () => {
    const { ask } = await site(aPage({ status: 200 }))
    expect((await ask('/')).headers['content-security-policy']).toContain(`img-src 'self' ${SERVER_URL};`)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const { ask } = await site(aPage({ status: 200 }))
    const [get, head] = [await ask('/'), await ask('/', { method: 'HEAD' })]
    const { date: _get, ...ofGet } = get.headers
    const { date: _head, ...ofHead } = head.headers
    expect(head.body).toBe('')
    expect(ofHead).toEqual(ofGet)
  })

  it('gets the ports and the configured address', async () => {
    let seen: unknown
    const { ask, reads } = await site(async (req, res) => {
      seen = currentExchange()
      await aPage({ status: 200 })(req, res)
    })
    await ask('/', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
    expect(seen).toMatchObject({ reads, serverUrl: SERVER_URL })
  })

  it('is told apart from the one made at the same time', async () => {
    const { ask } = await site(async (req, res) => {
      const gone = req.url === '/gone'
      await new Promise((resolve) => setImmediate(resolve))
      await aPage({ status: gone ? 410 : 200 })(req, res)
    })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index % 2 ? '/gone' : '/there')))
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? 410 : 200)),
    )
  })

  it.each([
    ['rsc', '1'],
    ['next-router-prefetch', '1'],
    ['next-router-state-tree', '%5B%5D'],
    ['next-action', 'abc'],
    ['x-nextjs-data', '1'],
    ['accept-encoding', 'gzip'],
  ])('is made whole whatever %s asks for', async (name, value) => {
    let headers: IncomingHttpHeaders = {}
    const { ask } = await site(async (req, res) => {
      headers = req.headers
      await aPage({ status: 200 })(req, res)
    })
    expect((await ask('/', { headers: { [name]: value, cookie: 'a=b' } })).body).toBe(READERS_PAGE)
    expect(headers).not.toHaveProperty(name)
    expect(headers.cookie).toBe('a=b')
  })
})

describe('the verdict of a page', () => {
  it.each([404, 410] as const)('is sent as it is: %i', async (status) => {
    const { ask } = await site(aPage({ status }))
    const answer = await ask('/articles/a')
    expect([answer.status, answer.body]).toEqual([status, READERS_PAGE])
    expect(answer.headers['x-robots-tag']).toBe('noindex')
    isForReaders(answer.headers)
  })

  it('sends on with 308', async () => {
    const { ask } = await site(aPage({ status: 308, location: '/articles/new' }))
    const { status, headers, body } = await ask('/articles/old')
    expect([status, headers.location]).toEqual([308, '/articles/new'])
    expect(body).not.toContain('Text')
  })

  it.each([
    ['?utm_source=letter&page=2', '?utm_source=letter&page=2'],
    ['?q=%0d%0aX-Evil:%201', '?q=%0d%0aX-Evil:%201'],
    ['?//evil.invalid/', '?//evil.invalid/'],
    ['?next=https://evil.invalid', '?next=https://evil.invalid'],
    ['?q="<', '?q=%22%3C'],
    ['?', ''],
  ])('keeps the query %s on the way', async (asked, kept) => {
    const { ask } = await site(aPage({ status: 308, location: '/articles/new' }))
    const { status, headers } = await ask(`/articles/old${asked}`)
    expect([status, headers.location]).toEqual([308, `/articles/new${kept}`])
    expect(headers['x-evil']).toBeUndefined()
  })

  it('keeps what is private out of caches and indexes', async () => {
    const { ask } = await site(aPage({ status: 200, private: true }))
    const { headers } = await ask('/preview/articles/a')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toBe('noindex')
  })

  it('asks for a session with a challenge, as RFC 9110 §15.5.2 wants for a 401', async () => {
    const { ask } = await site(aPage({ status: 401, private: true }))
    const { status, headers } = await ask('/preview/articles/a')
    expect(status).toBe(401)
    expect(headers['www-authenticate']).toMatch(/^\w+ realm=/)
    expect(headers['cache-control']).toBe('private, no-store')
  })
})

describe('what no page has spoken for', () => {
  it('is not sent: a page without a verdict', async () => {
    const { ask } = await site(aPage(undefined))
    const { status, body } = await ask('/%61dmin')
    expect(status).toBe(404)
    expect(body).not.toContain('Text')
  })

  it('is not sent: parts of a page', async () => {
    const { ask } = await site(aPage({ status: 200 }, { type: 'text/x-component' }))
    const { status, headers, body } = await ask('/articles/a.rsc')
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(body).not.toContain('Text')
  })

  it.each([500, 400, 503])(
    'is not sent: Next’s own page for %i, which shows nothing without a script',
    async (status) => {
      const { ask } = await site(aPage({ status: 200 }, { status }))
      const answer = await ask('/')
      expect(answer.status).toBe(status)
      expect(answer.body).toMatch(/<h1>[^<]+<\/h1>/)
      expect(answer.body).not.toMatch(/Text|script/)
    },
  )

  it('passes on as it came: a file', async () => {
    const icon = Buffer.from([0, 255, 1, 254])
    const { ask } = await site(async (_, res) => {
      res.setHeader('Content-Type', 'image/svg+xml')
      res.end(icon)
    })
    const { status, headers, body } = await ask('/icon.svg')
    expect([status, headers['content-type'], body]).toEqual([200, 'image/svg+xml', icon.toString('utf8')])
  })

  it('passes on as it came: a redirect of Next’s own', async () => {
    const { ask } = await site(async (_, res) => {
      res.writeHead(308, ['Location', '/articles/a'])
      res.end('/articles/a')
    })
    const { status, headers, body } = await ask('/articles/a/')
    expect([status, headers.location, body]).toEqual([308, '/articles/a', '/articles/a'])
  })
})

describe('what goes wrong', () => {
  it('is an answer when Next fails before it writes', async () => {
    const { ask } = await site(async () => Promise.reject(new Error('no database')))
    expect(await ask('/')).toMatchObject({ status: 500, body: 'failed' })
  })

  it.each(['/articles/%E0%A4%A', '/%', '/%zz?a=%20'])('is 400 for the address %s', async (path) => {
    const { ask } = await site(aPage({ status: 200 }))
    const { status, body } = await ask(path)
    expect(status).toBe(400)
    expect(body).not.toContain('%')
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is 405 for %s', async (method) => {
    let asked = false
    const { ask } = await site(async (req, res) => {
      asked = true
      await aPage({ status: 200 })(req, res)
    })
    const { status, headers } = await ask('/', { method })
    expect([status, headers.allow, asked]).toEqual([405, 'GET, HEAD', false])
  })

  it('is over when the reader has left', async () => {
    let leave = (): void => undefined
    let over: (value: unknown) => void = () => undefined
    const closed = new Promise((resolve) => (over = resolve))
    const { port } = await site(async (_, res) => {
      res.write('half')
      const close = once(res, 'close')
      leave()
      over(await close)
    })
    const asking = request({ port, host: '127.0.0.1', path: '/' })
    asking.on('error', () => undefined)
    leave = () => asking.destroy()
    asking.end()
    await expect(closed).resolves.toBeDefined()
  })
})

describe('what is not the site’s', () => {
  it.each([
    '/admin',
    '/admin/collections/articles',
    '/admin?x=1',
    '/api/articles',
    '/_next/static/a.js',
    '/__nextjs_font/a',
  ])('is handed on untouched: %s', async (path) => {
    const { ask } = await site(aPage({ status: 200 }))
    expect((await ask(path, { method: 'POST' })).body).toBe(`handed on: POST ${path} <script>1</script>`)
  })

  it.each(['/administration', '/apiary', '/_nextdoor', '/articles/admin'])(
    'is not everything that looks like it: %s',
    async (path) => {
      const { ask } = await site(aPage({ status: 200 }))
      expect((await ask(path)).body).toBe(READERS_PAGE)
    },
  )
})
