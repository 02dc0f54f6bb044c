import type { Blocker } from '../workflow/index.ts'
import { invalidValue, notQueryable, tooComplex, unknownParameter } from './faults.ts'
import { isBranch, isJunction, PAYLOAD_OPERATORS } from './readWhere.ts'

/** Levels of objects in a `where`. */
const MOST_LEVELS = 20
const MOST_FAULTS = 10
/** Payload's own pattern of a safe path (`SAFE_FIELD_PATH_REGEX`). */
const PATH = /^\w+(?:\.\w+)*$/
/** Operators whose value Payload reads as GeoJSON. */
const GEOMETRIC: ReadonlySet<string> = new Set(['within', 'intersects'])
/** Operators that take several values. */
const PLURAL: ReadonlySet<string> = new Set(['in', 'not_in', 'all', 'contains', 'near'])

export type PathCheck =
  { readonly ok: true } | { readonly ok: false; readonly status: 400; readonly errors: readonly Blocker[] }

/** A path as Payload will resolve it: GraphQL writes `__` for a dot, MongoDB `_id` for `id`. */
function resolved(path: string): string {
  const dotted = path.replaceAll('__', '.')
  return dotted === '_id' ? 'id' : dotted
}

function isPolymorphic(value: Readonly<Record<string, unknown>>): boolean {
  const entries = Object.entries(value)
  return entries.every(
    ([key, each]) =>
      (key === 'relationTo' || key === 'value') && (typeof each === 'string' || typeof each === 'number'),
  )
}

/**
 * For requests of staff, who may filter and sort by any field there is: makes sure that Payload meets no path that it
 * does not know. Payload 3.90.2 answers such a path beyond a relation with an unhandled rejection, which ends the process.
 * Two junctions in one object are refused as well: on SQLite Payload heeds only the later, and the one it drops may
 * hold the read access of a related collection. Values are left to Payload.
 *
 * @param where Payload's `where`, as an object (REST or GraphQL) or as the JSON text that REST also takes.
 * @param sort one string with commas, or a list of paths; `-` before a path for descending.
 * @param isKnownPath is asked for each path with dots for every level, `id` for `_id`, and no minus. A path through a
 * relation that the asker may not read counts as unknown.
 * @returns up to ten errors: `field_not_queryable` for a path, `unknown_parameter` for an operator, `invalid_value` for a
 * shape, `query_too_complex` for more than twenty levels.
 */
export function checkPathsOnly(where: unknown, sort: unknown, isKnownPath: (path: string) => boolean): PathCheck {
  const faults: Blocker[] = []

  const isKnown = (path: string): boolean => {
    const plain = resolved(path)
    const shadows = plain.split('.').some((each) => Object.hasOwn(Object.prototype, each))
    return PATH.test(plain) && !shadows && isKnownPath(plain)
  }

  const checkValue = (path: string, operator: string, value: unknown, at: string, level: number): void => {
    if (GEOMETRIC.has(operator)) return
    if (Array.isArray(value) && !PLURAL.has(operator)) {
      faults.push(invalidValue(at, 'one value'))
      return
    }
    const branches = (Array.isArray(value) ? value : [value]).filter(
      (each) => typeof each === 'object' && each !== null,
    )
    for (const branch of branches) {
      // With `contains`, Payload takes an object for a `where` on the related collection.
      if (operator === 'contains' && isBranch(value)) checkWhere(value, at, level + 1, `${path}.`)
      else if (!isBranch(branch) || !isPolymorphic(branch))
        faults.push(invalidValue(at, 'a value, a list of values, or `relationTo` with `value`'))
    }
  }

  const checkField = (path: string, comparisons: unknown, at: string, level: number): void => {
    if (!isKnown(path)) {
      faults.push(notQueryable(path, 'filtered by'))
      return
    }
    if (!isBranch(comparisons)) {
      faults.push(invalidValue(at, 'given with an operator'))
      return
    }
    for (const [operator, value] of Object.entries(comparisons)) {
      const inside = `${at}[${operator}]`
      if (PAYLOAD_OPERATORS.has(operator)) checkValue(path, operator, value, inside, level)
      else faults.push(unknownParameter(inside))
    }
  }

  const checkWhere = (given: unknown, at: string, level: number, prefix: string): void => {
    if (faults.length >= MOST_FAULTS) return
    if (level > MOST_LEVELS) {
      faults.push(tooComplex('where', `Conditions are nested at most ${MOST_LEVELS} levels deep.`))
      return
    }
    if (!isBranch(given)) {
      faults.push(invalidValue(at, 'conditions, each with the path of a field and an operator'))
      return
    }
    if (Object.keys(given).filter(isJunction).length > 1) {
      faults.push(invalidValue(at, 'conditions with either `and` or `or`, not both beside each other'))
      return
    }
    for (const [key, value] of Object.entries(given)) {
      const inside = `${at}[${key}]`
      if (!isJunction(key)) checkField(`${prefix}${key}`, value, inside, level)
      else if (Array.isArray(value))
        value.forEach((each, index) => {
          checkWhere(each, `${inside}[${index}]`, level + 1, prefix)
        })
      else faults.push(invalidValue(inside, 'a list of conditions'))
    }
  }

  const checkSort = (): void => {
    const keys: unknown = typeof sort === 'string' ? sort.split(',') : sort
    if (!Array.isArray(keys) || !keys.every((each) => typeof each === 'string')) {
      faults.push(invalidValue('sort', 'paths of fields parted by commas'))
      return
    }
    const unknown = keys.map((each) => each.replace(/^-/, '')).filter((path) => !isKnown(path))
    faults.push(...unknown.map((path) => notQueryable(path, 'sorted by')))
  }

  // Payload takes an empty `where` for none.
  if (where !== undefined && where !== null && where !== '')
    checkWhere(typeof where === 'string' ? parsed(where) : where, 'where', 0, '')
  if (sort !== undefined && sort !== null) checkSort()
  return faults.length === 0 ? { ok: true } : { ok: false, status: 400, errors: faults.slice(0, MOST_FAULTS) }
}

/** The object that a JSON text holds; undefined, which is no object, for anything that is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
