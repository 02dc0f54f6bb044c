import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from './clientAddress.ts'
import { LOGIN_LIMITS } from './loginThrottle.ts'

/**
 * Counts addresses that lead to nothing, by network and in the memory of this process, as failed logins are counted. A request takes its
 * point first, so that many at once cannot slip past, and gives it back when it was answered.
 */
export class LinkThrottle {
  readonly #network = new RateLimiterMemory({ ...LOGIN_LIMITS.network, keyPrefix: 'link' })

  /** Null: go on. Otherwise the seconds after which somebody may try again. */
  async admit(headers: Headers): Promise<number | null> {
    try {
      await this.#network.consume(networkOf(headers))
      return null
    } catch (reached) {
      if (reached instanceof RateLimiterRes) return Math.max(1, Math.ceil(reached.msBeforeNext / 1000))
      throw reached
    }
  }

  async takeBack(headers: Headers): Promise<void> {
    await this.#network.reward(networkOf(headers))
  }
}
