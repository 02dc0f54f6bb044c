import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Column, SQL } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'
import { sql } from '../adapter/index.ts'
import type { Dialect } from './dialect.ts'
import { drizzleDialect } from './drizzle.ts'
import { letOperatorsSearch } from './drizzleSearch.ts'
import { looseText, UNSEEN_CLASS } from './looseText.ts'
import { tooLongToFind } from './tooLongToFind.ts'

/** SQLite's LIKE knows capitals of ASCII only; GLOB knows classes of characters (https://www.sqlite.org/lang_expr.html#glob). */
export function sqliteDialect(payload: Payload): Promise<Dialect> {
  letOperatorsSearch(payload.db as unknown as DrizzleAdapter, {
    found,
    missing: (column: Column, text) => sql`(${column} is null or not ${found(column, text)})`,
  })
  return drizzleDialect(payload)
}

/**
 * GLOB takes one character after the other. Marks are taken out, and what stands for several letters of those that are looked for is taken
 * apart, letter by letter, only of texts that have any: it takes a while.
 */
function found(column: Column, text: string): SQL {
  const loose = looseText(text)
  if (loose === null) throw tooLongToFind(text)
  const pattern = globOf(loose.each)
  const letter = sql`substr(${column}, at, 1)`
  const joins = new Map(loose.joined.map(({ all, plain }) => [plain, all]))
  const apart = sql.join(
    [...joins].map(([plain, all]) => sql` when ${letter} glob ${`[${all}]`} then ${plain}`),
    sql``,
  )
  const seen = sql`(
    with recursive letters(at, text) as (
      select 1, ''
      union all
      select at + 1, text || case when ${letter} glob ${`[${UNSEEN_CLASS}]`} then ''${apart} else ${letter} end
      from letters where at <= length(${column})
    )
    select text from letters order by at desc limit 1
  )`
  const toRead = `*[${UNSEEN_CLASS}${[...joins.values()].join('')}]*`
  return sql`(${column} glob ${pattern} or (${column} glob ${toRead} and ${seen} glob ${pattern}))`
}

/** Within brackets nothing has a meaning of its own, but for a dash that is not the first, and a caret that is. */
function globOf(characters: readonly string[]): string {
  const classes = characters.map((all) => {
    if (all.includes('-')) return `[-${all.replace('-', '')}]`
    if (all.startsWith('^') && all.length > 1) return `[${all.slice(1)}^]`
    return /^[*?[]$|../u.test(all) ? `[${all}]` : all
  })
  return `*${classes.join('')}*`
}
