import type { FlattenedField, Payload } from 'payload'
import { parse } from 'qs-esm'
import { checkPathsOnly, parsePublicQuery, toSearchString, type QueryKind } from '../delivery/index.ts'
import { ERRORS, type Blocker } from '../workflow/index.ts'
import { newsroom } from './plugin/context.ts'

/** The request to answer, with what it reads when it reads documents; or the answer that refuses it. */
type Verdict = { readonly refusal: Response } | { readonly request: Request; readonly read: Read | null }

/**
 * Checks what a read asks before Payload sees it. Anonymous readers have an allow-list of parameters and fields; of
 * staff every path has to be a field, as Payload 3.90 ends the process on some that are not.
 */
export function queryGuard(payload: Payload): (request: Request) => Promise<Verdict> {
  return async (request) => {
    const read = readOf(payload, request)
    if (!read) return { request, read }
    return (await isLoggedIn(payload, request))
      ? checkStaff(payload, request, read)
      : checkReader(payload, request, read)
  }
}

type Read = {
  readonly target: string
  readonly kind: QueryKind
}

/** What a request reads, or null when it is no read of documents. */
function readOf(payload: Payload, request: Request): Read | null {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !overridesToGet(request)) return null
  const [, first = '', second, third, ...rest] = new URL(request.url).pathname
    .slice(payload.config.routes.api.length)
    // Payload answers an address with a slash at its end as if that were not there.
    .replace(/(?<=.)\/$/, '')
    .split('/')
  if (first === 'globals' && second && third === undefined) return { target: second, kind: 'global' }
  if (!payload.config.collections.some((each) => each.slug === first)) return null
  if (second === undefined || second === '') return { target: first, kind: 'list' }
  if (second === 'by-slug' && third && rest.length === 0) return { target: first, kind: 'bySlug' }
  if (third !== undefined) return null
  if (second === 'count') return { target: first, kind: 'count' }
  return second === 'versions'
    ? { target: first, kind: 'list' }
    : OWN_ROUTES.has(second)
      ? null
      : { target: first, kind: 'byId' }
}

/** Routes of auth collections that stand where ids stand. */
const OWN_ROUTES = new Set(['me', 'init', 'access'])

/** Payload answers a POST with this header as if it were a GET whose query is the body. */
function overridesToGet(request: Request): boolean {
  return ['x-payload-http-method-override', 'x-http-method-override'].some(
    (name) => request.headers.get(name)?.toUpperCase() === 'GET',
  )
}

async function isLoggedIn(payload: Payload, request: Request): Promise<boolean> {
  const cookie = request.headers.get('cookie') ?? ''
  if (!request.headers.has('authorization') && !cookie.includes(`${payload.config.cookiePrefix}-token=`)) return false
  const { user } = await payload.auth({ headers: request.headers })
  return user !== null
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

async function checkStaff(payload: Payload, request: Request, read: Read): Promise<Verdict> {
  const sent = request.method === 'POST' ? await request.clone().text() : new URL(request.url).search.slice(1)
  const query = parse(sent, { depth: 10, arrayLimit: 1000 }) as { where?: unknown; sort?: unknown }
  const known = fieldPaths(payload, read)
  const checked = checkPathsOnly(query.where, query.sort, known)
  return checked.ok ? { request, read } : refuse(checked.status, checked.errors)
}

/** Whether a dotted path leads to a field, through groups, rows and relations. */
function fieldPaths(payload: Payload, read: Read): (path: string) => boolean {
  const fieldsOf = (slug: string): readonly FlattenedField[] =>
    payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const leads = (fields: readonly FlattenedField[], names: readonly string[]): boolean => {
    const [name, ...rest] = names
    if (name === undefined) return true
    if (name === 'id') return rest.length === 0
    const field = fields.find((each) => each.name === name)
    if (!field) return /^\d+$/.test(name) && leads(fields, rest)
    if (rest.length === 0) return true
    if ('flattenedFields' in field) return leads(field.flattenedFields, rest)
    if (field.type === 'blocks') return field.blocks.some((block) => leads(block.flattenedFields, rest))
    if (field.type === 'relationship' || field.type === 'upload') {
      const targets = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
      const [first] = rest
      return first === 'value' || first === 'relationTo' || targets.some((target) => leads(fieldsOf(target), rest))
    }
    return field.type === 'json' || field.type === 'richText' || field.type === 'point'
  }
  const fields = fieldsOf(read.target)
  return (path) => {
    const plain = path.startsWith('version.') ? path.slice('version.'.length) : path
    return VERSION_FIELDS.has(plain) || leads(fields, plain.split('.'))
  }
}

const VERSION_FIELDS = new Set([
  'parent',
  'latest',
  'autosave',
  'snapshot',
  'publishedLocale',
  'createdAt',
  'updatedAt',
])

function refuse(status: number, errors: readonly Blocker[]): Verdict {
  const body = { errors: errors.map((each) => ({ ...each, message: each.message || ERRORS[each.code].message })) }
  return { refusal: Response.json(body, { status, headers: { 'cache-control': 'no-store' } }) }
}
