import type { GraphQLSchema } from 'graphql'
import { retrying } from '../transaction/index.ts'

/**
 * Makes each mutation of `schema` try again when it lost a race, so that the client sees the result, not the write
 * conflict. A field of a mutation is a transaction of its own, so it can be done again by itself.
 */
export function retryMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    if (!resolve) continue
    // Payload's operations change the data that they are given.
    field.resolve = (source, args, context, info) =>
      retrying(async () => await resolve(source, structuredClone(args), context, info))
  }
}
