/** What one comparison says, with every negation in the open: `not` of something that a value has. */
export type Term =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Term[] }
  | { readonly kind: 'some'; readonly not: boolean; readonly operator: Positive; readonly value: unknown }

export type Some = Extract<Term, { kind: 'some' }>

export type Positive =
  | 'equals'
  | 'in'
  | 'exists'
  | 'contains'
  | 'like'
  | 'greater_than'
  | 'greater_than_equal'
  | 'less_than'
  | 'less_than_equal'

const ORDERED = new Set(['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'])

export function some(operator: Positive, value: unknown): Some {
  return { kind: 'some', not: false, operator, value }
}

function none(operator: Positive, value: unknown): Some {
  return { kind: 'some', not: true, operator, value }
}

/** Payload splits a text at its commas where it wants several values. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(',') : [value]
}

/** Payload takes the words of `like` and `not_like` one by one. */
export function wordsOf(value: unknown): readonly string[] {
  return String(value)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

function saysTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

/**
 * Reads one comparison. Nothing else in it is a negation: `exists: false` and `equals: null` are "has no value",
 * `not_equals: null` is "has one", `not_in` is "none of them", and `not_like` "none of these words".
 *
 * @param isNull whether a value stands for none; Payload takes the word `null` for it in relations and dates.
 * @returns null for an operator that compares places on a map.
 */
export function readTerm(operator: string, value: unknown, isNull: (value: unknown) => boolean): Term | null {
  switch (operator) {
    case 'equals':
      return isNull(value) ? none('exists', true) : some('equals', value)
    case 'not_equals':
      return isNull(value) ? some('exists', true) : none('equals', value)
    case 'exists':
      return saysTrue(value) ? some('exists', true) : none('exists', true)
    case 'in':
    case 'not_in': {
      const values = valuesOf(value)
      const kept = values.filter((each) => !isNull(each))
      const mayLack = kept.length < values.length
      if (operator === 'in')
        return mayLack ? { kind: 'any', of: [none('exists', true), some('in', kept)] } : some('in', kept)
      return mayLack ? { kind: 'all', of: [some('exists', true), none('in', kept)] } : none('in', kept)
    }
    case 'not_like':
      return { kind: 'all', of: wordsOf(value).map((word) => none('contains', word)) }
    case 'all': {
      const values = valuesOf(value)
      return values.length === 0
        ? { kind: 'any', of: [] }
        : { kind: 'all', of: values.map((each) => some('equals', each)) }
    }
    case 'contains':
    case 'like':
      return some(operator, value)
    default:
      return ORDERED.has(operator) ? some(operator as Positive, value) : null
  }
}
