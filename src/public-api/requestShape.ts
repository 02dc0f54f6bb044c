import type { SanitizedConfig } from 'payload'
import { blocker, type Blocker } from 'payload-plugin-imprimatur/workflow'
import { allowedMethods } from './allowedMethods.ts'

/**
 * What is wrong with a request before Payload sees it, or null: cases in which Payload 3.90.2 relies on what a client
 * need not send, and fails.
 */
export function faultOf(request: Request, config: SanitizedConfig): Blocker | null {
  const path = new URL(request.url).pathname.slice(config.routes.api.length)
  const [, first = '', second = '', third = ''] = path.split('/')
  // It looks for a collection of this name in a plain object, which has a `toString` as well.
  if (first in {} || (first === 'globals' && second in {})) return blocker('not_found')

  // SQLite's adapter compares a relation with this word as if it were no value.
  if (second.toLowerCase() === 'null') return blocker('not_found')

  const writes = request.method === 'PATCH' || (request.method === 'POST' && (second === '' || first === 'globals'))
  const isDocument = config.collections.some(({ slug }) => slug === first) || (first === 'globals' && third === '')
  const isOverride =
    request.headers.has('x-http-method-override') || request.headers.has('x-payload-http-method-override')
  const isBodiless = writes && isDocument && !isOverride && request.body === null
  // Where nothing takes the method, that is said instead.
  if (isBodiless && allowedMethods(config, path).includes(request.method)) {
    return blocker('invalid_value', { message: 'The body must be one JSON object.' })
  }
  return null
}
