import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import pino from 'pino'
import type { Barrier } from '../../packages/plugin-imprimatur/src/index.ts'
import type { ApiKeys } from '../../src/accounts/index.ts'
import type { Delivery } from '../../src/public-api/index.ts'
import { bodyOf } from './bodyOf.ts'
import { sessionOf } from './sessionOf.ts'

export const STAFF = ['contributor', 'editor', 'editor2', 'reviewer', 'reviewer2', 'publisher', 'admin'] as const
export type Staff = (typeof STAFF)[number]

export const PASSWORD = 'a password for tests only'

/** The password of all of them, hashed once for each process: that takes some tenths of a second. */
let hashed: Promise<Readonly<Record<string, unknown>>> | undefined

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // Tests look into bodies of many shapes; a wrong look is a failed expectation.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
}

export type Asked = {
  readonly as?: Staff
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type TestNewsroom = {
  /** Another one after each restart. */
  readonly payload: Payload
  readonly url: string
  readonly userIds: Readonly<Record<Staff, string>>
  /** A request over real HTTP; `as` has a session. */
  readonly ask: (method: string, address: string, asked?: Asked) => Promise<Answer>
  readonly graphql: (query: string, variables?: Record<string, unknown>, as?: Staff) => Promise<Answer>
  /** Has `who` log in, with their password, before their next request: sessions end when an account is closed. */
  readonly forgetLogin: (who: Staff) => void
  /** Where nothing that was answered is kept; empty unless it was asked for. */
  readonly uncachedUrl: string
  /** Forgets what was answered to readers: for tests that change the configuration while it runs. */
  readonly forgetAnswers: () => void
  /** When every use of an API key has been written down. */
  readonly keysSettled: () => Promise<void>
  /** Ends what serves, and has another one take over the same database and address. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * This newsroom's own config on an empty database of its own, with its staff, behind the real Express app.
 * `staff: false` leaves it without people; `now` is its clock, `barrier` holds its requests. With `uncached` it has a second address, where every answer is
 * made anew. `onAdapter` is given the database adapter beneath all guards.
 *
 * TEST_DATABASE=mongodb and TEST_DATABASE=postgres take a new database on the server at MONGODB_URI or POSTGRES_URI, anything else a SQLite file.
 */
export async function openNewsroom(
  options: {
    now?: () => Date
    staff?: boolean
    barrier?: Barrier
    trustProxy?: number
    log?: (line: string) => void
    env?: Record<string, string>
    uncached?: boolean
    onAdapter?: (bare: object) => void
  } = {},
): Promise<TestNewsroom> {
  const dir = await mkdtemp(path.join(tmpdir(), 'newsroom-'))
  const name = path.basename(dir).replaceAll(/\W/g, '')
  Object.assign(process.env, {
    DATA_DIR: path.join(dir, 'data'),
    UPLOADS_DIR: path.join(dir, 'uploads'),
    PAYLOAD_SECRET: 'a secret for tests only',
    LOG_LEVEL: 'silent',
    ...(onServer() ? { DATABASE_URI: databaseNamed(name) } : {}),
  })
  const giveBack = lend(options.env ?? {})
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  process.env.SERVER_URL = url

  const [
    { newsroomConfig },
    { readEnvironment },
    { createApp },
    { feedRoutes },
    { reviewLinkRoutes },
    { createLog },
    { graphqlApi, openDelivery, readDocuments, restApi },
    accounts,
    { reviewLinks },
    { publicReads },
  ] = await Promise.all([
    import('../../src/payload.config.ts'),
    import('../../src/environment/environment.ts'),
    import('../../src/server/http/createApp.ts'),
    import('../../src/server/http/feedRoutes.ts'),
    import('../../src/server/http/reviewLinkRoutes.ts'),
    import('../../src/server/process/log.ts'),
    import('../../src/public-api/index.ts'),
    import('../../src/accounts/index.ts'),
    import('../../src/newsroom/index.ts'),
    import('payload-plugin-imprimatur'),
  ])
  const environment = readEnvironment()
  const config = await newsroomConfig(environment, options.now, options.barrier)
  const { init } = config.db
  config.db.init = (given) => {
    const bare = init(given)
    options.onAdapter?.(bare)
    return bare
  }
  const log = options.log
    ? createLog('trace', { write: options.log })
    : pino({ level: process.env.TEST_LOG ?? 'silent' })
  config.logger = log as never
  const uncached = options.uncached ? createServer() : undefined
  uncached?.listen(0, '127.0.0.1')
  if (uncached) await once(uncached, 'listening')
  let starts = 0
  let delivery: Delivery | undefined
  let keys: ApiKeys | undefined
  const serve = async (): Promise<Payload> => {
    const key = `${dir}#${String(++starts)}`
    const started = await getPayload({ config, key })
    keys = new accounts.ApiKeys(started)
    const app = createApp({
      origin: url,
      log,
      rest: restApi(started, config, key),
      routes: config,
      graphql: graphqlApi(started, config, {
        introspection: false,
        key,
        ...(environment.graphqlDocuments === undefined
          ? {}
          : { documents: readDocuments(environment.graphqlDocuments) }),
      }),
      feeds: feedRoutes({
        reads: publicReads(started),
        origin: url,
        ...environment.feeds,
        now: options.now ?? (() => new Date()),
      }),
      reviewLinks: reviewLinkRoutes(reviewLinks(started)),
      keys,
      pages: (_, res) => res.writeHead(404).end(),
      otherOrigins: environment.corsOrigins,
      isLoggedIn: () => Promise.resolve(false),
      ready: () => Promise.resolve(true),
      ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
    })
    delivery = await openDelivery(started, {
      bytes: environment.cacheBytes,
      otherOrigins: environment.corsOrigins,
      ...(options.now ? { now: options.now } : {}),
    })
    server.removeAllListeners('request')
    server.on('request', delivery.inFrontOf(app as never))
    const anew = uncached && (await openDelivery(started, { bytes: 0, ...(options.now ? { now: options.now } : {}) }))
    uncached?.removeAllListeners('request')
    if (anew) uncached.on('request', anew.inFrontOf(app as never))
    return started
  }
  let payload = await serve()

  const userIds = {} as Record<Staff, string>
  const tokens = new Map<Staff, Promise<string>>()
  const loggingIn = new Set<Staff>()
  const tokenOf = (who: Staff): Promise<string> => {
    // Those that the test made itself have no id here.
    const logsIn = loggingIn.has(who) || !(who in userIds)
    const token = tokens.get(who) ?? (logsIn ? login(url, who) : sessionOf(payload, 'users', userIds[who]))
    tokens.set(who, token)
    return token
  }
  for (const who of options.staff === false ? [] : [...STAFF].reverse()) {
    const email = `${who}@imprimatur.example`
    const role = who.replace(/\d$/, '')
    const user = await payload.create({
      collection: 'users',
      data: { email, password: PASSWORD, name: who, roles: [role] },
      context: { ...(await (hashed ??= accounts.hashedBefore(PASSWORD))) },
      overrideAccess: true,
    })
    userIds[who] = String(user.id)
  }
  const ask = async (method: string, address: string, asked: Asked = {}): Promise<Answer> => {
    const response = await fetch(url + address, {
      method,
      redirect: 'manual',
      headers: {
        ...(asked.as ? { authorization: `JWT ${await tokenOf(asked.as)}` } : {}),
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    })
    return { status: response.status, headers: response.headers, body: parsed(await bodyOf(response)) }
  }
  return {
    get payload() {
      return payload
    },
    url,
    userIds,
    ask,
    graphql: (query, variables, as) =>
      ask('POST', '/api/graphql', { body: { query, ...(variables ? { variables } : {}) }, ...(as ? { as } : {}) }),
    forgetLogin: (who) => {
      tokens.delete(who)
      loggingIn.add(who)
    },
    uncachedUrl: uncached ? `http://127.0.0.1:${String((uncached.address() as AddressInfo).port)}` : '',
    keysSettled: async () => keys?.settled(),
    forgetAnswers: () => delivery?.empty(),
    restart: async () => {
      await keys?.settled()
      await delivery?.stop()
      const { streamsOf } = await import('payload-plugin-imprimatur')
      streamsOf(payload).stop()
      await payload.destroy()
      payload = await serve()
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      uncached?.closeAllConnections()
      uncached?.close()
      await delivery?.stop()
      await keys?.settled()
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
      giveBack()
    },
  }
}

/** Sets what one newsroom is to find in the environment; to be given back, as the next one of this process would find it, too. */
function lend(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}

async function login(url: string, who: Staff): Promise<string> {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${who}@imprimatur.example`, password: PASSWORD }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (!token) throw new Error(`${who} could not log in: ${String(response.status)}`)
  return token
}

/** Whether the database is a server that several processes can write to at once, and not a file. */
export function onServer(): boolean {
  return process.env.TEST_DATABASE === 'mongodb' || process.env.TEST_DATABASE === 'postgres'
}

/** The address of a database of that name on the server that the tests were given. */
export function databaseNamed(name: string): string {
  const server = process.env.TEST_DATABASE === 'postgres' ? 'POSTGRES_URI' : 'MONGODB_URI'
  const uri = process.env[server]
  if (!uri) throw new Error(`TEST_DATABASE=${String(process.env.TEST_DATABASE)} needs ${server}.`)
  const url = new URL(uri)
  url.pathname = `/${name}`
  return url.href
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
