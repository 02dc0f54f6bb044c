import type { Blocker } from '../workflow/index.ts'
import { noChoice } from './faults.ts'
import { isBranch } from './readWhere.ts'

const COMPARING: ReadonlySet<string> = new Set(['equals', 'not_equals', 'in', 'not_in'])

/**
 * For requests of staff: what a `where` compares with a value that its field does not have. Payload 3.90 finds nothing by
 * such a value and says nothing. To be asked of a `where` that `checkPathsOnly` let pass, which is bounded by that.
 *
 * @param choices the values of a field that lets one choose, by its path; undefined for others.
 */
export function checkChoices(where: unknown, choices: (path: string) => readonly string[] | undefined): Blocker[] {
  if (Array.isArray(where)) return where.flatMap((each) => checkChoices(each, choices))
  if (!isBranch(where)) return []
  return Object.entries(where).flatMap(([path, given]) => {
    const known = choices(path)
    if (known === undefined) return checkChoices(given, choices)
    return Object.entries(isBranch(given) ? given : {})
      .filter(([operator, value]) => COMPARING.has(operator) && !valuesOf(value).every((each) => known.includes(each)))
      .map(([operator]) => noChoice(`where[${path}][${operator}]`, known))
  })
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
