import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { afterEach, describe, expect, it } from 'vitest'

import { fetchBridge, originForm } from '../../../src/server/http/fetchBridge.ts'

const ORIGIN = 'https://news.example.org'
const LIMITS = { json: 1000, upload: 5000 }
const servers: Server[] = []

/** A real server on a free port that serves the handler through the bridge. */
async function serve(handle: (request: Request) => Promise<Response>) {
  const bridge = fetchBridge({
    origin: ORIGIN,
    limits: LIMITS,
    handle,
    refuse: (refusal) => Response.json({ refused: refusal.message }, { status: refusal.status }),
  })
  const server = createServer((req, res) => {
    bridge(req, res).catch((error: unknown) => {
      res.destroy(error instanceof Error ? error : undefined)
    })
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${String(port)}` }
}

/** Sends bytes as they are and reads until the server closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

const echo = async (request: Request) =>
  Response.json({
    method: request.method,
    url: request.url,
    body: await request.text(),
    headers: Object.fromEntries(request.headers),
  })

/** A request whose body does not say its length. */
const streamed = (type: string, body: ReadableStream<Uint8Array>): RequestInit & { duplex: 'half' } => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
  duplex: 'half',
})

const json = { 'content-type': 'application/json' }

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('fetchBridge, requests', () => {
  it('hands on method, path, query, headers and body', async () => {
    const { url } = await serve(echo)
    const response = await fetch(`${url}/api/x?a=1&b[c]=2`, {
      method: 'PATCH',
      body: '{"ö":1}',
      headers: { ...json, cookie: 'a=1; b=2' },
    })
    expect(await response.json()).toMatchObject({
      method: 'PATCH',
      url: `${ORIGIN}/api/x?a=1&b[c]=2`,
      body: '{"ö":1}',
      headers: { 'content-type': 'application/json', cookie: 'a=1; b=2' },
    })
  })

  it('believes the configured origin and no Host header, nor a host in the target (RFC 9112 §3.2.2)', async () => {
    const { port } = await serve(echo)
    for (const target of ['/api/x', 'http://evil.example/api/x']) {
      expect(await raw(port, `GET ${target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)).toContain(
        `"${ORIGIN}/api/x"`,
      )
    }
    expect(await raw(port, 'GET //evil.example/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toContain(
      `"${ORIGIN}//evil.example/x"`,
    )
  })

  it.each(['*', '/api/%E0%A4%A', '/%'])('refuses the target %s', async (target) => {
    const { port } = await serve(echo)
    expect(await raw(port, `OPTIONS ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    )
  })

  it('refuses TRACE, which fetch cannot carry', async () => {
    const { port } = await serve(echo)
    expect(await raw(port, 'TRACE /api HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 405 /)
  })

  it('hands on nothing that concerns the connection only (RFC 9110 §7.6.1)', async () => {
    const { port } = await serve(echo)
    const answer = await raw(
      port,
      'GET /api HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTE: trailers\r\nUpgrade: h2c\r\n\r\n',
    )
    expect(answer).not.toMatch(/"(connection|te|upgrade)"/)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/mixed', ''])(
    'refuses a body of type %j',
    async (type) => {
      const { url } = await serve(echo)
      const response = await fetch(url, { method: 'POST', body: Buffer.from('{}'), headers: { 'content-type': type } })
      expect(response.status).toBe(415)
    },
  )

  it('takes a write without a body and without a type', async () => {
    const { url } = await serve(echo)
    expect((await fetch(url, { method: 'POST' })).status).toBe(200)
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(200)
  })

  it('writes the media type the way that the handler compares it', async () => {
    const { url } = await serve(echo)
    const response = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'Application/JSON ; charset=utf-8' },
    })
    expect(await response.json()).toMatchObject({ headers: { 'content-type': 'application/json' } })
  })

  it('takes a urlencoded body only from a POST that stands for a GET', async () => {
    const { url } = await serve(echo)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-payload-http-method-override': 'GET' }
    expect(await (await fetch(url, { method: 'POST', body: 'a=1', headers })).json()).toMatchObject({ body: 'a=1' })
  })

  it.each(['null', '[]', '"text"', '7', '{', ' ', '{}{}'])('refuses the JSON body %j', async (body) => {
    const { url } = await serve(echo)
    expect((await fetch(url, { method: 'POST', body, headers: json })).status).toBe(400)
  })

  it('refuses a body by its announced length without reading it', async () => {
    const { port } = await serve(echo)
    const answer = await raw(
      port,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1001\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/connection: close/i)
  })

  it('takes a body of exactly the limit, and not a byte more', async () => {
    const { url } = await serve(echo)
    const ofSize = (size: number) => JSON.stringify({ a: 'x'.repeat(size - 8) })
    const post = (body: string) => fetch(url, { method: 'POST', headers: json, body })
    expect(ofSize(1000)).toHaveLength(1000)
    expect((await post(ofSize(1000))).status).toBe(200)
    expect((await post(ofSize(1001))).status).toBe(413)
  })

  it.each([
    ['application/json', 1001],
    ['multipart/form-data; boundary=b', 5001],
  ])('counts the bytes of a %s body that does not say its length', async (type, size) => {
    const { url } = await serve(echo)
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < size; sent += 500)
          controller.enqueue(new Uint8Array(Math.min(500, size - sent)).fill(32))
        controller.close()
      },
    })
    expect((await fetch(url, streamed(type, stream))).status).toBe(413)
  })

  it('answers 413 even when the handler never finishes with the body', async () => {
    const { url } = await serve(async (request) => {
      const reader = request.body?.getReader()
      while (reader && !(await reader.read().catch(() => ({ done: true }))).done);
      return new Promise<Response>(() => undefined)
    })
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1000))
      },
    })
    expect((await fetch(url, streamed('multipart/form-data; boundary=b', endless))).status).toBe(413)
  })

  it('lives on when the handler gives up on a body that has not come whole', async () => {
    const { port, url } = await serve(async (request) => {
      await request.body?.cancel()
      return new Response('enough')
    })
    const thrown: unknown[] = []
    const note = (error: unknown) => void thrown.push(error)
    process.on('uncaughtException', note)
    const socket = connect(port, '127.0.0.1')
    const answer = text(socket)
    socket.write('POST /api/media HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n')
    socket.write('Content-Length: 8\r\n\r\n--b')
    await once(socket, 'data')
    socket.end('\r\n--b')
    expect(await answer).toContain('enough')
    expect((await fetch(url)).status).toBe(200)
    process.off('uncaughtException', note)
    // An exception that nobody catches ends the server.
    expect(thrown).toEqual([])
  })

  it('streams an upload through unchanged', async () => {
    const { url } = await serve(async (request) => {
      const file = (await request.formData()).get('file')
      return new Response(file instanceof Blob ? await file.arrayBuffer() : 'none')
    })
    const bytes = Uint8Array.from({ length: 4000 }, (_, place) => place % 256)
    const form = new FormData()
    form.set('file', new Blob([bytes]), 'a.bin')
    const response = await fetch(url, { method: 'POST', body: form })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('tells the handler when the client goes away', async () => {
    let aborted: (() => void) | undefined
    const seen = new Promise<void>((resolve) => {
      aborted = resolve
    })
    const { port } = await serve((request) => {
      request.signal.addEventListener('abort', () => aborted?.())
      socket.destroy()
      return new Promise<Response>(() => undefined)
    })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await seen
  })
})

describe('fetchBridge, answers', () => {
  it('sends every cookie in a header of its own (RFC 6265 §3)', async () => {
    const { url } = await serve(() => {
      const headers = new Headers({ 'x-a': '1' })
      headers.append('set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT')
      headers.append('set-cookie', 'b=2')
      return Promise.resolve(new Response('ok', { status: 201, headers }))
    })
    const response = await fetch(url)
    expect(response.status).toBe(201)
    expect(response.headers.get('x-a')).toBe('1')
    expect(response.headers.getSetCookie()).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'])
  })

  it('answers HEAD with the headers of GET and no body (RFC 9110 §9.3.2)', async () => {
    const { url, port } = await serve((request) => Promise.resolve(Response.json({ method: request.method })))
    const [get, head] = [await fetch(url), await fetch(url, { method: 'HEAD' })]
    expect(await get.json()).toEqual({ method: 'GET' })
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(await raw(port, 'HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/\r\n\r\n$/)
  })

  it('cancels a stream that HEAD does not want', async () => {
    let cancelled = false
    const { url } = await serve(() =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            cancel() {
              cancelled = true
            },
          }),
          { headers: { 'content-length': '7' } },
        ),
      ),
    )
    const head = await fetch(url, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe('7')
    expect(cancelled).toBe(true)
  })

  it.each([204, 304])('sends a %i without body and length', async (status) => {
    const { port } = await serve(() => Promise.resolve(new Response(null, { status })))
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `))
    expect(answer).not.toMatch(/content-length|transfer-encoding/i)
  })

  it('reads a stream no faster than the client does', async () => {
    const piece = new Uint8Array(64 * 1024)
    let pulled = 0
    const { port } = await serve(() =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull(controller) {
              pulled += 1
              if (pulled > 4096) controller.close()
              else controller.enqueue(piece)
            },
          }),
        ),
      ),
    )
    const req = httpRequest({ port, host: '127.0.0.1' }).end()
    const [res] = (await once(req, 'response')) as [NodeJS.ReadableStream]
    const atFirst = await new Promise<number>((resolve) => {
      // Nothing is read here: the buffers of both sockets fill up, and then the count stands still.
      let before = -1
      const look = setInterval(() => {
        if (pulled > 0 && pulled === before) {
          clearInterval(look)
          resolve(pulled)
        }
        before = pulled
      }, 100)
    })
    expect(atFirst).toBeLessThan(1024)

    let bytes = 0
    for await (const chunk of res) bytes += chunk.length
    expect(bytes).toBe(4096 * piece.byteLength)
  }, 30_000)

  it('stops reading a stream when the client goes away', async () => {
    let cancelled: (() => void) | undefined
    const stopped = new Promise<void>((resolve) => {
      cancelled = resolve
    })
    const { port } = await serve(() =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.enqueue(new Uint8Array(1024))
            },
            cancel() {
              cancelled?.()
            },
          }),
        ),
      ),
    )
    const req = httpRequest({ port, host: '127.0.0.1' }).end()
    await once(req, 'response')
    req.destroy()
    await stopped
  })

  it('breaks the connection when a stream fails half way, so that nobody takes a part for the whole', async () => {
    const { url } = await serve(() =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new Uint8Array(10))
            },
            pull(controller) {
              controller.error(new Error('disk'))
            },
          }),
        ),
      ),
    )
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow()
  })
})

describe('originForm', () => {
  it.each([
    ['/a?b=c', '/a?b=c'],
    ['//a/b', '//a/b'],
    ['http://other.example/a?b', '/a?b'],
    ['HTTPS://other.example', '/'],
    ['/a%20b', '/a%20b'],
    ['/a?b=%', '/a?b=%'],
  ])('of %s is %s', (target, expected) => {
    expect(originForm(target)).toBe(expected)
  })

  it.each(['*', '', 'a', 'other.example:443', 'http://', '/%', '/%C3', 'ftp://other.example/a'])(
    'of %j is none',
    (target) => {
      expect(originForm(target)).toBeUndefined()
    },
  )
})
