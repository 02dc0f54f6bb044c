import { outcomeOf, type Validators } from './preconditions.ts'

/** A file that may be sent, and how to read a part of it. */
export type SentFile = {
  readonly bytes: number
  /** SHA-256 of all of it. */
  readonly hash: Buffer
  /** Milliseconds of a whole second. */
  readonly modified: number
  readonly type: string
  /** @param part positions of its first and last byte */
  readonly read: (part?: Part) => Promise<ReadableStream<Uint8Array>>
}

/**
 * Browsers keep what they have: other bytes come under another name. Caches that many share ask each second, so that a picture which is not for readers any
 * more is gone from them, too.
 */
export const FILE_CACHE_CONTROL = 'public, max-age=31536000, s-maxage=1, immutable'

/**
 * The answer to a GET of a file, or of one part of it (RFC 9110 §13.1, §14). Of several parts the whole is sent, which a server may do; so it is for a
 * range that cannot be read.
 *
 * @param beside further headers, of everything but a refusal
 */
export async function answerWithFile(
  request: Headers,
  file: SentFile,
  beside: readonly (readonly [string, string])[] = [],
): Promise<Response> {
  const asked = Object.fromEntries(request)
  const validators = { etag: `"${file.hash.toString('base64url').slice(0, 32)}"`, modified: file.modified }
  const known: [string, string][] = [
    ['ETag', validators.etag],
    ['Last-Modified', new Date(file.modified).toUTCString()],
    ['Cache-Control', FILE_CACHE_CONTROL],
    ['Accept-Ranges', 'bytes'],
    ...beside.map(([name, value]): [string, string] => [name, value]),
  ]
  const outcome = outcomeOf(asked, validators)
  if (outcome === 'failed') return new Response(null, { status: 412 })
  if (outcome === 'not_modified') return new Response(null, { status: 304, headers: known })

  const part = partAsked(asked, validators, file.bytes)
  if (part === 'none')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${String(file.bytes)}` } })
  const headers: [string, string][] = [
    ...known,
    ['Content-Type', file.type],
    ['Repr-Digest', `sha-256=:${file.hash.toString('base64')}:`],
  ]
  if (!part) {
    headers.push(['Content-Length', String(file.bytes)])
    return new Response(await file.read(), { headers })
  }
  headers.push(['Content-Length', String(part.end - part.start + 1)])
  headers.push(['Content-Range', `bytes ${String(part.start)}-${String(part.end)}/${String(file.bytes)}`])
  return new Response(await file.read(part), { status: 206, headers })
}

type Part = { readonly start: number; readonly end: number }

/** The one part that is asked for; undefined when all of it is to be sent, `none` when there is no such part (RFC 9110 §14.1.2). */
function partAsked(
  { range = '', 'if-range': ifRange }: Readonly<Record<string, string>>,
  validators: Validators,
  bytes: number,
): Part | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(range.trim()) ?? []
  if (first === '' && last === '') return undefined
  if (ifRange !== undefined && !isStill(ifRange, validators)) return undefined
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  const start = first === '' ? Math.max(bytes - Number(last), 0) : Number(first)
  if (last !== '' && first !== '' && Number(last) < start) return undefined
  return start < bytes ? { start, end } : 'none'
}

/** RFC 9110 §13.1.5. A date is strong here: no two files have the same name. */
function isStill(ifRange: string, { etag, modified }: Validators): boolean {
  return /^(?:W\/)?"/.test(ifRange) ? ifRange === etag : Date.parse(ifRange) === modified
}
