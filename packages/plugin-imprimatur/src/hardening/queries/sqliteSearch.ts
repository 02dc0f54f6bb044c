import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Column, SQL } from '@payloadcms/db-sqlite/drizzle'
import { looseText, UNSEEN_CLASS } from './looseText.ts'
import { sql } from './sqlParts.ts'
import { tooLongToFind } from './tooLongToFind.ts'

/**
 * Payload asks `operators` for the SQL of a search. SQLite's LIKE knows capitals of ASCII only and takes `%` and `_` of
 * whoever searches for wildcards; GLOB knows classes of characters (https://www.sqlite.org/lang_expr.html#glob).
 */
export function letOperatorsSearch(adapter: DrizzleAdapter): void {
  const plain = adapter.operators.like
  const search = (column: Column, value: unknown): SQL => {
    const wanted = /^%(.*)%$/su.exec(String(value))?.[1]
    // Payload finds the rows of nested lists by their path in this way, with a `%` for each number.
    return wanted === undefined || column.name === '_path' ? plain(column, value) : found(column, wanted)
  }
  Object.assign(adapter, {
    operators: {
      ...adapter.operators,
      like: search,
      contains: search,
      not_like: (column: Column, value: unknown) => sql`(${column} is null or not ${found(column, String(value))})`,
    },
  })
}

/** Marks are taken out, letter by letter, only of texts that have any: it takes a while. */
function found(column: Column, text: string): SQL {
  const pattern = globOf(text)
  const letter = sql`substr(${column}, at, 1)`
  const seen = sql`(
    with recursive letters(at, text) as (
      select 1, ''
      union all
      select at + 1, text || case when ${letter} glob ${`[${UNSEEN_CLASS}]`} then '' else ${letter} end
      from letters where at <= length(${column})
    )
    select text from letters order by at desc limit 1
  )`
  return sql`(${column} glob ${pattern} or (${column} glob ${`*[${UNSEEN_CLASS}]*`} and ${seen} glob ${pattern}))`
}

/** Within brackets nothing has a meaning of its own, but for a dash that is not the first. */
function globOf(text: string): string {
  const characters = looseText(text)
  if (characters === null) throw tooLongToFind(text)
  const classes = characters.map((all) =>
    all.includes('-') ? `[-${all.replace('-', '')}]` : /^[*?[]$|../u.test(all) ? `[${all}]` : all,
  )
  return `*${classes.join('')}*`
}
