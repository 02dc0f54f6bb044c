import { createHash, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { createLocalReq, type Payload } from 'payload'
import { inTransaction, runtimeOf } from 'payload-plugin-imprimatur'
import { Scope } from 'payload-plugin-imprimatur/scope'
import { networkOf } from './clientAddress.ts'

export const API_KEYS = 'api-keys'

/** What a key may read. None may write. */
export const KEY_SCOPES = {
  'read:published': 'What readers can read',
  'read:drafts': 'Drafts, too',
} as const

export type KeyScope = keyof typeof KEY_SCOPES
export type KeyScopes = ReadonlySet<KeyScope>

/** A key as it is kept: its hash, and never itself. Times are ISO 8601. */
export type ApiKeyRow = {
  readonly id: number | string
  readonly name: string
  readonly scopes?: readonly KeyScope[] | null
  readonly hash?: string | null
  readonly expiresAt?: string | null
  readonly lastUsedAt?: string | null
  readonly revokedAt?: string | null
}

/** `Authorization: users API-Key …`, as Payload has it; names of schemes know no capitals (RFC 9110 §11.1). */
const HEADER = /^users\s+api-key(?:\s+(.*))?$/i

/** The form of a key: a word by which scanners for leaked secrets find it, and 256 random bits. */
const KEY = /^imp_[\w-]{43}$/

/** The last use is written down when the one before is older than this, in milliseconds. */
const USED_MS = 5 * 60_000

/** So many wrong keys of one network in ten minutes are a line in the log. Nobody is refused for them: a key cannot be guessed, and others may share the network. */
const WRONG = { points: 30, duration: 10 * 60 }

const inUse = new Scope<KeyScopes>('apiKey')

/** Answers a request that came with a key of these scopes. */
export function withKey<T>(scopes: KeyScopes, answer: () => T): T {
  return inUse.run(scopes, answer)
}

/** What the key of the present request may read; undefined for a request without one. */
export function keyScopes(): KeyScopes | undefined {
  return inUse.get()
}

/** The key in an `Authorization` header, well-formed or not; undefined when it holds none. */
export function keyIn(authorization: string | undefined): string | undefined {
  const found = HEADER.exec(authorization ?? '')
  return found ? (found[1] ?? '') : undefined
}

/** A new key, what is kept of it, and how it begins, by which people tell keys apart. */
export function newApiKey(): { readonly key: string; readonly hash: string; readonly start: string } {
  const key = `imp_${randomBytes(32).toString('base64url')}`
  return { key, hash: hashOfKey(key), start: key.slice(0, 8) }
}

/** No slow hash: what is hashed is as random as its hash. */
function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Tells keys that count from others. Asks the database each time, so that a revoked key ends at once, on every server. */
export class ApiKeys {
  readonly #payload: Payload
  readonly #wrong = new RateLimiterMemory({ ...WRONG, keyPrefix: 'key' })
  /** Keys whose last use is being written down. */
  readonly #writing = new Map<ApiKeyRow['id'], Promise<void>>()

  constructor(payload: Payload) {
    this.#payload = payload
  }

  /**
   * What a key may read; null for one that is wrong, was revoked or has expired.
   *
   * @param headers of the request, for the log
   */
  async scopesOf(key: string, headers: Headers): Promise<KeyScopes | null> {
    const row = KEY.test(key) ? await this.#find(hashOfKey(key)) : null
    const now = runtimeOf(this.#payload).now()
    if (row === null || !counts(row, now)) {
      await this.#noteWrong(networkOf(headers))
      return null
    }
    this.#noteUse(row, now)
    return new Set(row.scopes)
  }

  /** When every use so far has been written down. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values())
  }

  #find(hash: string): Promise<ApiKeyRow | null> {
    return this.#payload.db.findOne<ApiKeyRow>({ collection: API_KEYS, where: { hash: { equals: hash } } })
  }

  /** Beside the request: it does not wait for this, and does not fail with it. */
  #noteUse({ id, lastUsedAt }: ApiKeyRow, now: Date): void {
    const before = lastUsedAt ? new Date(lastUsedAt).getTime() : 0
    if (this.#writing.has(id) || now.getTime() - before < USED_MS) return
    const writing = this.#writeUse(id, now)
      .catch((err: unknown) => {
        this.#payload.logger.error({ err, msg: 'The last use of an API key could not be written down.' })
      })
      .finally(() => this.#writing.delete(id))
    this.#writing.set(id, writing)
  }

  async #writeUse(id: ApiKeyRow['id'], now: Date): Promise<void> {
    const req = await createLocalReq({}, this.#payload)
    await inTransaction(req, () =>
      this.#payload.db.updateOne({
        collection: API_KEYS,
        where: { id: { equals: id } },
        data: { lastUsedAt: now.toISOString() },
        req,
        returning: false,
      }),
    )
  }

  async #noteWrong(network: string): Promise<void> {
    try {
      await this.#wrong.consume(network)
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) throw reached
      if (reached.consumedPoints === WRONG.points + 1)
        this.#payload.logger.warn({ network, msg: 'many API keys that are wrong, were revoked or have expired' })
    }
  }
}

function counts({ expiresAt, revokedAt }: ApiKeyRow, now: Date): boolean {
  return !revokedAt && (!expiresAt || new Date(expiresAt) > now)
}
