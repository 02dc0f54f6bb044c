import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { blocker, ERRORS, pieceKey } from 'payload-plugin-imprimatur/workflow'
import { keyScopes } from '../accounts/index.ts'
import { BODY_FORMS, textFieldOf, withBodyForm, type BodyForm } from '../newsroom/bodyForms/index.ts'
import { picturesOf } from '../newsroom/media/index.ts'
import { runtimeOf, findDossiers, readingDrafts, retrying } from 'payload-plugin-imprimatur'
import { inRankedOrder, queryGuard, withNextPlace } from 'payload-plugin-imprimatur/server'
import { openPreview } from './openPreview.ts'
import { faultOf } from './requestShape.ts'

/**
 * Payload's REST API behind the newsroom's own door: queries are checked before Payload sees them, and a write that
 * lost a race on MongoDB is tried again, so that the client sees the result, not the write conflict.
 *
 * @param payload is the initialised instance of `config`, under `key` when it was not the default.
 */
export function restApi(
  payload: Payload,
  config: SanitizedConfig,
  key = 'default',
): (request: Request) => Promise<Response> {
  const answer = (request: Request) => handleEndpoints({ config, request, payloadInstanceCacheKey: key })
  const guard = queryGuard(
    payload,
    (collection): Record<string, readonly string[]> =>
      textFieldOf(collection) === undefined ? {} : { body: BODY_FORMS },
    mayAskForDrafts,
  )
  return async (asked) => {
    const odd = faultOf(asked, config)
    if (odd !== null) return Response.json({ errors: [odd] }, { status: ERRORS[odd.code].status })
    const opened = await openPreview(payload, asked)
    if (opened instanceof Response) return opened
    const verdict = await guard(opened?.request ?? asked)
    if ('refusal' in verdict) return verdict.refusal
    const { request, read, order, ranked } = verdict
    if (request.method === 'GET' || request.method === 'HEAD') {
      const form = read ? formAsked(request) : undefined
      const inForm = (from: Request) => (form ? withBodyForm(form, () => answer(from)) : answer(from))
      if (opened) return readingDrafts(opened.drafts, () => inForm(opened.asDraft(request)))
      const response = await (asksForDrafts(request) && mayAskForDrafts()
        ? readingDrafts('all', () => inForm(request))
        : inForm(request))
      if (ranked) return inRankedOrder(ranked, response)
      if (read && order !== undefined) return withNextPlace(payload, read.target, order, response)
      if (response.status === 403 && read?.kind === 'bare') return notFound(response)
      if (response.status === 404 && read?.kind === 'byId') return orGone(payload, read.target, request, response)
      return response
    }
    // They are large, and repeat lost races by themselves.
    if (takesPictures(payload, request)) return answer(request)
    const body = request.body ? await request.arrayBuffer() : null
    return retrying(() => answer(copyOf(request, body)))
  }
}

/** Whether the request came with a key for drafts. */
function mayAskForDrafts(): boolean {
  return keyScopes()?.has('read:drafts') === true
}

/** Of a read that was checked: by then there is one way to ask for them. */
function asksForDrafts({ url }: Request): boolean {
  return new URL(url).searchParams.get('draft') === 'true'
}

/** The form of texts that a read which was checked asks for. */
function formAsked({ url }: Request): BodyForm | undefined {
  const asked = new URL(url).searchParams.get('body')
  return BODY_FORMS.find((form) => form === asked)
}

/** Whether `src/newsroom/media` has the endpoint that this request is for. */
function takesPictures(payload: Payload, { method, url }: Request): boolean {
  const [slug = ''] = new URL(url).pathname.split('/').slice(2)
  return method !== 'DELETE' && picturesOf(payload).collections.includes(slug)
}

/** Payload answers 403 for every file that is not public; the contract has 404 for what is not public to the asker. */
async function notFound(response: Response): Promise<Response> {
  await response.body?.cancel()
  return Response.json({ errors: [blocker('not_found')] }, { status: ERRORS.not_found.status })
}

/** A retracted piece is gone with its notice under its id too, not just unknown. */
async function orGone(payload: Payload, collection: string, request: Request, response: Response): Promise<Response> {
  if (!runtimeOf(payload).collections.has(collection)) return response
  const id = new URL(request.url).pathname.replace(/\/+$/, '').split('/').at(-1) ?? ''
  // A hidden piece is not read at all, so that response time does not reveal it.
  const gone = { piece: { equals: pieceKey(collection, decodeURIComponent(id)) }, retracted: { equals: true } }
  const [{ state } = {}] = await findDossiers({ payload }, gone, { limit: 1 })
  if (!state?.retraction) return response
  const { notice, at } = state.retraction
  const errors = [{ code: 'retracted', message: ERRORS.retracted.message, notice, retractedAt: at }]
  return Response.json({ errors }, { status: ERRORS.retracted.status })
}

function copyOf(request: Request, body: ArrayBuffer | null): Request {
  return new Request(request.url, { method: request.method, headers: request.headers, signal: request.signal, body })
}
