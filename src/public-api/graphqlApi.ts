import { configToSchema } from '@payloadcms/graphql'
import {
  getOperationAST,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  OperationTypeNode,
  UniqueFragmentNamesRule,
  validate,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import {
  addDataAndFileToRequest,
  addLocalesToRequestFromData,
  createPayloadRequest,
  headersWithCors,
  logError,
  mergeHeaders,
  type Payload,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import {
  parseBounded,
  queryLimits,
  whereLimits,
  hiddenFields,
  dropSortKeys,
  refuseHiddenFields,
  protectedFields,
  validatePublicArguments,
  typeNames,
  retryMutations,
} from 'payload-plugin-imprimatur/server'
import { entriesOf, isStaff, readingDraftsAsAsked } from 'payload-plugin-imprimatur'
import { ERRORS, type ErrorCode } from 'payload-plugin-imprimatur/workflow'
import { keyScopes } from '../accounts/index.ts'
import type { GraphqlDocuments } from './graphqlDocuments.ts'
import { asPost, GraphqlRefused, PersistedQueryNotFound, refusalResponse } from './graphqlGet.ts'
import { takePictures } from './takePictures.ts'
import { textForms } from './textForms.ts'

/** Limits on one operation; docs/api.md counts an example by hand. */
const LIMITS = { maxDepth: 10, maxCost: 50_000, listDefault: 10 }

/** What each document costs beside its fields: it has to be read from the database and from the rules of access. */
const COST_OF_DOCUMENT = 5

/** Characters of the message of one error. */
const LONGEST_MESSAGE = 500

const IN_THE_ADDRESS = 'A POST takes no parameters in its address. Say what you want in the document.'

/** Without these nothing can walk through the fragments of a document. */
const SOUND_FRAGMENTS = [UniqueFragmentNamesRule, KnownFragmentNamesRule, NoFragmentCyclesRule]

/**
 * `/api/graphql`, outside Next: Payload's schema over `graphql-http`. What Payload ships for this is a Next route that
 * pulls the admin panel in with it.
 */
export function graphqlApi(
  payload: Payload,
  config: SanitizedConfig,
  settings: { introspection: boolean; documents?: GraphqlDocuments; key?: string },
): (request: Request) => Promise<Response> {
  const { documents: known = new Map() } = settings
  const answer = answering(payload, config, settings)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      if (new URL(request.url).search === '') return answer(request, false)
      return refusalResponse(new GraphqlRefused('unknown_parameter', IN_THE_ADDRESS))
    }
    try {
      const response = await answer(asPost(request, known), true)
      if (response.status === 405) response.headers.set('allow', 'OPTIONS, POST')
      return response
    } catch (error) {
      if (error instanceof GraphqlRefused || error instanceof PersistedQueryNotFound) return refusalResponse(error)
      throw error
    }
  }
}

/** @returns what answers a `POST`; `isGet` when it was a `GET`, which changes nothing */
function answering(
  payload: Payload,
  config: SanitizedConfig,
  settings: { introspection: boolean; key?: string },
): (request: Request, isGet: boolean) => Promise<Response> {
  const { schema, validationRules } = schemaOf(payload, config)
  const ruled = protectedFields(schema, config)
  const documents = {
    types: new Set(typeNames(schema, config).map(({ name }) => name)),
    cost: COST_OF_DOCUMENT,
  }
  return async (request, isGet) => {
    const original = request.clone()
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config,
      payloadInstanceCacheKey: settings.key ?? 'default',
      request,
    })
    await addDataAndFileToRequest(req)
    addLocalesToRequestFromData(req)
    const staff = isStaff(req)
    const introspection = settings.introspection || staff
    const closed = staff ? new Set<never>() : await hiddenFields(ruled, req)
    let faults: readonly GraphQLError[] = []
    const seen = { isWhole: false }
    const handler = createHandler({
      schema,
      parse: parseBounded,
      context: { headers: {}, req } as never,
      validationRules: (_, args, standard) => {
        faults = firstFaults(schema, args.document, [
          keyScopes() ? [queriesOnly(args.operationName, 'forbidden', 'An API key carries out queries only.')] : [],
          isGet ? [queriesOnly(args.operationName, 'method_not_allowed', 'A GET carries out queries only.')] : [],
          [knownOperations, ...SOUND_FRAGMENTS],
          [
            refuseHiddenFields(closed),
            queryLimits({ ...LIMITS, documents, introspection, variables: args.variableValues }),
            whereLimits(args.variableValues),
          ],
          standard,
          validationRules(args),
        ])
        return []
      },
      validate: () => faults,
      onOperation: async (_request, _args, result) => {
        const found = await Promise.all((result.errors ?? []).map((error) => formatted(error, payload, req)))
        const errors = keyScopes() ? found.map(asForbidden) : found
        seen.isWhole = errors.length === 0
        return errors.length > 0 ? { ...result, errors: errors as never } : result
      },
    })
    const answer = await (keyScopes()?.has('read:drafts')
      ? readingDraftsAsAsked(() => handler(original))
      : handler(original))
    const headers = headersWithCors({ headers: new Headers(answer.headers), req })
    // Part of an answer is for nobody else.
    if (isGet) headers.set('cache-control', seen.isWhole ? 'no-store' : 'private, no-store')
    return refusalOr(await answer.text(), introspection, {
      status: answer.status,
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, headers) : headers,
    })
  }
}

/** Payload's schema with its guards, and with what this API has beside it. */
export function schemaOf(payload: Payload, config: SanitizedConfig): ReturnType<typeof configToSchema> {
  const made = configToSchema(config)
  const { schema } = made
  dropSortKeys(schema, config)
  takePictures(schema, payload)
  retryMutations(schema)
  validatePublicArguments(schema, payload, config)
  textForms(schema, payload)
  return made
}

/** graphql-js has no rule for an operation that the schema has no root for, and fails when it is to carry it out. */
const knownOperations: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return
    const extensions = { code: 'invalid_value', statusCode: ERRORS.invalid_value.status }
    context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: [node], extensions }))
  },
})

/** RFC 9110 §9.2.1: a `GET` is safe. A key reads. */
function queriesOnly(operationName: string | null | undefined, code: ErrorCode, message: string): ValidationRule {
  return (context) => ({
    Document(document) {
      const operation = getOperationAST(document, operationName)
      if (!operation || operation.operation === OperationTypeNode.QUERY) return
      const extensions = { code, statusCode: ERRORS[code].status }
      context.reportError(new GraphQLError(message, { nodes: [operation], extensions }))
    },
  })
}

/**
 * What is wrong with a document by the first of the stages of rules that finds something: a later stage takes what an earlier
 * one holds for granted, such as fragments that do not hold themselves and a bound on what there is to walk through.
 */
function firstFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  stages: readonly (readonly ValidationRule[])[],
): readonly GraphQLError[] {
  for (const rules of stages) {
    const faults = validate(schema, document, rules)
    if (faults.length > 0) return faults
  }
  return []
}

type Refused = {
  readonly data?: object | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/**
 * graphql-http answers 200, and without codes, to a document that was refused before it ran. What graphql-js adds to guess what
 * was meant are names out of the schema, which are not for those who may not look into it.
 */
function refusalOr(body: string, introspection: boolean, init: ResponseInit): Response {
  const answer = body === '' ? {} : (JSON.parse(body) as Refused)
  if (answer.errors === undefined) return new Response(body, init)
  if ('data' in answer) {
    const nothing = Object.values(answer.data ?? {}).every((field) => field === null)
    const isBusy = answer.errors.some(({ extensions }) => extensions?.code === 'busy')
    return new Response(body, nothing && isBusy ? { ...init, status: ERRORS.busy.status } : init)
  }
  const errors = answer.errors.map((error) => {
    const message = inBrief(introspection ? error.message : error.message.replace(/ Did you mean .*$/s, ''))
    return { ...error, message, extensions: { code: codeOfRefusal(message), statusCode: 400, ...error.extensions } }
  })
  return new Response(JSON.stringify({ errors }), { ...init, status: errors[0]?.extensions.statusCode ?? 400 })
}

/** graphql-js repeats values that do not fit, however long. */
function inBrief(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message
}

/** By the words of graphql-js 16, which are all that a refusal for the sake of the schema has. */
function codeOfRefusal(message: string): ErrorCode {
  if (/Field "\w+" is not defined by type "\w+_where(?:_and|_or)?"/.test(message)) return 'field_not_queryable'
  if (/Field "\w+" is not defined by type "\w+_operator"|^Unknown argument /.test(message)) return 'unknown_parameter'
  // Its rule for fields of one name that cannot be merged gives up where there are too many to compare.
  if (message === 'Validation aborted.') return 'query_too_complex'
  return 'invalid_value'
}

type Formatted = { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }

async function formatted(error: GraphQLError, payload: Payload, req: PayloadRequest): Promise<Formatted> {
  const cause = error.originalError
  const plain = { message: error.message, locations: error.locations, path: error.path }
  let coded: Formatted | undefined
  for (const hook of payload.config.hooks.afterError) {
    const result = await hook({ error, graphqlResult: { ...plain, extensions: {} }, req, context: req.context })
    coded ??= result && 'graphqlResult' in result ? result.graphqlResult : undefined
  }
  if (coded !== undefined) return coded
  if (cause && entriesOf(cause) === null) logError({ err: cause, payload })
  const known: unknown = (cause as { status?: unknown } | undefined)?.status
  const status = typeof known === 'number' ? known : cause ? 500 : 400
  const message = status >= 500 ? 'Something went wrong on the server.' : inBrief(error.message)
  return {
    ...plain,
    message,
    extensions: { ...error.extensions, code: error.extensions.code ?? codeOf(status), statusCode: status },
  }
}

/** A key is no login, and whoever has one cannot log in with it. */
function asForbidden(error: Formatted): Formatted {
  if (error.extensions?.code !== 'not_authenticated') return error
  const { status, message } = ERRORS.forbidden
  const { statusCode, ...extensions } = error.extensions
  return {
    ...error,
    message,
    extensions: { ...extensions, code: 'forbidden', ...(statusCode === undefined ? {} : { statusCode: status }) },
  }
}

function codeOf(status: number): string {
  switch (status) {
    case 401:
      return 'not_authenticated'
    case 403:
      return 'forbidden'
    case 404:
      return 'not_found'
    default:
      return status >= 500 ? 'internal_error' : 'invalid_value'
  }
}
