import type { Blocker } from '../workflow/index.ts'
import { invalidValue, noChoice, notQueryable, tooComplex, unknownParameter } from './faults.ts'
import {
  type Comparison,
  type FieldType,
  PUBLIC_OPERATORS,
  type PublicOperator,
  type PublicWhere,
  QUERY_BOUNDS,
  type QueryValue,
} from './queryRules.ts'
import { readBoolean, readValue, WANTED } from './readValue.ts'
import { PAYLOAD_QS } from './searchParameters.ts'

/** Every operator that Payload 3.90.2 knows (`payload/dist/types/constants.js`). */
export const PAYLOAD_OPERATORS: ReadonlySet<string> = new Set([
  ...PUBLIC_OPERATORS.number,
  'contains',
  'all',
  'like',
  'not_like',
  'within',
  'intersects',
  'near',
])

type Junction = 'and' | 'or'

/** Payload compares the name of a junction in lower case; a field of that name could never be asked for. */
export function isJunction(key: string): boolean {
  return /^(?:and|or)$/i.test(key)
}

export function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The members of a junction of that kind; null for anything else. */
function membersOf(where: PublicWhere, junction: Junction): readonly PublicWhere[] | null {
  const members = Object.hasOwn(where, junction) ? where[junction] : undefined
  return Array.isArray(members) ? (members as readonly PublicWhere[]) : null
}

/** Joins conditions, at least one, in the canonical form that `PublicWhere` describes. */
function join(junction: Junction, conditions: readonly PublicWhere[]): PublicWhere {
  const flat = conditions.flatMap((each) => membersOf(each, junction) ?? [each])
  const distinct = new Map(flat.map((each) => [JSON.stringify(each), each]))
  const members = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  const [only] = members
  return only !== undefined && members.length === 1 ? only : { [junction]: members }
}

/** Several conditions, at least one, that all have to hold, in canonical form; undefined when they are too deep for a query string. */
export function joinWheres(wheres: readonly [PublicWhere, ...PublicWhere[]]): PublicWhere | undefined {
  const where = join('and', wheres)
  return brackets(where) > PAYLOAD_QS.depth ? undefined : where
}

/** The most names in brackets that a condition needs when `where` is written as a query string. */
function brackets(where: PublicWhere): number {
  const members = membersOf(where, 'and') ?? membersOf(where, 'or')
  if (members !== null) return 2 + Math.max(...members.map(brackets))
  return Object.values(where).some((comparison) => Object.values(comparison).some(Array.isArray)) ? 3 : 2
}

/**
 * Reads Payload's `where` as qs-esm gives it. Only declared paths, only the operators of their types, only values of
 * their types. How deep it may nest follows from the brackets that Payload reads: two for each junction in canonical form.
 *
 * @returns the canonical form, or undefined with at least one fault added to `faults`.
 */
export function readWhere(
  raw: unknown,
  fields: Readonly<Record<string, FieldType>>,
  faults: Blocker[],
  choices: (path: string) => readonly string[] | undefined = () => undefined,
): PublicWhere | undefined {
  const found = faults.length
  let conditions = 0

  const readList = (type: FieldType, given: unknown, at: string): readonly QueryValue[] | undefined => {
    // Payload splits a string here, and only here, at its commas.
    const items: readonly unknown[] = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : []
    if (items.length > QUERY_BOUNDS.values) {
      faults.push(tooComplex(at, `A list has at most ${QUERY_BOUNDS.values} values.`))
      return undefined
    }
    const values = items.map((each) => readValue(type, each))
    const sound = values.filter((each) => each !== undefined)
    if (sound.length === 0 || sound.length < values.length) {
      faults.push(invalidValue(at, `a list in which each value is ${WANTED[type]}`))
      return undefined
    }
    return [...new Set(sound)].sort((a, b) => (a < b ? -1 : 1))
  }

  const areChoices = (path: string, values: readonly QueryValue[], at: string): boolean => {
    const known = choices(path)
    if (known === undefined || values.every((each) => known.includes(String(each)))) return true
    faults.push(noChoice(at, known))
    return false
  }

  const readComparison = (
    type: FieldType,
    path: string,
    operator: string,
    given: unknown,
    at: string,
  ): Comparison | undefined => {
    const offered = PUBLIC_OPERATORS[type]
    if (!PAYLOAD_OPERATORS.has(operator)) {
      faults.push(unknownParameter(at))
      return undefined
    }
    if (!offered.includes(operator as PublicOperator)) {
      faults.push(notQueryable(path, `filtered with \`${operator}\``, `It takes ${offered.join(', ')}.`))
      return undefined
    }
    if (operator === 'in' || operator === 'not_in') {
      const values = readList(type, given, at)
      return values && areChoices(path, values, at) ? { [operator]: values } : undefined
    }
    const value = operator === 'exists' ? readBoolean(given) : readValue(type, given)
    if (value === undefined) {
      faults.push(invalidValue(at, WANTED[operator === 'exists' ? 'boolean' : type]))
      return undefined
    }
    return operator === 'exists' || areChoices(path, [value], at) ? { [operator]: value } : undefined
  }

  const readField = (path: string, given: unknown, at: string): PublicWhere[] => {
    const type = Object.hasOwn(fields, path) && !isJunction(path) ? fields[path] : undefined
    if (type === undefined) {
      faults.push(notQueryable(path, 'filtered by'))
      return []
    }
    if (!isBranch(given)) {
      faults.push(invalidValue(at, 'given with an operator in brackets'))
      return []
    }
    return Object.entries(given).flatMap(([operator, value]) => {
      conditions += 1
      const comparison = readComparison(type, path, operator, value, `${at}[${operator}]`)
      return comparison === undefined ? [] : [{ [path]: comparison }]
    })
  }

  const readMembers = (junction: Junction, given: unknown, at: string): PublicWhere[] => {
    if (!Array.isArray(given) || given.length === 0) {
      faults.push(invalidValue(at, 'a list of conditions with an index each'))
      return []
    }
    const members = given.flatMap((each, index) => readAll(each, `${at}[${index}]`))
    return members.length === 0 ? [] : [join(junction, members)]
  }

  const readAll = (given: unknown, at: string): PublicWhere[] => {
    if (!isBranch(given)) {
      faults.push(invalidValue(at, 'conditions, each with the path of a field and an operator in brackets'))
      return []
    }
    const members = Object.entries(given).flatMap(([key, value]) => {
      const inside = `${at}[${key}]`
      return key === 'and' || key === 'or' ? readMembers(key, value, inside) : readField(key, value, inside)
    })
    return members.length === 0 ? [] : [join('and', members)]
  }

  const [where] = readAll(raw, 'where')
  if (conditions > QUERY_BOUNDS.conditions) {
    faults.push(tooComplex('where', `A query has at most ${QUERY_BOUNDS.conditions} conditions.`))
  }
  if (where === undefined || faults.length > found) return undefined
  if (brackets(where) > PAYLOAD_QS.depth) {
    faults.push(tooComplex('where', 'Junctions are nested at most 4 deep, above a list of values at most 3.'))
    return undefined
  }
  return where
}
