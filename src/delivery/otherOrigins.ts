import type { IncomingHttpHeaders } from 'node:http'

/** Pages of which origins may read answers by script: those of any, or of these. */
export type OtherOrigins = '*' | ReadonlySet<string>

/** What such a page may look at beside the headers that every page may (Fetch standard, "CORS-safelisted response-header name"). */
const EXPOSED = ['ETag', 'Link', 'Location', 'Repr-Digest', 'Retry-After', 'X-Request-Id'].join(', ')

/**
 * What it may send beside the headers that every page may; nothing here comes with a cookie. The last are what clients send by themselves:
 * Apollo Client, libraries for requests, and those that follow a request from one service to the next.
 */
const ACCEPTED = [
  ...['Authorization', 'Cache-Control', 'Content-Type', 'If-Modified-Since', 'If-None-Match', 'Last-Event-ID'],
  ...['X-Request-Id', 'Apollo-Require-Preflight', 'X-Apollo-Operation-Name', 'X-Requested-With'],
  ...['traceparent', 'sentry-trace', 'baggage'],
].join(', ')

/** For how long a browser need not ask again, in seconds: two hours are the most that any remembers. */
const REMEMBERED_S = '7200'

/** Methods that pages elsewhere may use. A `POST` that names nobody is refused all the same. */
const METHODS = 'GET, HEAD, POST'

/** Headers, names and values in turn, that let a page of `origin` read the answer; none when it may not, or no page asks. */
export function headersFor(origin: string | undefined, allowed: OtherOrigins): readonly string[] {
  if (allowed === '*') return ['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', EXPOSED]
  if (origin === undefined || !allowed.has(origin)) return []
  return ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', EXPOSED]
}

/** Whether answers differ by the origin of the page, which caches have to know. */
export function variesByOrigin(allowed: OtherOrigins): boolean {
  return allowed !== '*' && allowed.size > 0
}

/** Headers for a browser that asks whether a page may send something; undefined when this is no such question. */
export function answerToPreflight(
  method: string | undefined,
  { origin, 'access-control-request-method': wanted }: IncomingHttpHeaders,
  allowed: OtherOrigins,
): readonly string[] | undefined {
  if (method !== 'OPTIONS' || origin === undefined || wanted === undefined) return undefined
  const base = headersFor(origin, allowed).slice(0, 2)
  if (base.length === 0) return []
  return [
    ...base,
    ...['Access-Control-Allow-Methods', METHODS, 'Access-Control-Allow-Headers', ACCEPTED],
    ...['Access-Control-Max-Age', REMEMBERED_S],
  ]
}
