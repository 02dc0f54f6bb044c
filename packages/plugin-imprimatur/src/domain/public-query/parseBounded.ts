import { GraphQLError, Kind, parse, type DocumentNode, type Source } from 'graphql'
import { ERRORS } from '../workflow/index.ts'

/** How much one GraphQL document may hold. */
export const DOCUMENT_BOUNDS = {
  /** Words and signs; the longest of the documentation has under two hundred. */
  tokens: 5_000,
  /** Brackets in brackets of any kind. The query of tools that ask for the whole schema has 13. */
  brackets: 64,
  operations: 10,
} as const

/**
 * Parses a GraphQL document of bounded size. graphql-js 16 descends into brackets by calling itself, so how far they nest
 * is counted before.
 *
 * @throws GraphQLError `query_too_complex`, or without a code for what is no GraphQL
 */
export function parseBounded(given: string | Source): DocumentNode {
  const source = typeof given === 'string' ? given : given.body
  const { brackets, operations, tokens } = DOCUMENT_BOUNDS
  if (nesting(source) > brackets) throw refusal(`A document has at most ${brackets} brackets in each other.`)
  const document = parsed(source, tokens)
  const count = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length
  if (count > operations) throw refusal(`A document has at most ${operations} operations.`)
  return document
}

/** How far brackets stand in brackets, outside of strings and comments. */
function nesting(source: string): number {
  let open = 0
  let most = 0
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? ''
    if (sign === '"') at = endOfString(source, at)
    else if (sign === '#') at = endOfLine(source, at)
    else if ('([{'.includes(sign)) most = Math.max(most, (open += 1))
    else if (')]}'.includes(sign)) open -= 1
  }
  return most
}

/** Where the last sign of the string is that begins at `start`. One that never ends goes to the end: it is no GraphQL. */
function endOfString(source: string, start: number): number {
  if (source.startsWith('"""', start)) {
    for (let end = source.indexOf('"""', start + 3); end !== -1; end = source.indexOf('"""', end + 3))
      if (source[end - 1] !== '\\') return end + 2
    return source.length
  }
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '"' || source[at] === '\n' || source[at] === '\r') return at
  }
  return source.length
}

function endOfLine(source: string, start: number): number {
  const end = source.slice(start).search(/[\r\n]/)
  return end === -1 ? source.length : start + end
}

function parsed(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens })
  } catch (error) {
    // By its words, which are all that graphql-js 16 gives.
    if (error instanceof GraphQLError && /tokens. Parsing aborted/.test(error.message))
      throw refusal(`A document has at most ${maxTokens} tokens.`)
    throw error
  }
}

function refusal(message: string): GraphQLError {
  const code = 'query_too_complex'
  return new GraphQLError(message, { extensions: { code, statusCode: ERRORS[code].status } })
}
