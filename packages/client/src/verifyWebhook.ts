/** What a webhook says. */
export type WebhookMessage = {
  readonly type:
    | 'piece.expired'
    | 'piece.moved'
    | 'piece.published'
    | 'piece.retracted'
    | 'piece.updated'
    | 'piece.withdrawn'
    | 'webhook.test'
  /** ISO 8601. */
  readonly timestamp: string
  readonly data: {
    readonly collection: string
    readonly id: string
    readonly slug: string | null
    /** The slug before, of `piece.moved`. */
    readonly from?: string
    readonly digest: string
    readonly at: string
  }
}

/** The message is not to be trusted: answer 401, and do nothing. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
}

export type VerifyWebhookOptions = {
  /** How far its time may be from now, either way, in seconds; five minutes when left out. */
  readonly toleranceSeconds?: number
  readonly now?: Date
}

type KeyOf = (key: string) => Promise<CryptoKey>

/** By the sign that a signature has before its comma: how its key is read, and what it is verified with. */
const SCHEMES: Readonly<
  Record<string, { readonly prefix: string; readonly algorithm: string; readonly keyOf: KeyOf }>
> = {
  v1: {
    prefix: 'whsec_',
    algorithm: 'HMAC',
    keyOf: (key) => crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']),
  },
  v1a: {
    prefix: 'whpk_',
    algorithm: 'Ed25519',
    keyOf: (key) => crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify']),
  },
}

/**
 * The message of a webhook, if it is the newsroom's, by Standard Webhooks.
 *
 * @param body as it came, not parsed and written anew
 * @param keys the secret (`whsec_…`) or public key (`whpk_…`) that the newsroom told; several while they are changed
 * @throws WebhookVerificationError
 *
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function verifyWebhook(
  body: string,
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>,
  keys: string | readonly string[],
  { toleranceSeconds = 300, now = new Date() }: VerifyWebhookOptions = {},
): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = headers instanceof Headers ? headers.get(name) : headers[name]
    if (typeof value !== 'string' || value === '') throw new WebhookVerificationError(`The header ${name} is missing.`)
    return value
  }) as [string, string, string]
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN
  // Not the other way round: what is no number is too far from everything.
  if (!(Math.abs(now.getTime() / 1000 - seconds) <= toleranceSeconds)) {
    throw new WebhookVerificationError('The message is too old, or the clocks differ.')
  }
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  for (const key of typeof keys === 'string' ? [keys] : keys) {
    for (const signature of signatures.split(' ')) {
      if (await isSigned(signed, signature, key)) return JSON.parse(body) as WebhookMessage
    }
  }
  throw new WebhookVerificationError('No signature of the message is by this key.')
}

async function isSigned(signed: BufferSource, signature: string, key: string): Promise<boolean> {
  const [version = '', base64 = ''] = signature.split(',')
  const scheme = SCHEMES[version]
  if (!scheme || !key.startsWith(scheme.prefix)) return false
  const { algorithm, keyOf, prefix } = scheme
  return crypto.subtle.verify(algorithm, await keyOf(key.slice(prefix.length)), bytesOf(base64), signed)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    throw new WebhookVerificationError('A signature or key is not base64.')
  }
}
