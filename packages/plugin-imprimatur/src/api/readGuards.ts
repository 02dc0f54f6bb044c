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
 * Endpoints in front of Payload's own reads of a collection: each checks the query and calls the endpoint behind it.
 * Fixed addresses, such as `/me` of the staff, are no ids and are passed on unchanged.
 */
export function readEndpoints(): Endpoint[] {
  return COLLECTION_READS.map((path) => {
    const handler: Endpoint['handler'] = async (req) => {
      const own = path === '/:id' ? endpointAt(req, `/${String(req.routeParams?.id)}`) : undefined
      if (own) return own.handler(req)
      const inner = endpointAt(req, path)
      if (!inner) throw coded('not_found')
      return (await refusalOfRead(req)) ?? (await inner.handler(req))
    }
    GUARDS.add(handler)
    return { path, method: 'get', handler }
  })
}

function endpointAt(req: PayloadRequest, path: string): Pick<Endpoint, 'handler'> | undefined {
  const { endpoints } = req.payload.collections[String(req.routeParams?.collection)]?.config ?? {}
  return (endpoints || []).find((each) => each.path === path && each.method === 'get' && !GUARDS.has(each.handler))
}

const guarded = new WeakSet<object>()

/**
 * GraphQL with the same guards, put into the schema when the first document is validated: a config has no other access
 * to the schema that Payload makes.
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
