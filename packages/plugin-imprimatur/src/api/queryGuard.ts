import type { Payload, PayloadRequest } from 'payload'
import { parse } from 'qs-esm'
import { checkParameters, readSearch, type FurtherParameters } from '../domain/public-query/index.ts'
import { blocker, ERRORS } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff } from '../store/index.ts'
import { asking, checkPaths } from './checkPaths.ts'
import { checkReader } from './checkReader.ts'
import { selectableIn } from './readableFields.ts'
import { asksForAccess, isForm, isOverride, readOf, segmentsOf, type Read } from './readOf.ts'
import { MOST_FAULTS, refuse, type Verdict } from './Verdict.ts'
import { oddInWrite, writeOf, type Write } from './writeParameters.ts'

/**
 * Checks what a read asks before Payload sees it. Anonymous readers have an allow-list of parameters and fields; of
 * staff every path has to be a field, as Payload 3.90 ends the process on some that are not. A closed account is a reader.
 *
 * @param furtherOf parameters of the host's own for reads of a collection's documents; they are checked and handed on
 * @param mayAskForDrafts whether whoever sent the request showed a key for drafts: then `draft=true` is handed on
 */
export function queryGuard(
  payload: Payload,
  furtherOf: (collection: string) => FurtherParameters = () => ({}),
  mayAskForDrafts: () => boolean = () => false,
): (request: Request) => Promise<Verdict> {
  return async (request) => {
    if (isOverride(request) && !isForm(request)) {
      return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the address, with GET.' }])
    }
    const segments = segmentsOf(payload, request)
    const read = readOf(payload, request, segments)
    const access = asksForAccess(segments)
    const write = read ? null : writeOf(payload, request, segments)
    if (write) return checkWrite(payload, request, write)
    if (!read && !access) return { request, read }
    const user = await staffUser(payload, request)
    if (access && !user) return refuse(401, [blocker('not_authenticated')])
    if (!read) return { request, read }
    if (read.writes) return checkStaff(payload, request, read, user)
    const further = read.versions ? {} : furtherOf(read.target)
    const drafts = mayAskForDrafts()
    if (!user) return checkReader(payload, request, read, { further, places: true, drafts })
    return read.kind === 'bare' ? withoutQuery(request, read) : checkStaff(payload, request, read, user, further)
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
    ? checkReader(payload, request, read, { populate: 'any' })
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

/** The active member of staff who sent the request; null for everybody else. */
async function staffUser(payload: Payload, request: Request): Promise<PayloadRequest['user']> {
  const cookie = request.headers.get('cookie') ?? ''
  if (!request.headers.has('authorization') && !cookie.includes(`${payload.config.cookiePrefix}-token=`)) return null
  const { user } = await payload.auth({ headers: request.headers })
  return isStaff(asking(payload, user)) ? user : null
}

/** The panel asks for files with the time of their last change behind them, so that no old one comes from a cache. */
function withoutQuery(request: Request, read: Read): Verdict {
  const url = new URL(request.url)
  url.search = ''
  return { request: new Request(url, request), read }
}

/** Of strangers Payload says that they may not write, whatever they ask for. */
async function checkWrite(payload: Payload, request: Request, write: Write): Promise<Verdict> {
  const sent = new URL(request.url).search.slice(1)
  const odd = sent === '' ? [] : await oddInWrite(payload, readSearch(sent).tree, write)
  if (odd.length === 0 || !(await staffUser(payload, request))) return { request, read: null }
  return refuse(400, odd.slice(0, MOST_FAULTS))
}

async function checkStaff(
  payload: Payload,
  request: Request,
  read: Read,
  user: PayloadRequest['user'],
  further: FurtherParameters = {},
): Promise<Verdict> {
  const { search } = new URL(request.url)
  if (request.method === 'POST' && search !== '') {
    return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the body, or with GET in the address.' }])
  }
  const sent = request.method === 'POST' ? await request.clone().text() : search.slice(1)
  const { tree } = readSearch(sent)
  const odd = read.writes
    ? user
      ? await oddInWrite(payload, tree, { target: read.target, kind: 'many' })
      : []
    : checkParameters(tree, read.kind, await selectableIn(payload, read, 'staff'), further)
  if (odd.length > 0) return refuse(400, odd.slice(0, MOST_FAULTS))
  return checkPaths(payload, request, read, user, sent)
}
