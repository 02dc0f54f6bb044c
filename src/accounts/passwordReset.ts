import { RateLimiterMemory } from 'rate-limiter-flexible'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { coded, entriesOf, inTransaction } from 'payload-plugin-imprimatur'
import { recordAccess } from './accessEvents.ts'
import { networkOf } from './clientAddress.ts'
import { keyOf, typed } from './loginHooks.ts'
import { linkTo } from './linkTo.ts'

/** Links that one account may be sent an hour, and requests for one from a network. */
const LIMITS = {
  account: { points: 3, duration: 60 * 60 },
  network: { points: 20, duration: 60 * 60 },
} as const

/** How often a link is tried to be made while the database is busy; each time waits for its turn. */
const TRIES_WHEN_BUSY = 4

type Account = { readonly id: string; readonly active?: boolean }

/**
 * Handles a forgotten password. The answer goes out before anything is looked up, so that neither its text nor its time
 * tells whether there is such an account. The rest happens afterwards.
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
    const user = await payload.db.findOne<Account>({ collection: this.#users, where: { email: { equals: email } } })
    if (user === null || user.active === false || !(await hasRoom(this.#byAccount, keyOf(email)))) return
    const token = await whenFree(() => this.#link(payload, headers, user, email))
    if (!this.#sendsMail)
      payload.logger.warn({
        msg: 'a new password was asked for, and mail is not set up: npm run admin makes a link',
        account: user.id,
      })
    // The mail server may be slow, so this is after the transaction, and only when that was committed.
    else if (token !== null) await payload.sendEmail(mailTo(email, linkTo(payload, token)))
  }

  /** The token of a new link, with the line in the record of access: both or neither. */
  async #link(payload: Payload, headers: Headers, { id }: Account, email: string): Promise<string | null> {
    const req = await createLocalReq({ req: { headers } }, payload)
    return inTransaction(req, async () => {
      await recordAccess(req, this.#now(), { event: 'reset_requested', account: id, email })
      if (!this.#sendsMail) return null
      return payload.forgotPassword({ collection: this.#users, data: { email }, disableEmail: true, req })
    })
  }
}

/** The asker has been answered already, so nobody but us can try again. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES_WHEN_BUSY || entriesOf(error)?.[0]?.code !== 'busy') throw error
    }
  }
}

function mailTo(email: string, link: string): { to: string; subject: string; text: string; html: string } {
  const [asked, ignore] = [
    'Somebody, most likely you, asked for a new password for your account. Set it within an hour at',
    'If it was not you, there is nothing to do: your password stays as it is.',
  ]
  return {
    to: email,
    subject: 'Set a new password',
    text: `${asked}\n${link}\n\n${ignore}\n`,
    html: `<p>${asked}<br><a href="${link}">${link}</a></p><p>${ignore}</p>`,
  }
}

async function hasRoom(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  )
}
