import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { blocker, ERRORS, pieceKey } from 'payload-plugin-imprimatur/workflow'
import { picturesOf } from '../newsroom/media/index.ts'
import { runtimeOf, findDossiers, retrying } from 'payload-plugin-imprimatur'
import { queryGuard } from 'payload-plugin-imprimatur/server'
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
  const guard = queryGuard(payload)
  return async (asked) => {
    const odd = faultOf(asked, config)
    if (odd !== null) return Response.json({ errors: [odd] }, { status: ERRORS[odd.code].status })
    const verdict = await guard(asked)
    if ('refusal' in verdict) return verdict.refusal
    const { request, read } = verdict
    if (request.method === 'GET' || request.method === 'HEAD') {
      const response = await answer(request)
      if (response.status === 403 && read?.kind === 'bare') return notFound(response)
      if (response.status === 404 && read?.kind === 'byId') return orGone(payload, read.target, request, response)
      return response.status === 500 ? orNoFile(payload, request, response) : response
    }
    // They are large, and repeat lost races by themselves.
    if (takesPictures(payload, request)) return answer(request)
    const body = request.body ? await request.arrayBuffer() : null
    return retrying(() => answer(copyOf(request, body)))
  }
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

/** Staff may see every file, so Payload 3.90.2 looks on the disk for one that no document has, and calls it a fault when it is not there. */
async function orNoFile(payload: Payload, request: Request, response: Response): Promise<Response> {
  const [slug = '', file, name = '', ...rest] = new URL(request.url).pathname.split('/').slice(2)
  const upload = payload.config.collections.find((each) => each.slug === slug)?.upload
  if (!upload || file !== 'file' || rest.length > 0) return response
  const sizes = (upload.imageSizes ?? []).map((size) => ({
    [`sizes.${size.name}.filename`]: { equals: decodeURIComponent(name) },
  }))
  const where = { or: [{ filename: { equals: decodeURIComponent(name) } }, ...sizes] }
  const known = await payload.db.findOne({ collection: slug, where })
  if (known !== null) return response
  await response.body?.cancel()
  return Response.json({ errors: [{ code: 'not_found', message: ERRORS.not_found.message }] }, { status: 404 })
}

function copyOf(request: Request, body: ArrayBuffer | null): Request {
  return new Request(request.url, { method: request.method, headers: request.headers, signal: request.signal, body })
}
