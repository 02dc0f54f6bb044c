import {
  addDataAndFileToRequest,
  formatNames,
  headersWithCors,
  isolateObjectProperty,
  type CollectionConfig,
  type Config,
  type DatabaseAdapter,
  type Endpoint,
  type GraphQLExtension,
  type Payload,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import { coded } from 'payload-plugin-imprimatur'
import { record } from 'payload-plugin-imprimatur/content'
import { anyOfRoles } from './staff.ts'
import { accessEvents, forgetOldAccess, guardAccessRecord, recordAccess } from './accessEvents.ts'
import { accountHooks } from './accountHooks.ts'
import { keepSessions } from './keepSessions.ts'
import { keyOf, loginHooks, typed } from './loginHooks.ts'
import { LoginThrottle } from './loginThrottle.ts'
import { hashing } from './passwordHash.ts'
import { passwordByLink } from './passwordByLink.ts'
import { passwordHooks } from './passwordHooks.ts'
import { PasswordReset } from './passwordReset.ts'

export type FrontDoorOptions = {
  /** Slug of the auth collection. */
  readonly users: string
  /** Whether browsers reach the server by https only. */
  readonly secureCookies: boolean
  /** Whether links for new passwords can be sent. */
  readonly sendsMail: boolean
  readonly now: () => Date
}

/** A login lasts so long when nobody renews it, in seconds; the panel renews it while somebody works. */
const SESSION_SECONDS = 8 * 60 * 60

/** What the server needs of a running front door. */
export type FrontDoor = { readonly settled: () => Promise<void> }

/**
 * Logins: limits on failed ones, sessions, the record of access, and no way to a first account or past an administrator
 * over HTTP. Replaces the routes of Payload that would be one.
 */
export function frontDoor(options: FrontDoorOptions): Plugin {
  const { users, now } = options
  const throttle = new LoginThrottle()
  const reset = new PasswordReset(users, options.sendsMail, now)
  const login = loginHooks(throttle, now)

  const unlock = async (req: PayloadRequest, email: unknown): Promise<boolean> => {
    if (!anyOfRoles('admin')({ req })) throw coded(req.user ? 'forbidden' : 'not_authenticated')
    if (typeof email !== 'string' || email.trim() === '')
      throw coded('invalid_value', { field: 'email', message: 'Name an account by its e-mail address.' })
    const found = await req.payload.db.findOne<{ id: string }>({
      collection: users,
      where: { email: { equals: typed(email) } },
      req,
    })
    if (found === null) throw coded('not_found')
    await throttle.unlock(keyOf(typed(email)))
    await recordAccess(req, now(), { event: 'unlock', account: found.id, email: typed(email) })
    return true
  }

  const endpoints: Endpoint[] = [
    closed('post', '/first-register', 'The first administrator is made at the console of the server.'),
    closed('get', '/init'),
    closed('post', '/verify/:id'),
    {
      path: '/forgot-password',
      method: 'post',
      handler: async (req) => {
        await reset.ask(req, (await bodyOf(req)).email)
        return Response.json({ message: 'If there is an account with this address, a link is on its way.' })
      },
    },
    {
      path: '/login',
      method: 'post',
      handler: async (req) => {
        const { email, password } = await bodyOf(req)
        const data = { email: textOr(email, ''), password: textOr(password, '') }
        const depth = Number(req.searchParams.get('depth') ?? Number.NaN)
        const result = await login.attend(req, () =>
          req.payload.login({
            collection: users,
            data,
            overrideAccess: false,
            req,
            ...(Number.isNaN(depth) ? {} : { depth }),
          }),
        )
        return cameIn(req, users, req.t('authentication:passed'), result)
      },
    },
    {
      path: '/reset-password',
      method: 'post',
      handler: async (req) => {
        const { token, password } = await bodyOf(req)
        const result = await passwordByLink(req, users, token, password, now())
        return cameIn(req, users, req.t('authentication:passwordResetSuccessfully'), result)
      },
    },
    {
      path: '/unlock',
      method: 'post',
      handler: async (req) => {
        await unlock(req, (await bodyOf(req)).email)
        return Response.json({ message: 'The account is unlocked.' })
      },
    },
  ]

  const mutations: GraphQLExtension = (library, schema) => {
    const name = singularOf(schema, users)
    const args = { email: { type: new library.GraphQLNonNull(library.GraphQLString) } }
    const type = new library.GraphQLNonNull(library.GraphQLBoolean)
    const resolve =
      (act: (req: PayloadRequest, email: unknown) => Promise<unknown>) =>
      async (_: unknown, { email }: { email: string }, { req }: { req: PayloadRequest }) => {
        await act(req, email)
        return true
      }
    const { fields } = schema.Mutation as { fields: Record<string, Mutation> }
    const own = (mutation: string): Mutation => {
      const found = fields[mutation]
      if (!found) throw new Error(`Payload has no mutation ${mutation} any more.`)
      return found
    }
    const logIn = own(`login${name}`)
    return {
      [`login${name}`]: {
        ...logIn,
        resolve: (source, given, context, info) =>
          login.attend(context.req, () => logIn.resolve(source, given, context, info)),
      } satisfies Mutation,
      [`resetPassword${name}`]: {
        ...own(`resetPassword${name}`),
        resolve: (_, { password, token }, { req }) =>
          passwordByLink(isolateObjectProperty(req, 'transactionID'), users, token, password, now()),
      } satisfies Mutation,
      [`forgotPassword${name}`]: { type, args, resolve: resolve((req, email) => reset.ask(req, email)) },
      [`verifyEmail${name}`]: {
        type: library.GraphQLBoolean,
        args: { token: { type: library.GraphQLString } },
        resolve: () => {
          throw coded('not_found')
        },
      },
      [`unlock${name}`]: { type, args, resolve: resolve(unlock) },
    }
  }

  const withDoor = (collection: CollectionConfig): CollectionConfig => {
    const account = accountHooks(now)
    const passwords = passwordHooks()
    const { hooks = {} } = collection
    return {
      ...collection,
      auth: {
        ...(typeof collection.auth === 'object' ? collection.auth : {}),
        tokenExpiration: SESSION_SECONDS,
        cookies: { sameSite: 'Lax', secure: options.secureCookies },
        // Payload's own limit locks an account for everybody, its owner too, and says that it is there.
        maxLoginAttempts: 0,
        forgotPassword: { minRequestInterval: 0 },
      },
      endpoints: [...endpoints, ...(collection.endpoints || [])],
      hooks: {
        ...hooks,
        beforeOperation: [login.admit, passwords.hash, ...(hooks.beforeOperation ?? [])],
        afterLogin: [...(hooks.afterLogin ?? []), login.welcome],
        afterLogout: [...(hooks.afterLogout ?? []), login.farewell],
        refresh: [account.endOldSessions, ...(hooks.refresh ?? [])],
        beforeValidate: [...(hooks.beforeValidate ?? []), passwords.judge],
        beforeChange: [...(hooks.beforeChange ?? []), passwords.store, account.endSessions],
        afterChange: [...(hooks.afterChange ?? []), account.recordChanges],
        afterDelete: [...(hooks.afterDelete ?? []), account.recordDeletion],
      },
    }
  }

  return (config) =>
    ({
      ...config,
      collections: [
        ...(config.collections ?? []).map((each) => (each.slug === users ? withDoor(each) : each)),
        accessEvents,
      ],
      graphQL: {
        ...config.graphQL,
        queries: (library, schema) => ({
          ...config.graphQL?.queries?.(library, schema),
          [`initialized${singularOf(schema, users)}`]: {
            type: library.GraphQLBoolean,
            resolve: () => {
              throw coded('not_found')
            },
          },
        }),
        mutations: (library, schema) => ({
          ...config.graphQL?.mutations?.(library, schema),
          ...mutations(library, schema),
        }),
      },
      custom: { ...config.custom, frontDoor: { settled: () => reset.settled() } satisfies FrontDoor },
      onInit: async (payload) => {
        guardAccessRecord(payload.db, now)
        keepSessions(payload, users)
        leaveHashing(payload.db)
        await forgetOldAccess(payload, now())
        await config.onInit?.(payload)
      },
    }) satisfies Config
}

/** The running front door of a Payload instance. */
export function frontDoorOf(payload: Payload): FrontDoor {
  return (payload.config.custom as { frontDoor: FrontDoor }).frontDoor
}

/** Passwords are hashed before a transaction begins, so that no transaction waits for a hash. */
function leaveHashing(database: DatabaseAdapter): void {
  const begin = database.beginTransaction.bind(database)
  database.beginTransaction = async (options) => {
    hashing.leave()
    return begin(options)
  }
}

type Mutation = {
  readonly [property: string]: unknown
  readonly resolve: (
    source: unknown,
    args: Record<string, unknown>,
    context: { readonly req: PayloadRequest },
    info: unknown,
  ) => Promise<unknown>
}

/** As Payload answers when somebody came in. */
function cameIn(req: PayloadRequest, users: string, message: string, result: { token?: string }): Response {
  const { collections, config } = req.payload
  const auth = collections[users]?.config.auth
  const { token } = result
  if (!auth || token === undefined) throw new Error(`${users} is no collection of accounts.`)
  const cookie = generatePayloadCookie({ collectionAuthConfig: auth, cookiePrefix: config.cookiePrefix, token })
  const headers = headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req })
  return Response.json({ message, ...result }, { headers })
}

/** The body, which Payload reads for its own endpoints only (3.90.2). */
async function bodyOf(req: PayloadRequest): Promise<Readonly<Record<string, unknown>>> {
  await addDataAndFileToRequest(req)
  return record(req.data)
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

/** Replaces a route that Payload would open to anybody. */
function closed(method: 'get' | 'post', path: string, hint?: string): Endpoint {
  return {
    path,
    method,
    handler: () => {
      throw hint === undefined ? coded('not_found') : coded('forbidden', { hint })
    },
  }
}

function singularOf(schema: Parameters<GraphQLExtension>[1], slug: string): string {
  const collection = schema.config.collections.find((each) => each.slug === slug)
  return (collection?.graphQL ? collection.graphQL.singularName : undefined) ?? formatNames(slug).singular
}
