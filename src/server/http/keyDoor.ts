import type { Request, RequestHandler } from 'express'
import { blocker, ERRORS } from 'payload-plugin-imprimatur/workflow'

import { keyIn, withKey, type ApiKeys } from '../../accounts/index.ts'
import { fetchHeaders } from './fetchBridge.ts'

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What is about somebody who is logged in, whoever asks. */
const OF_PEOPLE = /^\/(?:admin|preview|api\/users)(?:\/|$)/i

/** A query is read there by `POST`, too; that it is no mutation is seen when the document is read. */
const GRAPHQL = /^\/api\/graphql\/?$/

/**
 * Lets a request with an API key in, and has it answered as one of nobody: what a key may read is then what every reader may, as nothing knows of it but
 * what lets drafts be read. It writes nothing.
 */
export function keyDoor(keys: Pick<ApiKeys, 'scopesOf'>): RequestHandler {
  return async (req, res, next) => {
    const key = keyIn(req.headers.authorization)
    if (key === undefined) {
      next()
      return
    }
    const scopes = await keys.scopesOf(key, fetchHeaders(req))
    const refusal = scopes === null ? 'invalid_api_key' : mayAsk(req) ? undefined : 'forbidden'
    if (scopes === null || refusal !== undefined) {
      const errors = [blocker(refusal ?? 'invalid_api_key', refusal === 'forbidden' ? { message: READS_ONLY } : {})]
      const { status } = ERRORS[refusal ?? 'invalid_api_key']
      if (status === 401) res.setHeader('WWW-Authenticate', 'users realm="api"')
      // What was sent is not looked at.
      req.resume()
      res.status(status).json({ errors })
      return
    }
    delete req.headers.authorization
    delete req.headers.cookie
    withKey(scopes, next)
  }
}

const READS_ONLY = 'An API key reads what it is for, and does nothing else.'

function mayAsk({ method, path }: Request): boolean {
  if (OF_PEOPLE.test(path)) return false
  return SAFE.has(method) || (method === 'POST' && GRAPHQL.test(path))
}
