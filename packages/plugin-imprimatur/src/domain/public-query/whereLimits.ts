import { GraphQLError, valueFromASTUntyped, type ValidationRule } from 'graphql'
import { ERRORS } from '../workflow/index.ts'

/** Levels of objects and lists in a `where`, and values in it. */
const MOST = { levels: 40, values: 200 } as const

/**
 * A validation rule for graphql-js: bounds every `where` of a document, written out or sent as a variable, which the schema
 * lets be as deep as one likes. Refused ones are `query_too_complex`.
 */
export function whereLimits(variables: Readonly<Record<string, unknown>> | null | undefined): ValidationRule {
  return (context) => ({
    Argument(node) {
      if (node.name.value !== 'where') return
      const where = valueFromASTUntyped(node.value, variables ?? {})
      if (!exceeds(where)) return
      const { status } = ERRORS.query_too_complex
      const extensions = { code: 'query_too_complex', statusCode: status }
      const message = `A \`where\` has at most ${MOST.levels} levels and ${MOST.values} values.`
      context.reportError(new GraphQLError(message, { nodes: [node], extensions }))
    },
  })
}

function exceeds(where: unknown): boolean {
  let values = 0
  let level: unknown[] = [where]
  for (let levels = 0; level.length > 0; levels++) {
    values += level.length
    if (levels > MOST.levels || values > MOST.values) return true
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    )
  }
  return false
}
