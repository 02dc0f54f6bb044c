import type { Payload } from 'payload'
import type { QueryKind } from '../domain/public-query/index.ts'
import { runtimeOf } from '../runtime/index.ts'

export type Read = {
  readonly target: string
  readonly kind: QueryKind
  /** Whether it is of versions, which hold a document under `version`. */
  readonly versions?: true
  /** Whether it changes what it finds, in bulk: then its `where` is checked, and who may do it is Payload's to say. */
  readonly writes: boolean
}

/** The path below `/api`. Payload takes no notice of a slash at its end. */
export function segmentsOf(payload: Payload, request: Request): readonly string[] {
  return new URL(request.url).pathname
    .slice(payload.config.routes.api.length)
    .replace(/^\//, '')
    .replace(/\/+$/, '')
    .split('/')
}

/**
 * `/access` tells every field and every route there is, `/{collection}/access/{id}` what one may do with a document, and by that
 * whether it is there. The panel asks for them once somebody is logged in.
 */
export function asksForAccess([first, second, third]: readonly string[]): boolean {
  return first === 'access' || second === 'access' || (first === 'globals' && third === 'access')
}

/** What a request reads, or null when it is no read of documents. */
export function readOf(payload: Payload, request: Request, segments: readonly string[]): Read | null {
  const writes = request.method === 'PATCH' || request.method === 'DELETE'
  if (!writes && request.method !== 'GET' && request.method !== 'HEAD' && !isOverride(request)) return null
  const [first = '', second, third, ...rest] = segments
  if (first === 'globals') {
    if (!second || writes) return null
    if (third === 'versions') return versionsRead(second, rest, writes)
    return third === undefined ? { target: second, kind: 'global', writes } : null
  }
  if (!payload.config.collections.some((each) => each.slug === first)) return null
  if (second === undefined || second === '') {
    // What somebody was told and releases are no lists of documents: their endpoints know their own parameters.
    const { notifications, releases } = runtimeOf(payload).slugs
    return !writes && (first === notifications || first === releases) ? null : { target: first, kind: 'list', writes }
  }
  if (writes) return null
  if (second === 'by-slug' && third && rest.length === 0) return { target: first, kind: 'bySlug', writes }
  if (second === 'versions') return versionsRead(first, third === undefined ? rest : [third, ...rest], writes)
  if (third !== undefined) {
    const bare = (second === 'file' || third === 'imprimatur') && rest.length === 0
    return bare ? { target: first, kind: 'bare', writes } : null
  }
  // Its endpoint knows its own parameters.
  if (second === 'counts' && runtimeOf(payload).collections.has(first)) return null
  if (second === 'count') return { target: first, kind: 'count', writes }
  return OWN_ROUTES.has(second) ? null : { target: first, kind: 'byId', writes }
}

/** `/versions` and `/versions/{id}`, of a collection or a global. */
function versionsRead(target: string, [id, ...rest]: readonly string[], writes: boolean): Read | null {
  if (rest.length > 0) return null
  return { target, kind: id === undefined ? 'list' : 'byId', versions: true, writes }
}

/** Routes of auth collections in the place of an id. */
const OWN_ROUTES = new Set(['me', 'init'])

/** Payload answers a POST with this header as if it were a GET whose query is the body. */
export function isOverride(request: Request): boolean {
  if (request.method !== 'POST') return false
  return ['x-payload-http-method-override', 'x-http-method-override'].some(
    (name) => request.headers.get(name)?.toUpperCase() === 'GET',
  )
}

/** The one kind of body by which the panel sends a query that is too long for an address. */
export function isForm(request: Request): boolean {
  return request.headers.get('content-type') === 'application/x-www-form-urlencoded'
}
