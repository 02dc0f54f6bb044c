import type { DrizzleAdapter } from '@payloadcms/drizzle'

type Search<Column, SQL> = {
  /** The text in the column holds `text`. */
  readonly found: (column: Column, text: string) => SQL
  /** It does not, or there is none. */
  readonly missing: (column: Column, text: string) => SQL
}

/**
 * Payload asks `operators` for the SQL of a search. Its own takes `%` and `_` of whoever searches for wildcards, and knows accents, and on SQLite
 * capitals, as letters of their own.
 */
export function letOperatorsSearch<Column extends { readonly name: string }, SQL>(
  adapter: DrizzleAdapter,
  { found, missing }: Search<Column, SQL>,
): void {
  const plain = adapter.operators.like as unknown as (column: Column, value: unknown) => SQL
  const search = (column: Column, value: unknown): SQL => {
    const wanted = /^%(.*)%$/su.exec(String(value))?.[1]
    // Payload finds the rows of nested lists by their path in this way, with a `%` for each number.
    return wanted === undefined || column.name === '_path' ? plain(column, value) : found(column, wanted)
  }
  const not_like = (column: Column, value: unknown): SQL => missing(column, String(value))
  Object.assign(adapter, { operators: { ...adapter.operators, like: search, contains: search, not_like } })
}
