import { parse } from 'qs-esm'
import type { Blocker } from '../workflow/index.ts'
import { invalidValue, tooComplex, unknownParameter } from './faults.ts'

/** How Payload 3.90.2 parses a query string (`payload/dist/utilities/createPayloadRequest.js`). */
export const PAYLOAD_QS = { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true } as const

/** qs-esm reads no more parts than this and says nothing about the rest. */
const MOST_PARTS = 1000
/** What no URL has in its query, and what `new URL` would cut or drop on the way to Payload. */
const NOT_IN_A_QUERY = /[\u0000-\u0020\u007F#]/
/** A name, then bracketed segments, and nothing between or after them: qs-esm would skip that silently. */
const KEY = /^([^[\]=]+)((?:\[[^[\]]*\])*)$/
const LOST = /[\uFFFD\p{Cs}]/u

export type Key = {
  readonly key: string
  readonly name: string
  readonly segments: readonly string[]
}

export type SearchTree = Readonly<Record<string, unknown>>

/** The text, percent-decoded, or null when that is impossible or leaves characters that nobody wrote. */
function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' '))
    return LOST.test(plain) ? null : plain
  } catch {
    return null
  }
}

function readKey(text: string): Key | null {
  const [, name, brackets] = KEY.exec(text) ?? []
  if (name === undefined || brackets === undefined) return null
  const segments = brackets === '' ? [] : brackets.slice(1, -1).split('][')
  return { key: text, name, segments }
}

/** qs-esm leaves keys that shadow a property of every object out of its result, without a word. */
function shadowsPrototype({ name, segments }: Key): boolean {
  return [name, ...segments].some((each) => Object.hasOwn(Object.prototype, each))
}

function faultOfKey(key: Key): Blocker | null {
  if (shadowsPrototype(key)) return unknownParameter(key.key)
  if (key.segments.length > PAYLOAD_QS.depth) {
    return tooComplex(key.key, `A parameter has at most ${PAYLOAD_QS.depth} names in brackets.`)
  }
  // An empty segment in between would make Payload merge what was written as separate members.
  if (key.segments.slice(0, -1).includes(''))
    return invalidValue(key.key, 'written with an index or a name in each pair of brackets')
  return null
}

/** Keys that were given twice, or both as a value and as the stem of further keys. */
function clashes(keys: readonly Key[]): Blocker[] {
  const seen = new Set<string>()
  const stems = new Set<string>()
  const twice = new Set<string>()
  for (const { key, name, segments } of keys) {
    if (seen.has(key) && segments.at(-1) !== '') twice.add(key)
    seen.add(key)
    let stem = name
    for (const segment of segments) {
      stems.add(stem)
      stem += `[${segment}]`
    }
  }
  for (const key of seen) if (stems.has(key)) twice.add(key)
  return [...twice].map((key) => invalidValue(key, 'given once'))
}

/**
 * Reads a query string (with or without its question mark) into the tree that Payload would make of it, if nothing in
 * it can be read in two ways. Refused are malformed percent-encoding, repeated keys (but for `…[]`), keys that qs-esm would
 * drop, cut or merge, and characters that a URL cannot have.
 *
 * @returns the tree with the keys it was made of; faults are `invalid_value`, `unknown_parameter`, `query_too_complex`.
 */
export function readSearch(search: string): { tree: SearchTree; keys: readonly Key[]; faults: readonly Blocker[] } {
  const refuse = (faults: readonly Blocker[]) => ({ tree: {}, keys: [], faults })
  const text = search.replace(/^\?/, '')
  if (NOT_IN_A_QUERY.test(text))
    return refuse([invalidValue('query', 'percent-encoded where it has spaces, `#` or control characters')])
  const parts = text.split('&')
  if (parts.length > MOST_PARTS) return refuse([tooComplex('query', `A query has at most ${MOST_PARTS} parts.`)])

  const keys: Key[] = []
  const faults: Blocker[] = []
  for (const part of parts) {
    if (part === '') continue
    // Payload ends a key at its first `]=`, a browser at the first `=`: where these differ, the pattern of a key does not hold.
    const bracket = part.indexOf(']=')
    const end = bracket === -1 ? part.indexOf('=') : bracket + 1
    const rawKey = end === -1 ? part : part.slice(0, end)
    const plainKey = decoded(rawKey)
    if (plainKey === null || decoded(end === -1 ? '' : part.slice(end + 1)) === null) {
      faults.push(invalidValue(plainKey ?? rawKey, 'percent-encoded UTF-8'))
      continue
    }
    const key = readKey(plainKey)
    const fault = key === null ? unknownParameter(plainKey) : faultOfKey(key)
    if (fault !== null) faults.push(fault)
    else if (key !== null) keys.push(key)
  }
  faults.push(...clashes(keys))
  return faults.length > 0 ? { tree: {}, keys, faults } : { tree: parse(text, PAYLOAD_QS), keys, faults }
}
