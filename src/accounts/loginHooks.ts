import { RateLimiterMemory } from 'rate-limiter-flexible'
import type {
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { aheadOfOthers, coded, isLostRace } from 'payload-plugin-imprimatur'
import { record } from 'payload-plugin-imprimatur/content'
import { ACCESS_EVENTS, recordAccess, type AccessEvent } from './accessEvents.ts'
import { networkOf } from './clientAddress.ts'
import { hashing, isPassword, normalized, type StoredPassword } from './passwordHash.ts'
import type { LoginThrottle } from './loginThrottle.ts'

/** A login that was admitted and has not worked yet; what is left when it was answered has failed. */
type Pending = { readonly email: string; readonly account: string | null }

type Account = { readonly id: string } & Partial<StoredPassword>

const PENDING = 'imprimaturLogins'

/** An owner is known at a network for so long after a login from there. */
const KNOWN_DAYS = 30

/** So many failures an hour are written down one by one, from wherever they come. */
const failuresRecorded = { points: 600, duration: 60 * 60 }

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
    if (!room) {
      req.payload.logger.warn('more failed logins than are recorded one by one')
      return
    }
    try {
      await recordAccess(req, now(), event)
    } catch (error) {
      // A refused login is counted even when it cannot be recorded.
      req.payload.logger.warn({ err: error, msg: 'a failed login could not be recorded', event: event.event })
    }
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
    const user = await req.payload.db.findOne<Account>({
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
    if (data.password.trim() === '') return args
    const password = await formOf(data.password, user)
    return { ...args, data: { ...data, password } }
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

  /**
   * Carries out a login when its turn has come; who comes in waits before those who save. Payload gives a failed one no hook of its own; here it is counted and
   * recorded, and one that the server could not judge or finish is not.
   */
  const attend = async <T>(req: PayloadRequest, logIn: () => Promise<T>): Promise<T> => {
    try {
      return await hashing.run(() => aheadOfOthers(logIn))
    } catch (error) {
      for (const { email, account } of pendingOf(req).splice(0)) {
        if (isRefusal(error))
          await recordFailure(req, { event: 'login_failed', account, ...(account === null ? {} : { email }) })
        else await throttle.takeBack({ email: keyOf(email), network: networkOf(req.headers) })
      }
      throw error
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

  return { admit, attend, welcome, farewell }
}

/** Whether `error` says something of the login and not of the server. */
function isRefusal(error: unknown): boolean {
  return !isLostRace(error) && Number((error as { status?: unknown }).status) < 500
}

/**
 * The form of `password` that Payload is to verify. Passwords are hashed normalized; those of accounts that are older than this may not be.
 * Only for a password that has two forms both are tried, whether or not there is an account, and what fits is passed on.
 */
async function formOf(password: string, account: Account | null): Promise<string> {
  const form = normalized(password)
  const stored = account?.hash && account.salt ? { hash: account.hash, salt: account.salt } : null
  // For an existing account Payload does the same, as slowly.
  if (form === password) {
    if (stored === null) await isPassword(password, null)
    return password
  }
  const fits = await isPassword(form, stored)
  if (stored === null) await isPassword(password, null)
  return fits ? form : password
}

/** As Payload compares e-mail addresses. */
export function typed(email: string): string {
  return email.toLowerCase().trim()
}

/** The key of an e-mail address in the counts, shortened so that long ones do not fill the memory. */
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
