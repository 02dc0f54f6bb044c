import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type {
  AfterErrorHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { coded } from '../errors/CodedError.ts'
import { record } from '../fields/finalData.ts'
import { ACCESS_EVENTS, recordAccess, type AccessEvent } from './accessEvents.ts'
import { networkOf } from './clientAddress.ts'
import type { LoginThrottle } from './loginThrottle.ts'

/** A login that was admitted and has not worked yet; what is left at the end of a request has failed. */
type Pending = { readonly email: string; readonly account: string | null }

const PENDING = 'imprimaturLogins'

/** An owner is known at a network for so long after a login from there. */
const KNOWN_DAYS = 30

/** So many failures an hour are written down one by one, from wherever they come. */
const failuresRecorded = { points: 600, duration: 60 * 60 }

/** Those of the hashes that Payload 3.90.2 makes (`generatePasswordSaltHash.js`). */
export const HASH = { iterations: 600_000, keyLength: 32, digest: 'sha256' } as const

const deriveKey = promisify(pbkdf2)

/**
 * Hooks of the auth collection around logins, by whatever route they come: failed ones are counted and refused
 * beyond the limits, those that name no account take as long as the others, and all of them are recorded.
 */
export function loginHooks(throttle: LoginThrottle, now: () => Date) {
  const recorded = new RateLimiterMemory(failuresRecorded)

  const recordFailure = async (req: PayloadRequest, event: AccessEvent): Promise<void> => {
    const room = await recorded.consume('failures').then(
      () => true,
      () => false,
    )
    if (room) await recordAccess(req, now(), event)
    else req.payload.logger.warn('more failed logins than are recorded one by one')
  }

  const admit: CollectionBeforeOperationHook = async (hook) => {
    const { args, collection, req } = hook
    // Only the value `read`, which is not looked at here, is deprecated.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { operation } = hook
    if (operation !== 'login') return args
    const { data } = record(args) as { data?: { email?: unknown; password?: unknown } }
    if (typeof data?.email !== 'string' || typeof data.password !== 'string') return args
    const email = typed(data.email)
    const network = networkOf(req.headers)
    const user = await req.payload.db.findOne<{ id: string }>({
      collection: collection.slug,
      where: { email: { equals: email } },
      req,
    })
    const account = user ? user.id : null
    const verdict = await throttle.admit({ email: keyOf(email), network }, () => isKnown(req, account, network, now()))
    if (!verdict.admitted) {
      const about = account === null ? { account } : { account, email }
      if (verdict.first) await recordFailure(req, { event: 'login_throttled', ...about })
      req.responseHeaders = new Headers([...(req.responseHeaders ?? []), ['Retry-After', String(verdict.retryAfter)]])
      throw coded('rate_limited', { retryAfter: verdict.retryAfter })
    }
    pendingOf(req).push({ email, account })
    // Payload turns a blank password away before it looks for an account.
    if (account === null && data.password.trim() !== '')
      await deriveKey(data.password, randomBytes(32).toString('hex'), HASH.iterations, HASH.keyLength, HASH.digest)
    return args
  }

  const welcome: CollectionAfterLoginHook = async ({ req, user }) => {
    const email = typed(String(record(user).email))
    const pending = pendingOf(req)
    const at = pending.findIndex((each) => each.email === email)
    if (at !== -1) {
      pending.splice(at, 1)
      await throttle.forgive({ email: keyOf(email), network: networkOf(req.headers) })
    }
    await recordAccess(req, now(), { event: 'login', account: String(record(user).id), email })
  }

  /** Payload gives a failed login no hook of its own; what it threw comes by here, in REST and in GraphQL. */
  const recordFailures: AfterErrorHook = async ({ req }) => {
    for (const { email, account } of pendingOf(req).splice(0)) {
      await recordFailure(req, { event: 'login_failed', account, ...(account === null ? {} : { email }) })
    }
  }

  const farewell: CollectionAfterLogoutHook = async ({ req }) => {
    if (req.user)
      await recordAccess(req, now(), {
        event: 'logout',
        account: String(req.user.id),
        email: String(record(req.user).email),
      })
  }

  const noteReset: CollectionAfterOperationHook = async (hook) => {
    const { req, result } = hook
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { operation } = hook
    if (operation === 'resetPassword') {
      const { email, id } = record(record(result).user)
      await recordAccess(req, now(), { event: 'password_reset', account: String(id), email: String(email) })
    }
    return result
  }

  return { admit, welcome, recordFailures, farewell, noteReset }
}

/** As Payload compares e-mail addresses. */
export function typed(email: string): string {
  return email.toLowerCase().trim()
}

/** What stands for an e-mail address in counts: nobody fills the memory with long ones. */
export function keyOf(email: string): string {
  return email.length <= 254 ? email : `${email.slice(0, 254)}…`
}

function pendingOf(req: PayloadRequest): Pending[] {
  const pending = (req.context[PENDING] ??= []) as Pending[]
  return pending
}

async function isKnown(req: PayloadRequest, account: string | null, network: string, now: Date): Promise<boolean> {
  if (account === null) return false
  const since = new Date(now.getTime() - KNOWN_DAYS * 24 * 60 * 60 * 1000).toISOString()
  const login = await req.payload.db.findOne({
    collection: ACCESS_EVENTS,
    where: {
      and: [
        { event: { equals: 'login' } },
        { account: { equals: account } },
        { network: { equals: network } },
        { at: { greater_than: since } },
      ],
    },
    req,
  })
  return login !== null
}
