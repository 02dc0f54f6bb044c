import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'

import { encode, type Coding } from './encodings.ts'
import type { Validators } from './preconditions.ts'

/** An answer as it was made: uncompressed, and without a word on caches. */
export type MadeAnswer = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** One coding of an answer, ready to be written: headers as a flat list of names and values. */
export type Representation = Validators & {
  readonly headers: readonly string[]
  /** Those of a 304 (RFC 9110 §15.4.5). */
  readonly headersUnchanged: readonly string[]
  readonly body: Buffer
}

/**
 * No cache in front of the server keeps an answer for longer than a second without asking, as long as nobody tells it what to drop: so much
 * later other instances may hear of a change, too.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1'

/** Made anew here, or of one connection or one request and not of the answer. */
const NOT_OF_THE_ANSWER = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'transfer-encoding',
  'vary',
  'x-request-id',
])

/** Of the body and not of what is known of the stored answer, so that a 304 leaves it out. */
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding', 'repr-digest'])

/** An answer that is the same for everybody, in each coding that somebody asked for. */
export class SharedAnswer {
  readonly status: number
  readonly statusText: string
  /** Bytes in memory, at most. */
  readonly size: number
  readonly bytes: number
  /** What it says beside its body and of caches: of safety, above all. A refusal has these, too. */
  readonly besides: readonly string[]
  /** Whether it is read by scripts of other origins, each of which is told so for itself. */
  readonly byOrigin: boolean
  private readonly hash: Buffer
  private readonly modified: number | undefined
  private readonly ready = new Map<Coding, Representation>()
  private readonly making = new Map<Coding, Promise<Representation>>()
  private readonly common: readonly (readonly [string, string])[]

  /**
   * @param modifiedOf since when the answer is the one with this hash, in milliseconds of a whole second
   * @param keys headers that name it to caches in front
   */
  constructor(
    private readonly made: MadeAnswer,
    modifiedOf: (hash: string) => number | undefined,
    keys: readonly (readonly [string, string])[] = [],
  ) {
    this.status = made.status
    this.statusText = STATUS_CODES[made.status] ?? ''
    this.bytes = made.body.length
    this.byOrigin = variesByOriginIn(made.headers)
    this.hash = createHash('sha256').update(made.body).digest()
    this.modified = made.status === 200 ? modifiedOf(this.hash.toString('base64')) : undefined
    const own = made.headers.filter(([name]) => !NOT_OF_THE_ANSWER.has(name.toLowerCase()))
    this.besides = own.filter(([name]) => !OF_THE_BODY.has(name.toLowerCase())).flat()
    this.common = [
      ...own,
      ['Cache-Control', CACHE_CONTROL],
      ['Vary', varying(made.headers)],
      ...(this.modified === undefined ? [] : [['Last-Modified', new Date(this.modified).toUTCString()] as const]),
      ...keys,
    ]
    const ofHeaders = this.common.reduce((sum, [name, value]) => sum + name.length + value.length, 500)
    // Each of the codings is smaller than the body itself.
    this.size = CODINGS_KEPT * (this.bytes + ofHeaders)
    this.ready.set('identity', this.represent('identity', made.body))
  }

  /** What was made of it before in this coding. */
  at(coding: Coding): Representation | undefined {
    return this.ready.get(coding)
  }

  /** The same, made now when it was not. */
  async in(coding: Coding): Promise<Representation> {
    const known = this.ready.get(coding)
    if (known) return known
    const making =
      this.making.get(coding) ??
      encode(coding, this.made.body).then((body) => {
        const made = this.represent(coding, body)
        this.ready.set(coding, made)
        return made
      })
    this.making.set(coding, making)
    return making.finally(() => this.making.delete(coding))
  }

  private represent(coding: Coding, body: Buffer): Representation {
    const isWhole = coding === 'identity'
    const digest = isWhole ? this.hash : createHash('sha256').update(body).digest()
    const etag = `"${this.hash.toString('base64url').slice(0, 32)}${isWhole ? '' : `-${coding}`}"`
    const headers: readonly (readonly [string, string])[] = [
      ...this.common,
      // Only what is there has validators: on a 404 no precondition counts.
      ...(this.status === 200 ? [['ETag', etag] as const] : []),
      ['Repr-Digest', `sha-256=:${digest.toString('base64')}:`],
      ...(isWhole ? [] : [['Content-Encoding', coding] as const]),
      ['Content-Length', String(body.length)],
    ]
    return {
      etag,
      ...(this.modified === undefined ? {} : { modified: this.modified }),
      headers: headers.flat(),
      headersUnchanged: headers.filter(([name]) => !OF_THE_BODY.has(name.toLowerCase())).flat(),
      body,
    }
  }
}

const CODINGS_KEPT = 3

/** Whether the app says that the answer differs by the origin of the page that asks. */
export function variesByOriginIn(headers: MadeAnswer['headers']): boolean {
  return variedBy(headers).some((name) => name.toLowerCase() === 'origin')
}

function varying(headers: MadeAnswer['headers']): string {
  return [
    ...new Map([...variedBy(headers), 'Accept-Encoding'].map((name) => [name.toLowerCase(), name])).values(),
  ].join(', ')
}

function variedBy(headers: MadeAnswer['headers']): readonly string[] {
  return headers.filter(([name]) => name.toLowerCase() === 'vary').flatMap(([, value]) => value.split(/\s*,\s*/))
}
