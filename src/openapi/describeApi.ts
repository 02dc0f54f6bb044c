import type { Endpoint, Payload } from 'payload'
import { runtimeOf } from 'payload-plugin-imprimatur'
import { ERRORS } from 'payload-plugin-imprimatur/workflow'
import { describeOperation, type Place } from './describeOperation.ts'
import { documentSchemas, type Schema, type Told } from './documentSchemas.ts'
import { BESIDE, OPERATIONS } from './operations.ts'
import { OWN_SCHEMAS } from './ownSchemas.ts'
import type { Described } from './parametersOf.ts'

/** OpenAPI 3.1.1. */
export type ApiDescription = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly [more: string]: unknown }
  readonly [more: string]: unknown
}

/**
 * The API as it is: of the endpoints of the config and of what is answered beside them. The same config gives the same bytes.
 *
 * @param told who gets to read it: the fields of documents that are for staff are named to staff alone
 */
export async function describeApi(payload: Payload, told: Told): Promise<ApiDescription> {
  const { queryable } = runtimeOf(payload)
  const readable = [...queryable.keys(), ...payload.config.globals.map(({ slug }) => slug)]
  const paths = new Map<string, Record<string, Described>>()
  for (const place of placesOf(payload)) {
    const path = templateOf(place.path, [...paths.keys()])
    const methods = paths.get(path) ?? {}
    // The first of two that have one address answers.
    methods[place.method] ??= describeOperation(place, path, queryable, readable)
    paths.set(path, methods)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Imprimatur',
      version: '1',
      summary: 'What a newsroom publishes, and how it is reviewed.',
      description: 'Codes of refusals are in docs/errors.md, everything else in docs/api.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(placesOf(payload).map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries([...paths].sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      schemas: { ...(await documentSchemas(payload, readable, told)), ...OWN_SCHEMAS },
      responses: refusals(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`JWT <token>` of a login.' },
        key: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`users API-Key <key>`, made by an administrator. It reads.',
        },
      },
    },
  }
}

function placesOf(payload: Payload): readonly Place[] {
  const { config } = payload
  const { routes } = config
  const of = (tag: string, kind: string, base: string, endpoints: readonly Endpoint[], slug?: string): Place[] =>
    endpoints.flatMap(({ method, path }) => {
      const operation = OPERATIONS[kind]?.[`${method.toUpperCase()} ${path}`]
      if (!operation || method === 'connect') return []
      return [
        {
          path: base + (path === '/' ? '' : path),
          method,
          operation,
          tag,
          ...(slug === undefined ? {} : { of: slug }),
        },
      ]
    })
  return [
    ...config.collections.flatMap(({ slug, endpoints }) =>
      of(slug, kindOf(payload, slug), `${routes.api}/${slug}`, endpoints || [], slug),
    ),
    ...config.globals.flatMap(({ slug, endpoints }) =>
      of('globals', 'globals', `${routes.api}/globals/${slug}`, endpoints || [], slug),
    ),
    ...of('newsroom', 'newsroom', routes.api, config.endpoints),
    ...Object.entries(BESIDE).map(([key, operation]) => {
      const [method = '', path = ''] = key.split(' ')
      return { path, method: method.toLowerCase(), operation, tag: 'newsroom' }
    }),
  ]
}

/** Collections of Payload's own that the panel asks. */
const OPEN: ReadonlySet<string> = new Set(['payload-locked-documents', 'payload-preferences'])

/** Of collections that the software alone writes and reads nothing is told. */
function kindOf(payload: Payload, slug: string): string {
  const { collections, media, queryable, slugs, users } = runtimeOf(payload)
  if (collections.has(slug)) return 'pieces'
  if (media.includes(slug)) return 'media'
  if (queryable.has(slug)) return 'filing'
  if (slug === users) return 'users'
  if (slug === slugs.comments) return 'comments'
  if (slug === slugs.notifications) return 'notifications'
  if (slug === slugs.releases) return 'releases'
  return payload.collections[slug]?.config.admin.hidden === true && !OPEN.has(slug) ? 'closed' : 'others'
}

/** `/:id` as OpenAPI writes it. Two templates that differ by a name alone are one. */
function templateOf(path: string, known: readonly string[]): string {
  const template = path.replace(/:(\w+)\??/g, '{$1}')
  const shape = (each: string) => each.replace(/\{\w+\}/g, '{}')
  return known.find((each) => shape(each) === shape(template)) ?? template
}

const CODES = Object.entries(ERRORS) as readonly (readonly [string, { readonly status: number }])[]

/** A refusal by its status, with the codes that it can have; and any. */
function refusals(): Readonly<Record<string, Described>> {
  const statuses = [...new Set(CODES.map(([, { status }]) => status)), 412, 416].sort((a, b) => a - b)
  const of = (description: string, codes: readonly string[]): Described => ({
    description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['errors'],
          properties: {
            errors: {
              type: 'array',
              minItems: 1,
              items: { $ref: '#/components/schemas/Refusal' },
              // Of several pieces each has its own.
              contains: { type: 'object', properties: { code: { enum: codes } } },
            },
          },
        },
      },
    },
  })
  return {
    ...Object.fromEntries(
      [...new Set(statuses)].map((status) => {
        // A stale revision is told by both, as the condition came in a header or in the body.
        const codes = CODES.flatMap(([code, each]) =>
          each.status === status || (status === 412 && code === 'stale_revision') ? [code] : [],
        )
        return [`Refused${String(status)}`, of(`Refused with ${String(status)}.`, codes)]
      }),
    ),
    Refused: of(
      'Refused.',
      CODES.map(([code]) => code),
    ),
  }
}
