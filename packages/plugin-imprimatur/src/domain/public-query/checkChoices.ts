import type { Blocker } from '../workflow/index.ts'
import { invalidValue, noChoice } from './faults.ts'
import { isBranch } from './readWhere.ts'

/** What a field takes: one of some values, or a number. */
export type Takes =
  | {
      readonly kind: 'choice'
      readonly choices: readonly string[]
      /** Whether the search field of a list looks into it, with whatever somebody types. */
      readonly isSearched: boolean
    }
  | { readonly kind: 'number' }

const COMPARING: ReadonlySet<string> = new Set(['equals', 'not_equals', 'in', 'not_in', 'all'])
const ORDERING: ReadonlySet<string> = new Set(['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'])
/** Operators that look for a part of what is there. */
const SEARCHING: ReadonlySet<string> = new Set(['contains', 'like', 'not_like'])

/**
 * For requests of staff: what a `where` compares with a value that its field does not have. Payload 3.90 finds nothing by
 * such a value and says nothing. To be asked of a `where` that `checkPathsOnly` let pass, which is bounded by that.
 *
 * @param takes what a field takes, by its path; undefined for one that takes anything.
 */
export function checkChoices(where: unknown, takes: (path: string) => Takes | undefined): Blocker[] {
  if (Array.isArray(where)) return where.flatMap((each) => checkChoices(each, takes))
  if (!isBranch(where)) return []
  return Object.entries(where).flatMap(([path, given]) => {
    const known = takes(path)
    if (known === undefined) return checkChoices(given, takes)
    return Object.entries(isBranch(given) ? given : {}).flatMap(
      ([operator, value]) => faultIn(known, operator, value, `where[${path}][${operator}]`) ?? [],
    )
  })
}

function faultIn(known: Takes, operator: string, value: unknown, at: string): Blocker | null {
  const values = valuesOf(value)
  if (known.kind === 'number') {
    const compares = COMPARING.has(operator) || ORDERING.has(operator)
    return !compares || values.every(isNumber) ? null : invalidValue(at, 'a number')
  }
  const { choices, isSearched } = known
  const isThere = COMPARING.has(operator)
    ? (text: string) => choices.includes(text)
    : (text: string) => wordsOf(text).every((word) => choices.some((choice) => choice.toLowerCase().includes(word)))
  const asks = COMPARING.has(operator) || (SEARCHING.has(operator) && !isSearched)
  return !asks || values.every(isThere) ? null : noChoice(at, choices)
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/u)
}

/** Payload takes the word `null` for no value, and parts a text at its commas. */
function valuesOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value]
  return values.filter((each) => each !== null && each !== 'null' && each !== '').map(String)
}
