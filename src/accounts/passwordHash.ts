import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Slots } from './slots.ts'

/** A password as the database keeps it: in the form of Payload 3.90.2 (`generatePasswordSaltHash.js`), which verifies it. */
export type StoredPassword = { readonly hash: string; readonly salt: string }

export const HASH = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, keyLength: 32, digest: 'sha256' } as const

/** A password, in NFKC, with its hash. */
export type NewPassword = { readonly password: string; readonly stored: StoredPassword }

/** How Payload made them before, without a prefix. */
const FORMER = { iterations: 25_000, keyLength: 512 } as const

/**
 * Passwords that are hashed at once. A hash keeps one core busy: of two cores, the other is left to everybody else's requests
 * (docs/benchmarks.md, Pictures).
 */
const AT_ONCE = 1
const PATIENCE_MS = 15_000

export const hashing = new Slots(AT_ONCE, PATIENCE_MS)

const deriveKey = promisify(pbkdf2)

/** One password is one sequence of code points, whatever keyboard it was typed on: NFKC, as NIST SP 800-63B-4 §3.1.1.2 asks. */
export function normalized(password: string): string {
  return password.normalize('NFKC')
}

/** The hash of `password`, with a salt of its own. Waits for its turn; takes some tenths of a second. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const key = await hashing.run(() => deriveKey(password, salt, HASH.iterations, HASH.keyLength, HASH.digest))
  return { hash: `${HASH.prefix}${key.toString('hex')}`, salt }
}

/**
 * Whether `password` is the one that is stored; an account that is not there takes as long as one that is. For whoever has a turn in
 * {@link hashing} already.
 */
export async function isPassword(password: string, stored: StoredPassword | null): Promise<boolean> {
  const { hash, salt } = stored ?? { hash: HASH.prefix, salt: randomBytes(32).toString('hex') }
  const isCurrent = hash.startsWith(HASH.prefix)
  const { iterations, keyLength } = isCurrent ? HASH : FORMER
  const expected = Buffer.from(isCurrent ? hash.slice(HASH.prefix.length) : hash, 'hex')
  const key = await deriveKey(password, salt, iterations, keyLength, HASH.digest)
  return expected.length === key.length && timingSafeEqual(expected, key)
}
