import {
  addDataAndFileToRequest,
  getDataLoader,
  isolateObjectProperty,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { coded } from '../errors/index.ts'
import { bodyOfDelete } from '../hooks/index.ts'
import { retrying } from '../transaction/index.ts'
import { before, endpointBehind } from './collectionEndpoints.ts'

/** Payload's own writes of a collection (3.90). The last one is of people who log in. */
const COLLECTION_WRITES = [
  ['post', '/'],
  ['patch', '/'],
  ['delete', '/'],
  ['patch', '/:id'],
  ['delete', '/:id'],
  ['post', '/:id/duplicate'],
  ['post', '/first-register'],
] as const

/**
 * Endpoints that come before Payload's own writes of a collection: each hands on to the one that would have answered, and does the same
 * again when it lost a race, so that the client sees the result and not the write conflict.
 */
export function writeEndpoints(): Endpoint[] {
  return COLLECTION_WRITES.map(([method, path]) =>
    before(method, path, async (req) => {
      const behind = endpointBehind(req, method, path)
      if (!behind) throw coded('not_found')
      return behind.isId ? again(req, behind.handler) : behind.handler(req)
    }),
  )
}

/** What Payload's endpoints and the hooks behind them change of a request, and read of it once only. */
const CHANGED = ['body', 'context', 'data', 'payloadDataLoader', 'query', 'transactionID'] as const

/** Has `handler` answer, as often as it loses a race, with the request as it came. */
async function again(req: PayloadRequest, handler: Endpoint['handler']): Promise<Response> {
  await addDataAndFileToRequest(req)
  const { context, query } = req
  const data = (await bodyOfDelete(req)) ?? req.data
  const once = async () => {
    const own = isolateObjectProperty(req, [...CHANGED])
    const fresh = { body: null, context: { ...context }, data: structuredClone(data), query: structuredClone(query) }
    Object.assign(own, fresh, { payloadDataLoader: getDataLoader(own) })
    return handler(own)
  }
  // A file would be stored twice.
  return req.file ? once() : retrying(once)
}
