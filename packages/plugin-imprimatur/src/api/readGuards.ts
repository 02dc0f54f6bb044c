import type { ValidationRule } from 'graphql'
import type { Config, Endpoint, PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { newsroom } from '../runtime/index.ts'
import { guardArguments } from './guardArguments.ts'
import { refusalOfRead } from './queryGuard.ts'

/** Payload's own reads of a collection (3.90). */
const COLLECTION_READS = ['/', '/count', '/versions', '/versions/:id', '/:id'] as const

/** Ours among the endpoints of a collection. */
const GUARDS = new WeakSet<Endpoint['handler']>()

/**
 * Endpoints that come before Payload's own reads of a collection: each checks what is asked, and hands on to the one that would have
 * answered. The last one is for ids, so a project's own endpoints have to come before it.
 */
export function readEndpoints(): Endpoint[] {
  return COLLECTION_READS.map((path) => {
    const handler: Endpoint['handler'] = async (req) =>
      (await refusalOfRead(req)) ?? (await inner(req, path).handler(req))
    GUARDS.add(handler)
    return { path, method: 'get', handler }
  })
}

function inner(req: PayloadRequest, path: string): Pick<Endpoint, 'handler'> {
  const { endpoints } = req.payload.collections[String(req.routeParams?.collection)]?.config ?? {}
  const own = (endpoints || []).find((each) => each.path === path && each.method === 'get' && !GUARDS.has(each.handler))
  if (!own) throw coded('not_found')
  return own
}

const guarded = new WeakSet<object>()

/**
 * GraphQL with the same guards, put into the schema when the first document is judged: a config has no other way to what Payload makes of
 * it.
 */
export function guardGraphQL(graphQL: Config['graphQL']): NonNullable<Config['graphQL']> {
  return {
    ...graphQL,
    validationRules: (args) => {
      const { req } = args.contextValue as { req: PayloadRequest }
      const install: ValidationRule = (context) => {
        const schema = context.getSchema()
        if (!guarded.has(schema)) {
          guarded.add(schema)
          guardArguments(schema, req.payload, req.payload.config, newsroom(req.payload).collections)
        }
        return {}
      }
      return [...(graphQL?.validationRules?.(args) ?? []), install]
    },
  }
}
