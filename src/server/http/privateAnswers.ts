import type { RequestHandler } from 'express'

import { asksForUnpublished } from '../../delivery/index.ts'
import { beforeHeaders } from './beforeHeaders.ts'

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
