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
