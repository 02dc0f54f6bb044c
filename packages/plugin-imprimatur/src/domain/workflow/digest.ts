import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** `sha256:` and 64 lower-case hex digits. */
export type Digest = `sha256:${string}`

/** What readers are shown of one media document: part of the content of each piece that shows it. */
export type ShownMedia = {
  readonly id: string
  /** SHA-256 of the stored file, as hex. */
  readonly hash: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** Name under which the shown media stand in the canonical JSON; no field of a piece may have it. */
export const MEDIA_KEY = '_media'

/** Whether `value` has the form of a {@link Digest}. */
export function isDigest(value: unknown): value is Digest {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)
}

/**
 * The canonical form (RFC 8785) of a revision: its content under its field names, and beside it what it shows of each
 * media document, ordered by id.
 *
 * @throws TypeError when a field has the name under which the media stand.
 * @throws Error when the content is not JSON.
 */
export function canonicalForm(content: Readonly<Record<string, unknown>>, media: readonly ShownMedia[]): string {
  if (Object.hasOwn(content, MEDIA_KEY)) throw new TypeError(`No field may have the name ${MEDIA_KEY}.`)
  const shown = [...media].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const canonical = canonicalize(shown.length > 0 ? { ...content, [MEDIA_KEY]: shown } : content)
  if (canonical === undefined) throw new TypeError('The content has no JSON form.')
  return canonical
}

/** SHA-256 of the UTF-8 bytes of `canonical`. */
export function digestOf(canonical: string): Digest {
  return `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`
}
