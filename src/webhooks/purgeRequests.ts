import type { PurgeSetting } from '../environment/index.ts'

export type PurgeRequest = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Form = Pick<PurgeRequest, 'body' | 'headers' | 'method'>
type Kind = {
  /** What one request may name; `bytes` of the keys with a space behind each. */
  readonly most: { readonly keys: number; readonly bytes: number }
  readonly formOf: (keys: readonly string[], token: string | undefined) => Form
}

const JSON_TYPE = { 'content-type': 'application/json' }
const bearer = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

const KINDS: Readonly<Record<PurgeSetting['kind'], Kind>> = {
  // https://www.fastly.com/documentation/reference/api/purging/#bulk-purge-tag: 256 keys.
  fastly: {
    most: { keys: 256, bytes: 64_000 },
    formOf: (keys, token = '') => ({
      method: 'POST',
      headers: { ...JSON_TYPE, 'fastly-key': token },
      body: JSON.stringify({ surrogate_keys: keys }),
    }),
  },
  // https://developers.cloudflare.com/cache/how-to/purge-cache/#availability-and-limits: 100 operations.
  cloudflare: {
    most: { keys: 100, bytes: 64_000 },
    formOf: (keys, token) => ({
      method: 'POST',
      headers: { ...JSON_TYPE, ...bearer(token) },
      body: JSON.stringify({ tags: keys }),
    }),
  },
  // As the manual of the vmod `xkey` has it; Varnish takes 8 KB of a header (`http_req_hdr_len`).
  varnish: {
    most: { keys: 256, bytes: 4_000 },
    formOf: (keys, token) => ({ method: 'PURGE', headers: { xkey: keys.join(' '), ...bearer(token) }, body: '' }),
  },
  http: {
    most: { keys: 1_000, bytes: 64_000 },
    formOf: (keys, token) => ({
      method: 'POST',
      headers: { ...JSON_TYPE, ...bearer(token) },
      body: JSON.stringify({ keys }),
    }),
  },
}

/** What to send so that each of the caches in front drops what has one of these keys, within the limits of its kind. */
export function purgeRequests({ kind, token, urls }: PurgeSetting, keys: readonly string[]): readonly PurgeRequest[] {
  const { formOf, most } = KINDS[kind]
  const forms = batchesOf(keys, most).map((batch) => formOf(batch, token))
  return urls.flatMap((url) => forms.map((form) => ({ url, ...form })))
}

/** `keys` in their order, each once, in as few lists as fit. */
export function batchesOf(keys: readonly string[], most: Kind['most']): readonly (readonly string[])[] {
  const batches: string[][] = []
  let bytes = 0
  for (const key of new Set(keys)) {
    const size = Buffer.byteLength(key) + 1
    const last = batches.at(-1)
    if (last && last.length < most.keys && bytes + size <= most.bytes) {
      last.push(key)
      bytes += size
    } else {
      batches.push([key])
      bytes = size
    }
  }
  return batches
}
