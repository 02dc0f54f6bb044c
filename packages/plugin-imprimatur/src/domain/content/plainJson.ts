import { ContentError } from './ContentError.ts'
import type { JsonObject, JsonValue } from './ContentField.ts'

/** Where a value stands: its path, and how many objects and arrays it is in. */
export type Place = {
  readonly path: string
  readonly depth: number
}

/**
 * Objects and arrays in each other, the document included. MongoDB keeps 100 levels, some of which a version of a
 * document needs for itself; the limit is the same on every database.
 */
const MAX_DEPTH = 90

/** The path of a value of a document, at the top. */
export const TOP: Place = { path: '', depth: 1 }

/** @throws ContentError `too_deep` */
export function inside(place: Place, name: number | string): Place {
  const path = place.path === '' ? String(name) : `${place.path}.${name}`
  if (place.depth > MAX_DEPTH) throw new ContentError('too_deep', place.path)
  return { path, depth: place.depth + 1 }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own property, or undefined: `constructor` and `__proto__` are names like any other. */
export function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** Null, undefined, an empty string, list or object: nothing that anybody could read. `false` and `0` are something. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isPlain(value) && Object.keys(value).length === 0
}

/** An object of these properties, without the absent ones, in the order of their names. */
export function objectOf(entries: Iterable<readonly [string, JsonValue | undefined]>): JsonObject {
  const present: [string, JsonValue][] = []
  for (const [name, value] of entries) if (value !== undefined) present.push([name, value])
  // Not by assignment, which would swallow a property named `__proto__`.
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** @throws ContentError `lone_surrogate`, `nul_character` */
export function wellFormed(text: string, place: Place): string {
  if (/\p{Surrogate}/u.test(text)) throw new ContentError('lone_surrogate', place.path)
  // SQLite ends a text at U+0000.
  if (text.includes('\0')) throw new ContentError('nul_character', place.path)
  return text
}

/**
 * Any value as plain JSON, without interpreting it: properties in the order of their names, `undefined` properties left
 * out, `-0` as `0`, `Date` objects as ISO 8601 in UTC, database ids as strings. Strings stay as they are: no Unicode
 * normalisation, no change of line ends.
 *
 * @throws ContentError if JSON or a database could not keep the value
 */
export function plainJson(value: unknown, place: Place): JsonValue {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'string':
      return wellFormed(value, place)
    case 'number':
      if (!Number.isFinite(value)) throw new ContentError('not_finite', place.path)
      return value === 0 ? 0 : value
    case 'object':
      break
    default:
      throw new ContentError('not_json', place.path)
  }
  if (value === null) return null
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new ContentError('invalid_date', place.path)
    return value.toISOString()
  }
  if (Array.isArray(value)) {
    return Array.from(value, (item: unknown, index) =>
      item === undefined ? null : plainJson(item, inside(place, index)),
    )
  }
  const id = databaseId(value)
  if (id !== undefined) return id
  if (!isPlain(value)) throw new ContentError('not_json', place.path)
  return objectOf(
    Object.entries(value).map(([name, property]) => {
      const at = inside(place, wellFormed(name, place))
      return [name, property === undefined ? undefined : plainJson(property, at)]
    }),
  )
}

/** The string of an ObjectId, which MongoDB's driver hands out as an object. */
function databaseId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || isPlain(value)) return undefined
  return hasHexString(value) ? value.toHexString() : undefined
}

function hasHexString(value: object): value is { toHexString: () => string } {
  return 'toHexString' in value && typeof value.toHexString === 'function'
}

/** The id of a document, given as that id or as the populated document; undefined if it is neither. */
export function documentId(target: unknown): string | undefined {
  if (typeof target === 'string') return target === '' ? undefined : target
  if (typeof target === 'number') return Number.isFinite(target) ? String(target) : undefined
  const id = databaseId(target)
  if (id !== undefined || !isRecord(target)) return id
  const inner = own(target, 'id')
  return isPlain(inner) ? undefined : documentId(inner)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // An object of another realm (a worker, a test runner's context) has another Object.prototype, above which there is
  // nothing.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/**
 * Whether this is an id as Payload gives it to a row, a block or a node: an ObjectId in hex, a UUID, or a whole number.
 * It names the thing and is made anew when that is copied. Any other id is somebody's, and may say something.
 */
export function isMachineId(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return typeof value === 'string' && MACHINE_ID.test(value)
}

const MACHINE_ID = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,16})$/i
