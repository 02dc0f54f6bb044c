import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'
import { loadSqlParts, sql } from '../adapter/index.ts'

type Rows = { readonly rows: readonly Readonly<Record<string, unknown>>[] }
type Database = { readonly execute: (query: unknown) => Promise<Rows> }

/** Columns by the table they stand in, by the names that the database has for them. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>

/** As any language has it: small letters beside their capitals, and no weight for a hyphen. */
const IS_BY_BYTES = "select 'B' < 'a' and '-b' < 'a' as by_bytes"

/**
 * Has Postgres compare the texts of these columns by their bytes, as the other databases do, in a database whose texts are ordered as a language has
 * them: gives the columns the collation C, once. Where the database itself compares bytes, its columns and their indexes are left as they are.
 *
 * @throws Error that says what to write, when the user of the database may not change its tables
 */
export async function compareByBytes(payload: Payload, columnsOf: (adapter: DrizzleAdapter) => Columns): Promise<void> {
  if (payload.db.name !== 'postgres') return
  await loadSqlParts(payload)
  const adapter = payload.db as unknown as DrizzleAdapter & { readonly schemaName?: string }
  const database = adapter.drizzle as unknown as Database
  const [order] = (await database.execute(sql.raw(IS_BY_BYTES))).rows
  if (order?.by_bytes === true) return
  for (const [table, columns] of columnsOf(adapter)) {
    const { rows } = await database.execute(sql`
      select column_name, data_type from information_schema.columns
      where table_schema = ${adapter.schemaName ?? 'public'} and table_name = ${table} and collation_name is distinct from 'C'`)
    for (const { column_name: column } of rows.filter((row) => columns.has(String(row.column_name)))) {
      const [to, key] = [sql.identifier(table), sql.identifier(String(column))]
      const within = adapter.schemaName === undefined ? to : sql`${sql.identifier(adapter.schemaName)}.${to}`
      try {
        await database.execute(sql`alter table ${within} alter column ${key} type varchar collate "C"`)
      } catch (cause) {
        throw new Error(
          `imprimatur: “${String(column)}” of the table “${table}” has to be compared by bytes. Let the owner of the table write: alter table "${table}" alter column "${String(column)}" type varchar collate "C".`,
          { cause },
        )
      }
    }
  }
}
