import type { IncomingMessage, ServerResponse } from 'node:http'

import { isNestedBeyond } from './isNestedBeyond.ts'

/** Limits on a request's body, in bytes. */
export type BodyLimits = { json: number; upload: number }

export type BridgeOptions = {
  /** Scheme and host that requests are told they came to; the Host header, which anybody can write, is not believed. */
  origin: string
  limits: BodyLimits
  /** Looks at the request before its body is read. @throws RequestRefused */
  check?: (req: IncomingMessage) => void
  /** Answers the request. Its `signal` aborts when the client goes away. */
  handle: (request: Request) => Promise<Response>
  /** Answers for a request that never gets to `handle`. */
  refuse: (refusal: RequestRefused, req: IncomingMessage) => Response
}

/** A request that cannot be handed on; `status` says which answer it gets. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  constructor(
    readonly status: 400 | 403 | 405 | 413 | 415,
    message: string,
  ) {
    super(message)
  }
}

/** RFC 9110 §7.6.1: these concern one connection and are not handed on. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

/** The methods that fetch's Request refuses to have. */
const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])

/**
 * Lists and objects in each other in a JSON body. A document may have 90 of them; this is what whatever looks at a body before that
 * is asked, Payload's own functions too, can walk through without running out of stack.
 */
const MOST_LEVELS = 128

/** How long an unread body is swallowed after a refusal, so that the client gets to read the answer, in milliseconds. */
const DRAIN_MS = 2_000

/**
 * Serves a fetch-style handler from Node's HTTP server: bodies in as a stream or, for JSON, whole; answers out with backpressure.
 *
 * HEAD arrives at the handler as GET, and its answer goes out without the body. JSON answers go out with their length.
 */
export function fetchBridge(options: BridgeOptions): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    const gone = new AbortController()
    res.once('close', () => {
      if (!res.writableFinished) gone.abort()
    })

    let response: Response
    try {
      options.check?.(req)
      const { request, overrun } = await toFetchRequest(req, options, gone.signal)
      response = await Promise.race([options.handle(request), overrun])
    } catch (error) {
      if (gone.signal.aborted) return
      if (!(error instanceof RequestRefused)) throw error
      response = options.refuse(error, req)
      if (!req.readableEnded) drain(req, res)
    }
    await sendFetchResponse(response, req.method === 'HEAD', res)
  }
}

/**
 * The target of a request line as path and query, whichever form it came in (RFC 9112 §3.2); undefined for `*`, for an authority, and for a
 * path whose percent-encoding is no UTF-8.
 */
export function originForm(target: string): string | undefined {
  const absolute = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined
  const path = absolute ? absolute.pathname + absolute.search : target
  if (!path.startsWith('/')) return undefined
  try {
    decodeURIComponent(path.split('?', 1)[0] ?? '')
  } catch {
    return undefined
  }
  return path
}

async function toFetchRequest(
  req: IncomingMessage,
  { origin, limits }: BridgeOptions,
  signal: AbortSignal,
): Promise<{ request: Request; overrun: Promise<never> }> {
  const method = req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET')
  const path = originForm(req.url ?? '/')
  if (path === undefined) throw new RequestRefused(400, 'The address is not well-formed.')
  if (FORBIDDEN_METHODS.has(method)) throw new RequestRefused(405, 'This address does not take this method.')

  const headers = fetchHeaders(req)
  // Only GET has ranges (RFC 9110 §14.2).
  if (req.method === 'HEAD') headers.delete('range')
  const url = origin + path
  const never = new Promise<never>(() => undefined)
  if (method === 'GET' || !hasBody(req))
    return { request: new Request(url, { method, headers, signal }), overrun: never }

  const kind = bodyKind(headers)
  if (kind === undefined)
    throw new RequestRefused(415, 'The body must be JSON or a multipart form, and Content-Type must say so.')
  const limit = kind === 'multipart' ? limits.upload : limits.json
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)

  if (kind !== 'multipart') {
    const body = await wholeBody(req, limit)
    if (body.byteLength === 0) return { request: new Request(url, { method, headers, signal }), overrun: never }
    if (kind === 'json') requireObject(body)
    return { request: new Request(url, { method, headers, signal, body }), overrun: never }
  }

  const { stream, overrun } = countedBody(req, limit)
  // The types of the browser's fetch do not know that a streamed body needs this (fetch standard, "duplex").
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body: stream, duplex: 'half' }
  return { request: new Request(url, init), overrun }
}

export function fetchHeaders(req: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (HOP_BY_HOP.has(name)) continue
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, each)
  }
  return headers
}

/** RFC 9112 §6.3: a request has a body when one of these two says so. */
function hasBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
}

/**
 * What the body is, with the media type written the way Payload compares it (lower case): otherwise it would take `Application/JSON` for no
 * body at all. The admin panel sends long queries as a urlencoded POST that stands for a GET.
 */
function bodyKind(headers: Headers): 'json' | 'multipart' | 'query' | undefined {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  const standsForGet = ['x-http-method-override', 'x-payload-http-method-override'].some(
    (name) => headers.get(name) === 'GET',
  )

  if (mediaType === 'multipart/form-data') {
    headers.set('content-type', [mediaType, ...parameters].join(';'))
    return 'multipart'
  }
  if (mediaType === 'application/json') {
    headers.set('content-type', mediaType)
    return 'json'
  }
  if (mediaType === 'application/x-www-form-urlencoded' && standsForGet) {
    headers.set('content-type', mediaType)
    return 'query'
  }
  return undefined
}

async function wholeBody(req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let seen = 0
    req.on('data', (chunk: Buffer) => {
      seen += chunk.byteLength
      if (seen > limit) reject(tooLarge(limit))
      else chunks.push(chunk)
    })
    req.once('end', () => {
      resolve(Buffer.concat(chunks))
    })
    req.once('error', reject)
  })
}

/** Payload reads members of a body without looking what it is, so `null`, a list and a bare string stop here. */
function requireObject(body: Buffer): void {
  if (isNestedBeyond(body, MOST_LEVELS))
    throw new RequestRefused(400, `The body is nested more than ${String(MOST_LEVELS)} levels deep.`)
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new RequestRefused(400, 'The body is not well-formed JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RequestRefused(400, 'The body must be one JSON object.')
  }
}

/** The body as a stream that is read only as fast as it is used; `overrun` rejects, and the stream fails, once it exceeds the limit. */
function countedBody(
  req: IncomingMessage,
  limit: number,
): { stream: ReadableStream<Uint8Array>; overrun: Promise<never> } {
  let fail: (refusal: RequestRefused) => void
  const overrun = new Promise<never>((_, reject) => {
    fail = reject
  })
  overrun.catch(() => undefined)

  let seen = 0
  let isWanted = true
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const take = (chunk: Buffer): void => {
        seen += chunk.byteLength
        if (seen > limit) {
          req.off('data', take)
          const refusal = tooLarge(limit)
          fail(refusal)
          controller.error(refusal)
          return
        }
        controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
        if ((controller.desiredSize ?? 0) <= 0) req.pause()
      }
      req.on('data', take).pause()
      req.once('end', () => {
        // Whoever gave up on the body, such as a form that is broken, has closed the stream: closing it again throws.
        if (isWanted && seen <= limit) controller.close()
      })
      req.once('error', (error) => {
        isWanted = false
        controller.error(error)
      })
    },
    pull() {
      req.resume()
    },
    cancel() {
      isWanted = false
      req.removeAllListeners('data').resume()
    },
  })
  return { stream, overrun }
}

function tooLarge(limit: number): RequestRefused {
  return new RequestRefused(413, `The body is larger than ${String(Math.floor(limit / 1024 / 1024))} MB.`)
}

/** Swallows what still comes of a refused body for a moment, then ends the connection. Closing at once would lose the answer (RFC 9112 §9.6). */
function drain(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('connection', 'close')
  req.removeAllListeners('data')
  req.resume()
  const end = setTimeout(() => req.destroy(), DRAIN_MS)
  req.once('close', () => {
    clearTimeout(end)
  })
}

async function sendFetchResponse(response: Response, isHead: boolean, res: ServerResponse): Promise<void> {
  if (res.destroyed) {
    await response.body?.cancel()
    return
  }
  res.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && !HOP_BY_HOP.has(name)) res.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)

  if (response.body === null) {
    if (response.status !== 204 && response.status !== 304 && !res.hasHeader('content-length'))
      res.setHeader('content-length', 0)
    res.end()
    return
  }
  if (response.headers.get('content-type')?.startsWith('application/json')) {
    const body = Buffer.from(await response.arrayBuffer())
    res.setHeader('content-length', body.byteLength)
    res.end(isHead ? undefined : body)
    return
  }
  if (isHead) {
    await response.body.cancel()
    res.end()
    return
  }
  await pump(response.body, res)
}

/** Copies a body to the client at the client's pace, and stops reading it when the client goes away. */
async function pump(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  const reader = body.getReader()
  const stop = (): void => {
    reader.cancel().catch(() => undefined)
  }
  res.once('close', stop)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || res.destroyed) break
      if (!res.write(value)) await writable(res)
    }
    res.end()
  } catch (error) {
    // The status is out already: only a broken connection tells the client that the rest is missing.
    res.destroy(error instanceof Error ? error : undefined)
  } finally {
    res.off('close', stop)
  }
}

async function writable(res: ServerResponse): Promise<void> {
  if (res.destroyed) return
  await new Promise<void>((resolve) => {
    const go = (): void => {
      res.off('drain', go)
      res.off('close', go)
      resolve()
    }
    res.once('drain', go)
    res.once('close', go)
  })
}
