import { RateLimiterMemory } from 'rate-limiter-flexible'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { coded } from '../errors/CodedError.ts'
import { recordAccess } from './accessEvents.ts'
import { networkOf } from './clientAddress.ts'
import { keyOf, typed } from './loginHooks.ts'

/** Links that one account may be sent an hour, and requests for one from a network. */
const LIMITS = {
  account: { points: 3, duration: 60 * 60 },
  network: { points: 20, duration: 60 * 60 },
} as const

/**
 * Takes in that somebody forgot her password. The asker gets her answer before anything is looked up, so that neither what
 * it says nor when it comes tells whether there is such an account; the rest happens afterwards.
 */
export class PasswordReset {
  readonly #users: string
  readonly #sendsMail: boolean
  readonly #now: () => Date
  readonly #byAccount = new RateLimiterMemory({ ...LIMITS.account, keyPrefix: 'account' })
  readonly #byNetwork = new RateLimiterMemory({ ...LIMITS.network, keyPrefix: 'network' })
  #work: Promise<void> = Promise.resolve()

  constructor(users: string, sendsMail: boolean, now: () => Date) {
    this.#users = users
    this.#sendsMail = sendsMail
    this.#now = now
  }

  /** @throws CodedError `invalid_value`, or `rate_limited` by network, which says nothing of any account. */
  async ask(req: PayloadRequest, email: unknown): Promise<void> {
    if (typeof email !== 'string' || email.trim() === '')
      throw coded('invalid_value', { field: 'email', message: 'Enter an e-mail address.' })
    if (!(await hasRoom(this.#byNetwork, networkOf(req.headers))))
      throw coded('rate_limited', { retryAfter: LIMITS.network.duration })
    const { headers, payload } = req
    // One after the other, so that a flood takes one connection of the database and not all of them.
    this.#work = this.#work
      .then(() => this.#send(payload, headers, typed(email)))
      .catch((error: unknown) => {
        payload.logger.error({ err: error, msg: 'a password link could not be sent' })
      })
  }

  /** When all that was asked for so far has been dealt with. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #send(payload: Payload, headers: Headers, email: string): Promise<void> {
    const user = await payload.db.findOne<{ id: string; active?: boolean }>({
      collection: this.#users,
      where: { email: { equals: email } },
    })
    if (user === null || user.active === false || !(await hasRoom(this.#byAccount, keyOf(email)))) return
    const req = await createLocalReq({ req: { headers } }, payload)
    await recordAccess(req, this.#now(), { event: 'reset_requested', account: user.id, email })
    if (this.#sendsMail) await payload.forgotPassword({ collection: this.#users, data: { email } })
    else
      payload.logger.warn({
        msg: 'a new password was asked for, and mail is not set up: npm run admin makes a link',
        account: user.id,
      })
  }
}

async function hasRoom(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  )
}
