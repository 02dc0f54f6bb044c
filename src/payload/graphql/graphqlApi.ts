import { configToSchema } from '@payloadcms/graphql'
import { parse, type GraphQLError } from 'graphql'
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
import { queryLimits, whereLimits } from '../../delivery/index.ts'
import { entriesOf } from '../errors/CodedError.ts'
import { isStaff } from '../plugin/people.ts'
import { ERRORS, type ErrorCode } from '../../workflow/index.ts'
import { closedFields, refuseClosedFields, ruledFields } from './closedFields.ts'
import { guardArguments } from './guardArguments.ts'
import { retryMutations } from './retryMutations.ts'
import { takePictures } from './takePictures.ts'

/** Limits on one GraphQL document: a list of 100 with scalar fields and `body` passes. */
const LIMITS = { maxDepth: 8, maxCost: 10_000, listDefault: 10 }

/** Words and signs of a document; the longest of the documentation has under a hundred. */
const MOST_TOKENS = 5_000

/**
 * `/api/graphql`, outside Next: Payload's schema over `graphql-http`. What Payload ships for this is a Next route that
 * pulls the admin panel in with it.
 */
export function graphqlApi(
  payload: Payload,
  config: SanitizedConfig,
  settings: { introspection: boolean; key?: string },
): (request: Request) => Promise<Response> {
  const { schema, validationRules } = configToSchema(config)
  takePictures(schema, payload)
  retryMutations(schema)
  guardArguments(schema, payload, config)
  const ruled = ruledFields(schema, config)
  return async (request) => {
    // Payload reads `draft` and `locale` from it, and then takes them for what relations ask.
    if (new URL(request.url).search !== '') return inTheAddress()
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
    const closed = staff ? new Set<never>() : await closedFields(ruled, req)
    const answer = await createHandler({
      schema,
      parse: (source) => parse(source, { maxTokens: MOST_TOKENS }),
      context: { headers: {}, req } as never,
      validationRules: (_, args, standard) => [
        refuseClosedFields(closed),
        ...standard,
        queryLimits({ ...LIMITS, introspection, variables: args.variableValues }),
        whereLimits(args.variableValues),
        ...validationRules(args as unknown as Parameters<typeof validationRules>[0]),
      ],
      onOperation: async (_request, _args, result) => {
        const errors = await Promise.all((result.errors ?? []).map((error) => formatted(error, payload, req)))
        return errors.length > 0 ? { ...result, errors: errors as never } : result
      },
    })(original)
    const headers = headersWithCors({ headers: new Headers(answer.headers), req })
    return refusalOr(await answer.text(), introspection, {
      status: answer.status,
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, headers) : headers,
    })
  }
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
    const message = introspection ? error.message : error.message.replace(/ Did you mean .*$/s, '')
    return { ...error, message, extensions: { code: codeOfRefusal(message), statusCode: 400, ...error.extensions } }
  })
  return new Response(JSON.stringify({ errors }), { ...init, status: errors[0]?.extensions.statusCode ?? 400 })
}

/** By the words of graphql-js 16, which are all that a refusal for the sake of the schema has. */
function codeOfRefusal(message: string): ErrorCode {
  if (/Field "\w+" is not defined by type "\w+_where(?:_and|_or)?"/.test(message)) return 'field_not_queryable'
  if (/Field "\w+" is not defined by type "\w+_operator"|^Unknown argument /.test(message)) return 'unknown_parameter'
  return 'invalid_value'
}

function inTheAddress(): Response {
  const code: ErrorCode = 'unknown_parameter'
  const { status } = ERRORS[code]
  const message = 'GraphQL takes no query parameters in its address. Say what you want in the document.'
  return Response.json({ errors: [{ message, extensions: { code, statusCode: status } }] }, { status })
}

async function formatted(error: GraphQLError, payload: Payload, req: PayloadRequest): Promise<unknown> {
  const cause = error.originalError
  const plain = { message: error.message, locations: error.locations, path: error.path }
  let coded: unknown
  for (const hook of payload.config.hooks.afterError) {
    const result = await hook({ error, graphqlResult: { ...plain, extensions: {} }, req, context: req.context })
    coded ??= result && 'graphqlResult' in result ? result.graphqlResult : undefined
  }
  if (coded !== undefined) return coded
  if (cause && entriesOf(cause) === null) logError({ err: cause, payload })
  const known: unknown = (cause as { status?: unknown } | undefined)?.status
  const status = typeof known === 'number' ? known : cause ? 500 : 400
  const message = status >= 500 ? 'Something went wrong on the server.' : error.message
  return {
    ...plain,
    message,
    extensions: { ...error.extensions, code: error.extensions.code ?? codeOf(status), statusCode: status },
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
