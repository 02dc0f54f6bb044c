import { createRequire } from 'node:module'
import type LibsqlDatabase from 'libsql'

/** As the newsroom has it: the database is driven by this class, whoever opens a connection. */
const Database = createRequire(import.meta.url)('libsql') as typeof LibsqlDatabase

/** Every statement that is prepared on any connection to a SQLite file while `act` runs, each once. */
export async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const found = new Set<string>()
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the database that it is asked of
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: LibsqlDatabase.Database, sql: string) {
    found.add(sql)
    return prepare.call(this, sql)
  } as typeof prepare
  try {
    await act()
  } finally {
    Database.prototype.prepare = prepare
  }
  return [...found].filter((sql) => /^\s*(select|with|update|delete)/i.test(sql))
}

/** One step of a plan, and of which other one it is a part; 0: of the statement itself. */
export type Step = { readonly id: number; readonly parent: number; readonly detail: string }

/** How SQLite goes about it: EXPLAIN QUERY PLAN (https://www.sqlite.org/eqp.html). */
export function planOf(file: string, sql: string): readonly Step[] {
  const db = new Database(file)
  try {
    const places = sql.match(/\?/g)?.length ?? 0
    return db.prepare(`explain query plan ${sql}`).all(...Array.from({ length: places }, () => 'x')) as Step[]
  } finally {
    db.close()
  }
}

/** Columns that have the same value in most rows of a newsroom that has been there for years. */
const ALIKE: ReadonlySet<string> = new Set([
  '_status',
  'deleted_at',
  'latest',
  'version_deleted_at',
  'version__status',
  'live',
  'retracted',
  'collection',
  'path',
  'language',
])

/**
 * What in a plan costs more the more there is in `tables`; nothing when all of it goes by an index that leads to a few rows, or reads one in the
 * order that is asked for and stops at a limit. Counting may read one index to its end.
 */
export function growingIn(plan: readonly Step[], sql: string, tables: RegExp): readonly string[] {
  const made = new Set(plan.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []))
  const counts = /^select count\(/i.test(sql)
  const steps = plan.filter(({ detail, parent }) => {
    const [, how, table = '', rest = ''] = /^(SCAN|SEARCH) (\S+) ?(.*)$/.exec(detail) ?? []
    const isMade = made.has(table) && rest === ''
    if (how === undefined || !tables.test(table) || isMade) return false
    const sorts = plan.some((step) => step.parent === parent && step.detail === 'USE TEMP B-TREE FOR ORDER BY')
    const stops = parent === 0 && !sorts && /\blimit \?\s*(offset \?\s*)?$/i.test(sql)
    if (counts && rest.includes('COVERING INDEX')) return false
    if (how === 'SCAN') return !(stops && /USING (COVERING )?INDEX/.test(rest))
    const isNarrow = [...rest.matchAll(/(\w+)[=<>]+\?/g)].some(([, column = '']) => !ALIKE.has(column))
    return !isNarrow && !stops
  })
  return steps.map(({ detail }) => detail)
}
