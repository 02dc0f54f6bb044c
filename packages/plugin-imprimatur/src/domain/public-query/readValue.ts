import { type FieldType, QUERY_BOUNDS, type QueryValue } from './queryRules.ts'

const ID = /^[A-Za-z0-9_-]{1,64}$/
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/
const DATE =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/
const CONTROL = /\p{Cc}/u
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false }

/** Completes "… has to be" for a value of the type. */
export const WANTED: Readonly<Record<FieldType, string>> = {
  text: `text of 1 to ${QUERY_BOUNDS.text} characters`,
  select: `text of 1 to ${QUERY_BOUNDS.text} characters`,
  id: 'an id',
  slug: `text of 1 to ${QUERY_BOUNDS.text} characters`,
  number: 'a number in decimal digits',
  date: 'an ISO 8601 date, or a time with an offset or Z (a `+` is written %2B in a URL)',
  boolean: '`true` or `false`',
}

/** `true` and `false`, spelled so; anything else is undefined. */
export function readBoolean(raw: unknown): boolean | undefined {
  return typeof raw === 'string' && Object.hasOwn(BOOLEANS, raw) ? BOOLEANS[raw] : undefined
}

/** A whole number without sign or leading zeros, from `least` to `most`; anything else is undefined. */
export function readInteger(raw: unknown, least: number, most: number): number | undefined {
  if (typeof raw !== 'string' || !/^(?:0|[1-9]\d{0,8})$/.test(raw)) return undefined
  const value = Number(raw)
  return value >= least && value <= most ? value : undefined
}

function readText(raw: string): string | undefined {
  return raw !== '' && raw.length <= QUERY_BOUNDS.text && !CONTROL.test(raw) ? raw : undefined
}

/** Payload takes the words `null` and `undefined` for the absence of an id. */
function readId(raw: string): string | undefined {
  return ID.test(raw) && raw !== 'null' && raw !== 'undefined' ? raw : undefined
}

function readNumber(raw: string): number | undefined {
  // Adding zero makes 0 of -0.
  return NUMBER.test(raw) ? Number(raw) + 0 : undefined
}

/** A day that the calendar does not have is refused: `Date` would take the next month's. */
function readDate(raw: string): string | undefined {
  const [, day] = DATE.exec(raw) ?? []
  if (day === undefined) return undefined
  const midnight = new Date(`${day}T00:00:00.000Z`)
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return undefined
  const written = new Date(raw).toISOString()
  return /^\d{4}-/.test(written) ? written : undefined
}

/** One value of a query string as a field of `type` has it, or undefined when it is not of that type. */
export function readValue(type: FieldType, raw: unknown): QueryValue | undefined {
  if (typeof raw !== 'string') return undefined
  switch (type) {
    case 'text':
    case 'select':
    case 'slug':
      return readText(raw)
    case 'id':
      return readId(raw)
    case 'number':
      return readNumber(raw)
    case 'date':
      return readDate(raw)
    case 'boolean':
      return readBoolean(raw)
  }
}
