import type { ValidationRule } from 'graphql'
import type { Config, Endpoint, PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { before, endpointBehind } from './collectionEndpoints.ts'
import { validatePublicArguments } from './validatePublicArguments.ts'
import { refusalOfRead } from './queryGuard.ts'
import { retryMutations } from './retryMutations.ts'

/** Payload's own reads of a collection (3.90). */
const COLLECTION_READS = ['/', '/count', '/versions', '/versions/:id', '/:id'] as const

/**
 * Endpoints in front of Payload's own reads of a collection: each checks the query and calls the endpoint behind it.
 * Fixed addresses, such as `/me` of the staff, are no ids and are passed on unchanged.
 */
export function readEndpoints(): Endpoint[] {
  return COLLECTION_READS.map((path) =>
    before('get', path, async (req) => {
      const behind = endpointBehind(req, 'get', path)
      if (!behind) throw coded('not_found')
      if (!behind.isId) return behind.handler(req)
      return (await refusalOfRead(req)) ?? (await behind.handler(req))
    }),
  )
}

const guarded = new WeakSet<object>()

/**
 * GraphQL with the same guards, and with mutations that are done again when they lost a race, put into the schema when the
 * first document is validated: a config has no other access to the schema that Payload makes.
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
          retryMutations(schema)
          validatePublicArguments(schema, req.payload, req.payload.config, runtimeOf(req.payload).collections)
        }
        return {}
      }
      return [...(graphQL?.validationRules?.(args) ?? []), install]
    },
  }
}
