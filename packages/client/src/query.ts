import type { AnyConfig, Shape } from './documents.ts'

/** What a condition compares a field with. Lists are for `in` and `not_in`. */
export type Comparable = Date | boolean | number | string

/** Conditions on fields, by Payload's operators, and on slugs behind relations, such as `section.slug`. */
export type Where = {
  readonly and?: readonly Where[]
  readonly or?: readonly Where[]
  readonly [path: string]: Readonly<Record<string, Comparable | readonly Comparable[]>> | readonly Where[] | undefined
}

/** What can be asked of a list. */
export type ListQuery<C extends AnyConfig, T> = Shape<C, T> & {
  readonly where?: Where
  /** Fields by which to sort, `-` before one for descending. */
  readonly sort?: string | readonly string[]
  /** 1 to 100, 10 when left out. */
  readonly limit?: number
  readonly page?: number
  /** The place that a page before has as `after`. */
  readonly after?: string
}

/** A question as the parameters of an address, in one order for the same question. */
export function searchOf(query: object): string {
  const parameters = new URLSearchParams()
  write(parameters, '', query)
  parameters.sort()
  const search = parameters.toString()
  return search === '' ? '' : `?${search}`
}

function write(parameters: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return
  if (Array.isArray(value) && value.every((each) => !isNested(each))) {
    parameters.append(name, value.map(textOf).join(','))
  } else if (isNested(value)) {
    for (const [key, each] of Object.entries(value)) write(parameters, name === '' ? key : `${name}[${key}]`, each)
  } else {
    parameters.append(name, textOf(value))
  }
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
