import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Column, SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { sql } from '../adapter/index.ts'
import type { Dialect } from './dialect.ts'
import { drizzleDialect } from './drizzle.ts'
import { letOperatorsSearch } from './drizzleSearch.ts'
import { loosePattern } from './loosePattern.ts'

/** The order of MongoDB and SQLite, and searches by a pattern (https://www.postgresql.org/docs/current/functions-matching.html#FUNCTIONS-POSIX-REGEXP). */
export async function postgresDialect(payload: Payload): Promise<Dialect> {
  const adapter = payload.db as unknown as DrizzleAdapter
  letOperatorsSearch(adapter, {
    found,
    missing: (column: Column, text) => sql`(${column} is null or not ${found(column, text)})`,
  })
  // With each connection, such as after an edit of the config in development, drizzle is a new one.
  const connected = () => {
    sortNothingFirst(adapter)
  }
  connected()
  return { ...(await drizzleDialect(payload)), connected }
}

/** The text as such: what a `select` has is of a type of its own. */
function found(column: Column, text: string): SQL {
  return sql`${column}::text ~ ${loosePattern(text)}`
}

/** How drizzle 0.45 puts a SELECT together. */
type SelectBuilder = { buildSelectQuery: (config: { orderBy?: readonly unknown[] }) => unknown }

/** What has no value comes before all that has one, and so last where the order is turned round; Postgres has it the other way. */
function sortNothingFirst(adapter: DrizzleAdapter): void {
  const { dialect } = adapter.drizzle as unknown as { readonly dialect: SelectBuilder }
  const build = dialect.buildSelectQuery.bind(dialect)
  dialect.buildSelectQuery = ({ orderBy, ...config }) =>
    build({ ...config, ...(orderBy ? { orderBy: orderBy.map(withNothingFirst) } : {}) })
}

/** `asc(column)` and `desc(column)` of drizzle are the column and a word behind it. */
function withNothingFirst(order: unknown): unknown {
  const [, column, word] = (order as { queryChunks?: readonly unknown[] }).queryChunks ?? []
  const direction = (word as { value?: readonly string[] } | undefined)?.value?.join('').trim()
  if ((direction !== 'asc' && direction !== 'desc') || (column as Partial<Column>).notNull === true) return order
  return direction === 'asc' ? sql`${order} nulls first` : sql`${order} nulls last`
}
