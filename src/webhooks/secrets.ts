import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Payload } from 'payload'
import { Webhook } from 'standardwebhooks'

/** What messages are signed with: a secret that the receiver has, too, or a private key of which the receiver has the public one. */
export type SecretKind = 'ed25519' | 'hmac'

export const SECRET_KINDS: readonly SecretKind[] = ['hmac', 'ed25519']

/** Begins a secret as it is kept, in base64. */
const SECRET = 'whsec_'

/** Begins a private key as it is kept, before its PKCS #8 in base64. */
const PRIVATE = 'whsk_'

/** The public key of an ed25519 pair is the end of its SPKI (RFC 8410 §4). */
const PUBLIC_BYTES = 32

/** A secret as it is kept: encrypted with that of the newsroom. */
export type KeptSecret = {
  readonly secret: string
  /** Until when messages are signed with it, beside the newer one; null: no end. */
  readonly until: string | null
}

/** A secret as administrators may see it again. `until` as in {@link KeptSecret}; `publicKey` of a pair of keys. */
export type ShownSecret = { readonly kind: SecretKind; readonly until: string | null; readonly publicKey?: string }

type Cipher = Pick<Payload, 'decrypt' | 'encrypt'>

/** Those that messages are signed with at a moment, the newest first, in clear. */
export function secretsAt(payload: Cipher, kept: unknown, now: Date): readonly string[] {
  return standing(payload, kept, now).map(({ secret }) => payload.decrypt(secret))
}

/**
 * The signature of a message, with its version: `v1,` by a secret, `v1a,` by a private key.
 *
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export function signatureOf(secret: string, message: string, sentAt: Date, body: string): string {
  if (!secret.startsWith(PRIVATE)) return new Webhook(secret).sign(message, sentAt, body)
  const signed = `${message}.${String(Math.floor(sentAt.getTime() / 1000))}.${body}`
  return `v1a,${sign(null, Buffer.from(signed), privateKeyOf(secret)).toString('base64')}`
}

/**
 * A new secret, in the form of Standard Webhooks, and what is kept of it and of those before it.
 *
 * @param overlapHours how long messages are signed with the ones before, too
 * @returns what the receiver is told: `secret`, or `publicKey`, which may be known to anybody
 */
export function newSecret(
  payload: Cipher,
  kept: unknown,
  now: Date,
  overlapHours: number,
  kind: SecretKind,
): {
  readonly told: { readonly secret: string } | { readonly publicKey: string }
  readonly kept: readonly KeptSecret[]
} {
  const { secret, told } = made(kind)
  const end = new Date(now.getTime() + overlapHours * 3_600_000).toISOString()
  const before = standing(payload, kept, now).map((each) => ({
    ...each,
    until: each.until === null || each.until > end ? end : each.until,
  }))
  return {
    told,
    kept: [
      { secret: payload.encrypt(secret), until: null },
      ...before.filter(({ until }) => until > now.toISOString()),
    ],
  }
}

/** What may be known of those that messages are signed with at a moment, the newest first. */
export function shownSecrets(payload: Cipher, kept: unknown, now: Date): readonly ShownSecret[] {
  return standing(payload, kept, now).map(({ secret, until }) => {
    const clear = payload.decrypt(secret)
    if (!clear.startsWith(PRIVATE)) return { kind: 'hmac', until }
    return { kind: 'ed25519', until, publicKey: publicKeyOf(createPublicKey(privateKeyOf(clear))) }
  })
}

function privateKeyOf(secret: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(secret.slice(PRIVATE.length), 'base64'), format: 'der', type: 'pkcs8' })
}

function publicKeyOf(key: KeyObject): string {
  return `whpk_${key.export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_BYTES).toString('base64')}`
}

function made(kind: SecretKind) {
  if (kind === 'hmac') {
    const secret = SECRET + randomBytes(32).toString('base64')
    return { secret, told: { secret } }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    secret: PRIVATE + privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    told: { publicKey: publicKeyOf(publicKey) },
  }
}

/** Without those that were encrypted with another secret of the newsroom: nobody can read them any more. */
function standing(payload: Cipher, kept: unknown, now: Date): readonly KeptSecret[] {
  const all = Array.isArray(kept) ? (kept as KeptSecret[]) : []
  const valid = all.filter(({ until }) => until === null || until > now.toISOString())
  return valid.filter(({ secret }) => [SECRET, PRIVATE].some((prefix) => payload.decrypt(secret).startsWith(prefix)))
}
