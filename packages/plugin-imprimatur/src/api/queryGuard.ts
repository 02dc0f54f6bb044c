import type { Payload, PayloadRequest } from 'payload'
import { parse } from 'qs-esm'
import {
  checkChoices,
  checkParameters,
  checkPathsOnly,
  parsePublicQuery,
  toSearchString,
  type QueryKind,
} from '../domain/public-query/index.ts'
import { blocker, ERRORS, type Blocker } from '../domain/workflow/index.ts'
import { choicesOf } from './choicesOf.ts'
import { fieldPaths } from './fieldPaths.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff } from '../store/index.ts'
import { canSeeAllPieces } from '../access/index.ts'
import { readersOrder } from './readersOrder.ts'
import { ofVersions, readableCollections, readableFields, type Reader } from './readableFields.ts'

/** The request to answer, with what it reads if it reads documents, or the refusal. */
type Verdict = { readonly refusal: Response } | { readonly request: Request; readonly read: Read | null }

/**
 * Checks what a read asks before Payload sees it. Anonymous readers have an allow-list of parameters and fields; of
 * staff every path has to be a field, as Payload 3.90 ends the process on some that are not. A closed account is a reader.
 */
export function queryGuard(payload: Payload): (request: Request) => Promise<Verdict> {
  return async (request) => {
    if (isOverride(request) && !isForm(request)) {
      return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the address, with GET.' }])
    }
    const segments = segmentsOf(payload, request)
    const read = readOf(payload, request, segments)
    const access = asksForAccess(segments)
    if (!read && !access) return { request, read }
    const user = await staffUser(payload, request)
    if (access && !user) return refuse(401, [blocker('not_authenticated')])
    if (!read) return { request, read }
    if (read.writes) return checkStaff(payload, request, read, user)
    if (!user) return checkReader(payload, request, read)
    return read.kind === 'bare' ? withoutQuery(request, read) : checkStaff(payload, request, read, user)
  }
}

/**
 * The same within Payload's own REST API, for a project without a server of its own: what the endpoint gets to see of the request is
 * what was checked. Of collections that are not under the workflow no more is asked than that every path is a field.
 *
 * @throws nothing; the answer that refuses the request, or null
 */
export async function refusalOfRead(req: PayloadRequest): Promise<Response | null> {
  const { payload } = req
  const request = new Request(new URL(req.url ?? '', 'http://localhost'), { method: 'GET', headers: req.headers })
  const read = readOf(payload, request, segmentsOf(payload, request))
  if (!read || read.kind === 'bare') return null
  if (read.kind === 'byId' && !read.versions && !isIdOf(payload, read.target, String(req.routeParams?.id)))
    return Response.json({ errors: [blocker('not_found')] }, { status: ERRORS.not_found.status })
  const isReader = !isStaff(req) && runtimeOf(payload).collections.has(read.target)
  const verdict = await (isReader
    ? checkReader(payload, request, read, 'any')
    : checkPaths(payload, request, read, req.user, request.url.split('?')[1] ?? ''))
  if ('refusal' in verdict) return verdict.refusal
  if (isReader) {
    const { search, searchParams } = new URL(verdict.request.url)
    Object.assign(req, { searchParams, query: parse(search.slice(1), { depth: 10, arrayLimit: 1000 }) })
  }
  return null
}

/** Whether a document of the collection can have this id. Payload 3.90 fails on a word where ids are numbers. */
function isIdOf(payload: Payload, slug: string, id: string): boolean {
  const type = payload.collections[slug]?.customIDType ?? payload.db.defaultIDType
  return type !== 'number' || /^\d{1,15}$/.test(id)
}

type Read = {
  readonly target: string
  readonly kind: QueryKind
  /** Whether it is of versions, which hold a document under `version`. */
  readonly versions?: true
  /** Whether it changes what it finds, in bulk: then its `where` is checked, and who may do it is Payload's to say. */
  readonly writes: boolean
}

/** The path below `/api`. Payload takes no notice of a slash at its end. */
function segmentsOf(payload: Payload, request: Request): readonly string[] {
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
function asksForAccess([first, second, third]: readonly string[]): boolean {
  return first === 'access' || second === 'access' || (first === 'globals' && third === 'access')
}

/** What a request reads, or null when it is no read of documents. */
function readOf(payload: Payload, request: Request, segments: readonly string[]): Read | null {
  const writes = request.method === 'PATCH' || request.method === 'DELETE'
  if (!writes && request.method !== 'GET' && request.method !== 'HEAD' && !isOverride(request)) return null
  const [first = '', second, third, ...rest] = segments
  if (first === 'globals') {
    if (!second || writes) return null
    if (third === 'versions') return versionsRead(second, rest, writes)
    return third === undefined ? { target: second, kind: 'global', writes } : null
  }
  if (!payload.config.collections.some((each) => each.slug === first)) return null
  if (second === undefined || second === '') return { target: first, kind: 'list', writes }
  if (writes) return null
  if (second === 'by-slug' && third && rest.length === 0) return { target: first, kind: 'bySlug', writes }
  if (second === 'versions') return versionsRead(first, third === undefined ? rest : [third, ...rest], writes)
  if (third !== undefined) {
    const bare = (second === 'file' || third === 'imprimatur') && rest.length === 0
    return bare ? { target: first, kind: 'bare', writes } : null
  }
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
function isOverride(request: Request): boolean {
  if (request.method !== 'POST') return false
  return ['x-payload-http-method-override', 'x-http-method-override'].some(
    (name) => request.headers.get(name)?.toUpperCase() === 'GET',
  )
}

/** The one kind of body by which the panel sends a query that is too long for an address. */
function isForm(request: Request): boolean {
  return request.headers.get('content-type') === 'application/x-www-form-urlencoded'
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

/** What `select` and `populate` may name. */
async function selectableIn(payload: Payload, read: Read, reader: Reader) {
  const fields = await readableFields(payload, read.target, reader)
  return {
    selectable: read.versions ? ofVersions(fields) : fields,
    populatable: await readableCollections(payload, reader),
  }
}

/** @param populate whether only collections that readers are told of may be named in `populate` */
async function checkReader(
  payload: Payload,
  request: Request,
  read: Read,
  populate: 'any' | 'known' = 'known',
): Promise<Verdict> {
  if (isOverride(request)) {
    return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the address, with GET.' }])
  }
  const url = new URL(request.url)
  const { selectable, populatable } = await selectableIn(payload, read, 'anybody')
  const parsed = parsePublicQuery(url.search.slice(1), {
    kind: read.kind,
    fields: runtimeOf(payload).queryable.get(read.target) ?? {},
    choices: choicesOf(payload, read.target),
    selectable,
    ...(populate === 'known' ? { populatable } : {}),
  })
  if (!parsed.ok) return refuse(parsed.status, parsed.errors)
  const { query } = parsed
  url.search = toSearchString(
    read.kind === 'list' && !read.versions ? { ...query, sort: readersOrder(payload, read.target, query.sort) } : query,
  )
  return { request: new Request(url, request), read }
}

/** The panel asks for files with the time of their last change behind them, so that no old one comes from a cache. */
function withoutQuery(request: Request, read: Read): Verdict {
  const url = new URL(request.url)
  url.search = ''
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
  const query = parse(sent, { depth: 10, arrayLimit: 1000 }) as Readonly<Record<string, unknown>>
  const odd = read.writes ? [] : checkParameters(query, read.kind, await selectableIn(payload, read, 'staff'))
  if (odd.length > 0) return refuse(400, odd.slice(0, MOST_FAULTS))
  return checkPaths(payload, request, read, user, sent)
}

/** Every path has to be a field, and what is compared has to be comparable: Payload 3.90 ends the process on some that are not. */
async function checkPaths(
  payload: Payload,
  request: Request,
  read: Read,
  user: PayloadRequest['user'],
  sent: string,
): Promise<Verdict> {
  const query = parse(sent, { depth: 10, arrayLimit: 1000 }) as Readonly<Record<string, unknown>>
  const known = fieldPaths(payload, read.target, mayFollow(asking(payload, user)))
  const checked = checkPathsOnly(query.where, query.sort, known)
  if (!checked.ok) return refuse(checked.status, checked.errors)
  const where = typeof query.where === 'string' ? parsed(query.where) : query.where
  const noChoices = checkChoices(where, choicesOf(payload, read.target))
  if (noChoices.length > 0) return refuse(400, noChoices.slice(0, MOST_FAULTS))
  if (hasGeometry(query.where) && !hasPoint(payload, read.target)) {
    return refuse(400, [{ code: 'invalid_value', message: 'There are no coordinates here to filter by.' }])
  }
  if (hasOddDate(query.where, dateFields(payload, read.target))) {
    return refuse(400, [
      { code: 'invalid_value', message: 'A date is compared with a date, such as 2026-11-24T12:00:00Z.' },
    ])
  }
  return { request, read }
}

const MOST_FAULTS = 10

const DATE_OPERATORS = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

/** The collection's own date fields, by the names that a `where` has for them. */
function dateFields(payload: Payload, slug: string): ReadonlySet<string> {
  const fields = payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const own = fields.filter(({ type }) => type === 'date').map(({ name }) => name)
  return new Set([...own, ...own.map((name) => `version.${name}`)])
}

/** Whether a `where` compares a date with something else, which SQLite's adapter makes into a query that fails (3.90.2). */
function hasOddDate(where: unknown, dates: ReadonlySet<string>): boolean {
  if (typeof where === 'string') return hasOddDate(parsed(where), dates)
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(([path, given]: [string, unknown]) => {
    if (!dates.has(path)) return hasOddDate(given, dates)
    return Object.entries(given ?? {}).some(([operator, value]: [string, unknown]) => {
      if (operator === 'exists') return false
      const values: unknown[] = Array.isArray(value) ? value : String(value).split(',')
      return !DATE_OPERATORS.has(operator) || !values.every((each) => isDate(each))
    })
  })
}

/** Payload takes the word `null` for no date. */
function isDate(value: unknown): boolean {
  return value === 'null' || !Number.isNaN(Date.parse(String(value)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a `where` compares places on a map; Payload's adapters fail on that for any other field (3.90.2). */
function hasGeometry(where: unknown): boolean {
  if (typeof where === 'string') return /"(?:near|within|intersects)"/.test(where)
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(
    ([key, value]) => ['near', 'within', 'intersects'].includes(key) || hasGeometry(value),
  )
}

function hasPoint(payload: Payload, slug: string): boolean {
  const fields = payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  return fields.some(({ type }) => type === 'point')
}

/**
 * Into which collections a member of staff may filter and sort through a relation. Not into pieces that they may not
 * see: with `draft=true`, and in any sort, Payload 3.90 does not ask for read access to the related document.
 */
export function mayFollow(req: PayloadRequest): (collection: string) => boolean {
  const pieces = runtimeOf(req.payload).collections
  return (collection) => canSeeAllPieces(req) || !pieces.has(collection)
}

function refuse(status: number, errors: readonly Blocker[]): Verdict {
  const body = { errors: errors.map((each) => ({ ...each, message: each.message || ERRORS[each.code].message })) }
  return { refusal: Response.json(body, { status, headers: { 'cache-control': 'no-store' } }) }
}
