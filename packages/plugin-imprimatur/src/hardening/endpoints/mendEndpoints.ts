import type { CollectionBeforeOperationHook, Endpoint, SanitizedConfig } from 'payload'
import { coded } from '../../errors/index.ts'

const PREFERENCES = 'payload-preferences'

/**
 * Takes endpoints of Payload 3.90.2 away that cannot work, those for versions of what has none; and mends others: those that write
 * fail on a form without `_payload`, the one that deletes a preference leaves out, on SQLite, the table that it filters by, and the one
 * that makes a preference fails on a list for its user, and the one that reads a preference answers nobody with 200 and nothing.
 */
export function mendEndpoints(config: SanitizedConfig): SanitizedConfig {
  for (const entity of [...config.collections, ...config.globals]) {
    if (!entity.endpoints) continue
    // Typed as if they were always there.
    const versions = entity.versions as unknown
    entity.endpoints = entity.endpoints.filter(({ path }) => versions || !path.startsWith('/versions')).map(withData)
  }
  const preferences = config.collections.find(({ slug }) => slug === PREFERENCES)
  if (preferences?.endpoints) preferences.endpoints = [deletePreference, ...preferences.endpoints.map(forStaff)]
  if (preferences) preferences.hooks.beforeOperation = [...preferences.hooks.beforeOperation, ofWhoAsks]
  return config
}

/** The endpoint, told that a request without data has an empty document. */
function withData<One extends Pick<Endpoint, 'handler' | 'method'>>(endpoint: One): One {
  if (endpoint.method !== 'post' && endpoint.method !== 'patch') return endpoint
  const handler: Endpoint['handler'] = (req) => {
    req.data ??= {}
    return endpoint.handler(req)
  }
  return { ...endpoint, handler }
}

/** Whoever is not logged in has no preferences. */
function forStaff<One extends Pick<Endpoint, 'handler' | 'method'>>(endpoint: One): One {
  if (endpoint.method !== 'get') return endpoint
  const handler: Endpoint['handler'] = (req) => {
    if (!req.user) throw coded('not_authenticated')
    return endpoint.handler(req)
  }
  return { ...endpoint, handler }
}

/** Payload says whose a preference is by who asks, after it has read what was sent. */
const ofWhoAsks: CollectionBeforeOperationHook = ({ args, req }) => {
  const { data } = args as { data?: unknown }
  if (!req.user || typeof data !== 'object' || data === null) return args
  return { ...args, data: Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'user')) }
}

const deletePreference: Endpoint = {
  path: '/:key',
  method: 'delete',
  handler: async (req) => {
    if (!req.user) throw coded('not_authenticated')
    const { docs } = await req.payload.delete({
      collection: PREFERENCES,
      where: { key: { equals: String(req.routeParams?.key) } },
      overrideAccess: false,
      req,
    })
    if (docs.length === 0) throw coded('not_found')
    return Response.json({ message: 'Deleted.' })
  },
}
