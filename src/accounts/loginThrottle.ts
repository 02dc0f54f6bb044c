import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How many failed logins may be tried, and in how many seconds. */
type Limit = { readonly points: number; readonly duration: number }

const MINUTES = 60

export const LOGIN_LIMITS = {
  /** Of one account from one network. */
  accountFromNetwork: { points: 10, duration: 10 * MINUTES },
  /** Of all accounts from one network. */
  network: { points: 30, duration: 10 * MINUTES },
  /** Of one account from everywhere, but for networks from which its owner logged in lately. */
  account: { points: 50, duration: 60 * MINUTES },
} as const satisfies Record<string, Limit>

export type Attempt = { readonly email: string; readonly network: string }

/** `first`: the limit was reached with this attempt. Only that is logged. */
export type Verdict =
  { readonly admitted: true } | { readonly admitted: false; readonly retryAfter: number; readonly first: boolean }

/**
 * Counts failed logins by account and by network, in the memory of this process. An attempt takes its point before the password is
 * looked at, so that many at once cannot slip past, and a login that works gives its points back. Accounts are counted
 * by the address that was typed, whether or not there is such an account.
 */
export class LoginThrottle {
  readonly #pair = new RateLimiterMemory({ ...LOGIN_LIMITS.accountFromNetwork, keyPrefix: 'pair' })
  readonly #network = new RateLimiterMemory({ ...LOGIN_LIMITS.network, keyPrefix: 'network' })
  readonly #account = new RateLimiterMemory({ ...LOGIN_LIMITS.account, keyPrefix: 'account' })
  /** How often an account was unlocked; a part of its keys, so that a new count begins at every network. */
  readonly #unlocked = new Map<string, number>()

  /** @param isKnown whether the account's owner logged in from this network lately; asked only when it matters. */
  async admit(attempt: Attempt, isKnown: () => Promise<boolean>): Promise<Verdict> {
    const { email, network } = attempt
    const pair = this.#pairKey(attempt)
    const byNetwork = await take(this.#network, network)
    if (byNetwork) return refusal(byNetwork, LOGIN_LIMITS.network)
    const byPair = await take(this.#pair, pair)
    if (byPair) {
      await this.#network.reward(network)
      return refusal(byPair, LOGIN_LIMITS.accountFromNetwork)
    }
    const byAccount = await take(this.#account, email)
    if (byAccount && !(await isKnown())) {
      await this.#network.reward(network)
      await this.#pair.reward(pair)
      return refusal(byAccount, LOGIN_LIMITS.account)
    }
    return { admitted: true }
  }

  /** The login worked: it is not counted, and earlier failures from there are forgiven. */
  async forgive(attempt: Attempt): Promise<void> {
    const { email, network } = attempt
    await this.#pair.delete(this.#pairKey(attempt))
    await this.#network.reward(network)
    await this.#account.reward(email)
  }

  /** The server could not finish the attempt, so it counts neither as failed nor as successful. */
  async takeBack(attempt: Attempt): Promise<void> {
    await this.#pair.reward(this.#pairKey(attempt))
    await this.#network.reward(attempt.network)
    await this.#account.reward(attempt.email)
  }

  /** An administrator lets the account in again, from wherever its owner is. */
  async unlock(email: string): Promise<void> {
    await this.#account.delete(email)
    this.#unlocked.set(email, (this.#unlocked.get(email) ?? 0) + 1)
  }

  #pairKey({ email, network }: Attempt): string {
    return `${email} ${network} ${String(this.#unlocked.get(email) ?? 0)}`
  }
}

/** Takes a point; undefined when there was one. */
async function take(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (reached) {
    if (reached instanceof RateLimiterRes) return reached
    throw reached
  }
}

function refusal(reached: RateLimiterRes, { points }: Limit): Verdict {
  return {
    admitted: false,
    retryAfter: Math.max(1, Math.ceil(reached.msBeforeNext / 1000)),
    first: reached.consumedPoints === points + 1,
  }
}
