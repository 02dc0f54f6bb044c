import type { GraphQLSchema } from 'graphql'
import { isLostRace, pauseAfter, TRIES } from '../plugin/inTransaction.ts'

/**
 * Makes each mutation of `schema` try again when it lost a race, so that its asker gets the outcome and not the accident.
 * A field of a mutation is a transaction of its own, so it can be done again by itself.
 */
export function retryMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    if (!resolve) continue
    field.resolve = async (source, args, context, info): Promise<unknown> => {
      for (let attempt = 1; ; attempt++) {
        try {
          // Payload's operations change the data that they are given.
          const answer: unknown = await resolve(source, structuredClone(args), context, info)
          return answer
        } catch (error) {
          if (attempt === TRIES || !isLostRace(error)) throw error
          await pauseAfter(attempt)
        }
      }
    }
  }
}
