import type { Payload, PayloadRequest } from 'payload'
import { canSeeAllPieces } from '../access/index.ts'
import { checkChoices, checkPathsOnly, readSearch, readValue } from '../domain/public-query/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { takesOf } from './choicesOf.ts'
import { fieldPaths } from './fieldPaths.ts'
import type { Read } from './readOf.ts'
import { MOST_FAULTS, refuse, type Verdict } from './Verdict.ts'

/**
 * Every path has to be a field, and what is compared has to be comparable: Payload 3.90 ends the process on some that are not. Nothing of
 * the query may be lost on the way to Payload: without its condition a change in bulk would be of everything.
 */
export async function checkPaths(
  payload: Payload,
  request: Request,
  read: Read,
  user: PayloadRequest['user'],
  sent: string,
): Promise<Verdict> {
  const { faults, tree: query } = readSearch(sent)
  if (faults.length > 0) return refuse(400, faults.slice(0, MOST_FAULTS))
  const known = fieldPaths(payload, read.target, mayFollow(asking(payload, user)))
  const checked = checkPathsOnly(query.where, query.sort, known)
  if (!checked.ok) return refuse(checked.status, checked.errors)
  const where = typeof query.where === 'string' ? parsed(query.where) : query.where
  const noChoices = checkChoices(where, takesOf(payload, read.target))
  if (noChoices.length > 0) return refuse(400, noChoices.slice(0, MOST_FAULTS))
  if (hasGeometry(query.where) && !hasPoint(payload, read.target)) {
    return refuse(400, [{ code: 'invalid_value', message: 'There are no coordinates here to filter by.' }])
  }
  if (hasOddDate(query.where, dateFields(payload, read.target))) {
    return refuse(400, [
      { code: 'invalid_value', message: 'A date is compared with a date, such as 2026-11-24T12:00:00Z.' },
    ])
  }
  return { request, read }
}

const DATE_OPERATORS = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

/** The collection's own date fields, by the names that a `where` has for them. */
function dateFields(payload: Payload, slug: string): ReadonlySet<string> {
  const fields = payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const own = fields.filter(({ type }) => type === 'date').map(({ name }) => name)
  return new Set([...own, ...own.map((name) => `version.${name}`)])
}

/**
 * Whether a `where` compares a date with something else, which SQLite's adapter makes into a query that fails (3.90.2), or with a time that
 * it would compare wrongly: it has dates as texts, and years of more than four digits out of order.
 */
function hasOddDate(where: unknown, dates: ReadonlySet<string>): boolean {
  if (typeof where === 'string') return hasOddDate(parsed(where), dates)
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(([path, given]: [string, unknown]) => {
    if (!dates.has(path)) return hasOddDate(given, dates)
    return Object.entries(given ?? {}).some(([operator, value]: [string, unknown]) => {
      if (operator === 'exists') return false
      const values: unknown[] = Array.isArray(value) ? value : String(value).split(',')
      return !DATE_OPERATORS.has(operator) || !values.every((each) => isDate(each))
    })
  })
}

/** Payload takes the word `null` for no date. */
function isDate(value: unknown): boolean {
  return value === 'null' || readValue('date', String(value)) !== undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a `where` compares places on a map; Payload's adapters fail on that for any other field (3.90.2). */
function hasGeometry(where: unknown): boolean {
  if (typeof where === 'string') return /"(?:near|within|intersects)"/.test(where)
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(
    ([key, value]) => ['near', 'within', 'intersects'].includes(key) || hasGeometry(value),
  )
}

function hasPoint(payload: Payload, slug: string): boolean {
  const fields = payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  return fields.some(({ type }) => type === 'point')
}

/**
 * Into which collections a member of staff may filter and sort through a relation. Not into pieces that they may not
 * see: with `draft=true`, and in any sort, Payload 3.90 does not ask for read access to the related document.
 */
export function mayFollow(req: PayloadRequest): (collection: string) => boolean {
  const pieces = runtimeOf(req.payload).collections
  return (collection) => canSeeAllPieces(req) || !pieces.has(collection)
}

/** As much of a request as tells who is asking. */
export function asking(payload: Payload, user: PayloadRequest['user']): PayloadRequest {
  return { payload, user, context: {} } as PayloadRequest
}
