import type { ServerResponse } from 'node:http'

import type { RequestHandler } from 'express'

import { asksForUnpublished } from '../../delivery/index.ts'

/** A request that says who asks, rightly or not: by a token or an API key, or by Payload's cookie. */
const SESSION_COOKIE = /(?:^|;\s*)payload-token=/

/** Next's own files are the same for everybody, and named by their content. */
const SHARED_FILES = '/_next/static/'

/**
 * Keeps answers out of caches, whoever made them: an answer to a request with a session or a token, to one for drafts, or one
 * that begins a session, is `private, no-store`; a refusal without a word about caches is `no-store` (RFC 9111 §5.2.2).
 */
export const privateAnswers: RequestHandler = (req, res, next) => {
  const saysWho = req.headers.authorization !== undefined || SESSION_COOKIE.test(req.headers.cookie ?? '')
  const isPrivate = (saysWho && !req.url.startsWith(SHARED_FILES)) || asksForUnpublished(req.url)
  beforeHeaders(res, () => {
    if (isPrivate || res.hasHeader('set-cookie')) res.setHeader('cache-control', 'private, no-store')
    else if (res.statusCode >= 400 && !res.hasHeader('cache-control')) res.setHeader('cache-control', 'no-store')
  })
  next()
}

/** Calls `settle` when status and headers are known and nothing is sent. */
function beforeHeaders(res: ServerResponse, settle: () => void): void {
  const writeHead = res.writeHead.bind(res)
  res.writeHead = (status: number, ...rest: readonly unknown[]) => {
    res.statusCode = status
    if (typeof rest[0] === 'string') res.statusMessage = rest[0]
    for (const [name, value] of headersIn(rest.at(-1))) res.setHeader(name, value)
    settle()
    return writeHead(status)
  }
}

/** Headers as `writeHead` takes them: an object, or a flat list of names and values. */
function headersIn(given: unknown): readonly (readonly [string, number | string | readonly string[]])[] {
  if (typeof given !== 'object' || given === null) return []
  if (!Array.isArray(given)) {
    const entries = Object.entries(given as Record<string, number | string | readonly string[] | undefined>)
    return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  }
  const byName = new Map<string, string[]>()
  for (let at = 0; at + 1 < given.length; at += 2) {
    const name = String(given[at])
    byName.set(name, [...(byName.get(name) ?? []), String(given[at + 1])])
  }
  return [...byName]
}
