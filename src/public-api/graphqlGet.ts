import { ERRORS, type ErrorCode } from 'payload-plugin-imprimatur/workflow'
import type { GraphqlDocuments } from './graphqlDocuments.ts'

/** What a `GET` may say, as GraphQL over HTTP has it (§6.2, and its appendix on persisted documents). */
const PARAMETERS: ReadonlySet<string> = new Set(['documentId', 'extensions', 'operationName', 'query', 'variables'])

export class GraphqlRefused extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/**
 * A client asked by a hash alone, of a document that is not here, and sends the document next: so Apollo Client and urql have it
 * (https://www.apollographql.com/docs/apollo-server/performance/apq), by this message in an answer of 200.
 */
export class PersistedQueryNotFound extends Error {
  constructor() {
    super('PersistedQueryNotFound')
  }
}

/** Whether a `GET` with parameters of these names asks for a document that the server has. */
export function namesDocument(parameters: readonly string[]): boolean {
  return parameters.includes('documentId') && parameters.every((each) => each !== 'query')
}

/**
 * The same as a `POST` whose address says nothing: Payload reads `draft` and `locale` from the address, and takes them for what relations ask.
 *
 * @throws GraphqlRefused for parameters that are not these, and a document that the server does not have
 * @throws PersistedQueryNotFound for a hash of one, in the way of Apollo
 */
export function asPost(request: Request, documents: GraphqlDocuments): Request {
  const { origin, pathname, searchParams } = new URL(request.url)
  const given = new Map<string, string>()
  for (const [name, value] of searchParams) {
    if (!PARAMETERS.has(name)) throw new GraphqlRefused('unknown_parameter', `\`${name}\` is no parameter of GraphQL.`)
    if (given.has(name)) throw new GraphqlRefused('invalid_value', `\`${name}\` is there twice.`)
    given.set(name, value)
  }
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  const extensions = objectIn(given, 'extensions')
  const body = {
    query: documentIn(given, extensions, documents),
    variables: objectIn(given, 'variables'),
    extensions,
    // Clients say in this way that there is none.
    operationName: given.get('operationName') || undefined,
  }
  return new Request(origin + pathname, { method: 'POST', headers, body: JSON.stringify(body) })
}

function documentIn(
  given: ReadonlyMap<string, string>,
  extensions: object | undefined,
  documents: GraphqlDocuments,
): string {
  const [id, query] = [given.get('documentId'), given.get('query')]
  const hash = hashIn(extensions)
  if (id === undefined && query === undefined && hash !== undefined) {
    const document = documents.get(`sha256:${hash}`)
    if (document === undefined) throw new PersistedQueryNotFound()
    return document
  }
  if ((id === undefined) === (query === undefined))
    throw new GraphqlRefused('invalid_value', 'Say either `query`, a document, or `documentId`, what names one.')
  const document = query ?? documents.get(id ?? '')
  if (document === undefined) throw new GraphqlRefused('not_found', 'There is no document of this id here.')
  return document
}

/** What a document is asked for by, in the way of Apollo. */
function hashIn(extensions: { readonly persistedQuery?: unknown } = {}): string | undefined {
  const { persistedQuery } = extensions
  const { sha256Hash: hash } = (persistedQuery ?? {}) as { readonly sha256Hash?: unknown }
  return typeof hash === 'string' ? hash : undefined
}

function objectIn(given: ReadonlyMap<string, string>, name: string): object | undefined {
  const text = given.get(name)
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new GraphqlRefused('invalid_value', `\`${name}\` has to be a JSON object.`)
}

export function refusalResponse(refused: GraphqlRefused | PersistedQueryNotFound): Response {
  if (refused instanceof PersistedQueryNotFound) {
    const errors = [{ message: refused.message, extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]
    return Response.json({ errors }, { headers: { 'cache-control': 'private, no-store' } })
  }
  const { code, message } = refused
  const { status } = ERRORS[code]
  return Response.json({ errors: [{ message, extensions: { code, statusCode: status } }] }, { status })
}
