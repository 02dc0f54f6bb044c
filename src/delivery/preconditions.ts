/** What the preconditions of a request make of a 200 that would be the answer to it. */
export type Outcome = 'whole' | 'not_modified' | 'failed'

/** What a client may know of an answer that it has. */
export type Validators = {
  /** A strong entity tag, with its quotes. */
  readonly etag: string
  /** Milliseconds of a whole second; undefined when nothing can be said by time. */
  readonly modified?: number
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** RFC 9110 §13.2.2, for GET and HEAD. */
export function outcomeOf(headers: Headers, { etag, modified }: Validators): Outcome {
  const match = headers['if-match']
  if (typeof match === 'string') {
    if (!names(match, etag, 'strong')) return 'failed'
  } else {
    const since = instantOf(headers['if-unmodified-since'])
    if (since !== undefined && (modified === undefined || modified > since)) return 'failed'
  }
  const noneMatch = headers['if-none-match']
  if (typeof noneMatch === 'string') return names(noneMatch, etag, 'weak') ? 'not_modified' : 'whole'
  const since = instantOf(headers['if-modified-since'])
  return since !== undefined && modified !== undefined && modified <= since ? 'not_modified' : 'whole'
}

/** RFC 9110 §8.8.3: an entity tag holds no quotation mark, but it may hold a comma. */
const TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/y
const BETWEEN = /[\t ,]*/y

/** Whether a list of entity tags, or `*`, names this one; what is no such list names nothing. */
function names(list: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (list.trim() === '*') return true
  let [at, found] = [skipped(list, 0), false]
  while (at < list.length) {
    TAG.lastIndex = at
    const [whole, weak, opaque] = TAG.exec(list) ?? []
    if (whole === undefined) return false
    found ||= opaque === etag && (comparison === 'weak' || weak === undefined)
    const next = skipped(list, at + whole.length)
    if (next < list.length && next === at + whole.length) return false
    at = next
  }
  return found
}

function skipped(list: string, at: number): number {
  BETWEEN.lastIndex = at
  return at + (BETWEEN.exec(list)?.[0].length ?? 0)
}

/** RFC 9110 §5.6.7 in its three forms; what is none is ignored (§13.1.3). */
const DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/

function instantOf(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string' || !DATE.test(value)) return undefined
  const instant = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
  return Number.isNaN(instant) ? undefined : instant
}
