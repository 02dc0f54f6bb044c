import type { Payload, PayloadRequest } from 'payload'
import { parse } from 'qs-esm'
import { checkPathsOnly, parsePublicQuery, toSearchString, type QueryKind } from '../delivery/index.ts'
import { blocker, ERRORS, type Blocker } from '../workflow/index.ts'
import { fieldPaths } from './fieldPaths.ts'
import { newsroom } from './plugin/context.ts'
import { isStaff } from './plugin/people.ts'
import { seesEveryPiece } from './plugin/view.ts'

/** The request to answer, with what it reads when it reads documents; or the answer that refuses it. */
type Verdict = { readonly refusal: Response } | { readonly request: Request; readonly read: Read | null }

/**
 * Checks what a read asks before Payload sees it. Anonymous readers have an allow-list of parameters and fields; of
 * staff every path has to be a field, as Payload 3.90 ends the process on some that are not. A closed account is a reader.
 */
export function queryGuard(payload: Payload): (request: Request) => Promise<Verdict> {
  return async (request) => {
    const segments = segmentsOf(payload, request)
    const read = readOf(payload, request, segments)
    const access = asksForAccess(segments)
    if (!read && !access) return { request, read }
    const user = await staffUser(payload, request)
    if (access && !user) return refuse(401, [blocker('not_authenticated')])
    if (!read) return { request, read }
    return user && read.kind !== 'bare' ? checkStaff(payload, request, read, user) : checkReader(payload, request, read)
  }
}

type Read = {
  readonly target: string
  readonly kind: QueryKind
}

/** The path below `/api`. Payload takes no notice of a slash at its end. */
function segmentsOf(payload: Payload, request: Request): readonly string[] {
  return new URL(request.url).pathname
    .slice(payload.config.routes.api.length)
    .replace(/^\//, '')
    .replace(/\/+$/, '')
    .split('/')
}

/** `/{collection}/access/{id}` tells what one may do with a document, and by that whether it is there. */
function asksForAccess([first, second, third]: readonly string[]): boolean {
  return second === 'access' || (first === 'globals' && third === 'access')
}

/** What a request reads, or null when it is no read of documents. */
function readOf(payload: Payload, request: Request, segments: readonly string[]): Read | null {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !overridesToGet(request)) return null
  const [first = '', second, third, ...rest] = segments
  if (first === 'globals') return second && third === undefined ? { target: second, kind: 'global' } : null
  if (!payload.config.collections.some((each) => each.slug === first)) return null
  if (second === undefined || second === '') return { target: first, kind: 'list' }
  if (second === 'by-slug' && third && rest.length === 0) return { target: first, kind: 'bySlug' }
  if (third !== undefined) {
    return (second === 'file' || third === 'imprimatur') && rest.length === 0 ? { target: first, kind: 'bare' } : null
  }
  if (second === 'count') return { target: first, kind: 'count' }
  return second === 'versions'
    ? { target: first, kind: 'list' }
    : OWN_ROUTES.has(second)
      ? null
      : { target: first, kind: 'byId' }
}

/** Routes of auth collections that stand where ids stand. */
const OWN_ROUTES = new Set(['me', 'init'])

/** Payload answers a POST with this header as if it were a GET whose query is the body. */
function overridesToGet(request: Request): boolean {
  return ['x-payload-http-method-override', 'x-http-method-override'].some(
    (name) => request.headers.get(name)?.toUpperCase() === 'GET',
  )
}

/** The active member of staff who sent the request; null for everybody else. */
async function staffUser(payload: Payload, request: Request): Promise<PayloadRequest['user']> {
  const cookie = request.headers.get('cookie') ?? ''
  if (!request.headers.has('authorization') && !cookie.includes(`${payload.config.cookiePrefix}-token=`)) return null
  const { user } = await payload.auth({ headers: request.headers })
  return isStaff(asking(payload, user)) ? user : null
}

/** As much of a request as tells who is asking. */
function asking(payload: Payload, user: PayloadRequest['user']): PayloadRequest {
  return { payload, user, context: {} } as PayloadRequest
}

function checkReader(payload: Payload, request: Request, read: Read): Verdict {
  if (overridesToGet(request) && request.method !== 'GET') {
    return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the address, with GET.' }])
  }
  const url = new URL(request.url)
  const parsed = parsePublicQuery(url.search.slice(1), {
    kind: read.kind,
    fields: newsroom(payload).queryable.get(read.target) ?? {},
  })
  if (!parsed.ok) return refuse(parsed.status, parsed.errors)
  url.search = toSearchString(parsed.query)
  return { request: new Request(url, request), read }
}

async function checkStaff(
  payload: Payload,
  request: Request,
  read: Read,
  user: PayloadRequest['user'],
): Promise<Verdict> {
  const { search } = new URL(request.url)
  if (request.method === 'POST' && search !== '') {
    return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the body, or with GET in the address.' }])
  }
  const sent = request.method === 'POST' ? await request.clone().text() : search.slice(1)
  const query = parse(sent, { depth: 10, arrayLimit: 1000 }) as { where?: unknown; sort?: unknown }
  const known = fieldPaths(payload, read.target, mayFollow(asking(payload, user)))
  const checked = checkPathsOnly(query.where, query.sort, known)
  return checked.ok ? { request, read } : refuse(checked.status, checked.errors)
}

/**
 * Into which collections a member of staff may filter and sort through a relation. Not into pieces that she may not see
 * herself: with `draft=true`, and in any sort, Payload 3.90 does not ask for read access to the related document.
 */
export function mayFollow(req: PayloadRequest): (collection: string) => boolean {
  const pieces = newsroom(req.payload).collections
  return (collection) => seesEveryPiece(req) || !pieces.has(collection)
}

function refuse(status: number, errors: readonly Blocker[]): Verdict {
  const body = { errors: errors.map((each) => ({ ...each, message: each.message || ERRORS[each.code].message })) }
  return { refusal: Response.json(body, { status, headers: { 'cache-control': 'no-store' } }) }
}
