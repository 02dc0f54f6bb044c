import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLError } from 'graphql'
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
import { queryLimits } from '../../delivery/index.ts'
import { entriesOf } from '../errors/CodedError.ts'
import { afterError } from '../errors/afterError.ts'
import { isStaff } from '../plugin/people.ts'
import { retryMutations } from './retryMutations.ts'

/** Limits on one GraphQL document: a list of 100 with scalar fields and `body` passes. */
const LIMITS = { maxDepth: 8, maxCost: 10_000, listDefault: 10 }

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
  retryMutations(schema)
  return async (request) => {
    const original = request.clone()
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config,
      payloadInstanceCacheKey: settings.key ?? 'default',
      request,
    })
    await addDataAndFileToRequest(req)
    addLocalesToRequestFromData(req)
    const introspection = settings.introspection || isStaff(req)
    const answer = await createHandler({
      schema,
      context: { headers: {}, req } as never,
      validationRules: (_, args, standard) => [
        ...standard,
        queryLimits({ ...LIMITS, introspection, variables: args.variableValues }),
        ...validationRules(args as unknown as Parameters<typeof validationRules>[0]),
      ],
      onOperation: async (_request, _args, result) => {
        const errors = await Promise.all((result.errors ?? []).map((error) => formatted(error, payload, req)))
        return errors.length > 0 ? { ...result, errors: errors as never } : result
      },
    })(original)
    const headers = headersWithCors({ headers: new Headers(answer.headers), req })
    return refusalOr(await answer.text(), {
      status: answer.status,
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, headers) : headers,
    })
  }
}

type Refused = {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/** graphql-http answers 200, and without codes, to a document that was refused before it ran. */
function refusalOr(body: string, init: ResponseInit): Response {
  const answer = body === '' ? {} : (JSON.parse(body) as Refused)
  if (answer.errors === undefined || 'data' in answer) return new Response(body, init)
  const errors = answer.errors.map((error) => ({
    ...error,
    extensions: { code: 'invalid_value', statusCode: 400, ...error.extensions },
  }))
  return new Response(JSON.stringify({ errors }), { ...init, status: errors[0]?.extensions.statusCode ?? 400 })
}

async function formatted(error: GraphQLError, payload: Payload, req: PayloadRequest): Promise<unknown> {
  const cause = error.originalError
  const plain = { message: error.message, locations: error.locations, path: error.path }
  const coded = await afterError({
    error,
    graphqlResult: { ...plain, extensions: {} },
    req,
    context: req.context,
  })
  if (coded?.graphqlResult) return coded.graphqlResult
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
