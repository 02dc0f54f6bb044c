import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLError } from 'graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import {
  buildConfig,
  createPayloadRequest,
  getPayload,
  handleEndpoints,
  type CollectionConfig,
  type Config,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import { imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { copyOfConfig } from './copyOfConfig.ts'
import { pluginDatabase } from './pluginDatabase.ts'
import { sessionOf } from './sessionOf.ts'

type Options = Parameters<typeof imprimatur>[0]

/** A project of somebody else: Payload's own REST and GraphQL, on a database of its own, and nothing of this newsroom. */
export type Stranger = {
  readonly config: SanitizedConfig
  readonly payload: Payload
  /** Asks the REST API; `as` is the e-mail address of somebody whom {@link Stranger.person} made. */
  readonly ask: (method: string, address: string, body?: unknown, as?: string) => Promise<Answer>
  readonly graphql: (query: string, as?: string) => Promise<Answer>
  /** Makes somebody who can log in. */
  readonly person: (email: string, data?: object) => Promise<string>
  /** The same database under another config, after this instance has ended. */
  readonly reopen: (setting: Setting) => Promise<Stranger>
  readonly close: () => Promise<void>
}

export type Answer = {
  readonly status: number
  readonly body: Awaited<ReturnType<Response['json']>>
  readonly headers: Headers
}

export type Setting = {
  readonly collections: CollectionConfig[]
  /** Left out: without the plugin. */
  readonly plugin?: Options
  readonly config?: Partial<Config>
  /** Whether documents are numbered. */
  readonly numbered?: boolean
  /** Lines that were logged, as they come. */
  readonly log?: string[]
}

const PASSWORD = 'a password for tests'

/** The config of such a project, before it is started. */
export async function strangersConfig(setting: Setting, db: Config['db']): Promise<SanitizedConfig> {
  const { collections, config = {}, log, plugin } = setting
  return buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: log
      ? { options: { level: 'debug' }, destination: { write: (line: string) => void log.push(line) } }
      : { options: { level: 'silent' } },
    db,
    collections: copyOfConfig(collections),
    plugins: plugin ? [imprimatur(plugin)] : [],
    ...config,
  })
}

export async function openStranger(setting: Setting, dir?: string): Promise<Stranger> {
  const folder = dir ?? (await mkdtemp(path.join(tmpdir(), 'stranger-')))
  const config = await strangersConfig(
    setting,
    pluginDatabase(path.basename(folder), folder, { numbered: setting.numbered ?? false }),
  )
  const key = `${folder}#${randomUUID()}`
  const payload = await getPayload({ config, key })
  const tokens = new Map<string, string>()

  const headersOf = (as?: string): Headers => {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (as !== undefined) headers.set('authorization', `JWT ${tokens.get(as) ?? ''}`)
    return headers
  }
  const ask: Stranger['ask'] = async (method, address, body, as) => {
    const isForm = body instanceof FormData
    const headers = headersOf(as)
    if (isForm) headers.delete('content-type')
    const request = new Request(`http://localhost${address}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config, request, payloadInstanceCacheKey: key })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }
  const { schema, validationRules } = configToSchema(config)
  const graphql: Stranger['graphql'] = async (query, as) => {
    const request = new Request('http://localhost/api/graphql', {
      method: 'POST',
      headers: headersOf(as),
      body: JSON.stringify({ query }),
    })
    const req = await createPayloadRequest({ config, request: request.clone(), payloadInstanceCacheKey: key })
    const response = await createHandler({
      schema,
      context: { headers: {}, req } as never,
      validationRules: (_request, args, standard) => [...standard, ...validationRules(args)],
      onOperation: async (_request, _args, result) => {
        // As Payload's own route does it (`@payloadcms/next/dist/routes/graphql/handler.js`).
        const errors = await Promise.all(
          ((result as { errors?: readonly GraphQLError[] }).errors ?? []).map(async (error) => {
            let graphqlResult: object = { message: error.message, extensions: {} }
            for (const hook of config.hooks.afterError) {
              const made = await hook({ context: req.context, error, graphqlResult: graphqlResult as never, req })
              graphqlResult = (made && 'graphqlResult' in made ? made.graphqlResult : undefined) ?? graphqlResult
            }
            return graphqlResult
          }),
        )
        return errors.length > 0 ? { ...result, errors: errors as never } : result
      },
    })(request)
    return { status: response.status, body: await response.json(), headers: response.headers }
  }
  return {
    config,
    payload,
    ask,
    graphql,
    person: async (email, data = {}) => {
      const users = config.admin.user
      const { id } = await payload.create({ collection: users, data: { email, password: PASSWORD, ...data } })
      tokens.set(email, await sessionOf(payload, users, id))
      return String(id)
    },
    reopen: async (next) => {
      await payload.destroy()
      return openStranger(next, folder)
    },
    close: async () => {
      await payload.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
