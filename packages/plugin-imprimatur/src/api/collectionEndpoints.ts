import type { Endpoint, PayloadRequest } from 'payload'

/** Those of the plugin that stand before Payload's own, of collections. */
const OURS = new WeakSet<Endpoint['handler']>()

type Method = Endpoint['method']

/** An endpoint that comes before the one of Payload that has the same address. */
export function before(method: Method, path: string, handler: Endpoint['handler']): Endpoint {
  OURS.add(handler)
  return { path, method, handler }
}

/**
 * The endpoint that would have answered without ours. What stands at an address of its own, such as `/me` of the staff, is no id and comes
 * before `/:id`.
 */
export function endpointBehind(
  req: PayloadRequest,
  method: Method,
  path: string,
): { readonly handler: Endpoint['handler']; readonly isId: boolean } | undefined {
  const { endpoints } = req.payload.collections[String(req.routeParams?.collection)]?.config ?? {}
  const at = (wanted: string) =>
    (endpoints || []).find((each) => each.path === wanted && each.method === method && !OURS.has(each.handler))
  const named = path === '/:id' ? at(`/${String(req.routeParams?.id)}`) : undefined
  const found = named ?? at(path)
  return found && { handler: found.handler, isId: !named }
}
