import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'
import toSnakeCase from 'to-snake-case'
import { loadSqlParts, sql } from '../adapter/index.ts'
import { sortKeysIn } from './sortKeyField.ts'

type Rows = { readonly rows: readonly Readonly<Record<string, unknown>>[] }
type Database = { readonly execute: (query: unknown) => Promise<Rows> }

/** As any language has it: small letters beside their capitals, and no weight for a hyphen. */
const IS_BY_BYTES = "select 'B' < 'a' and '-b' < 'a' as by_bytes"

/**
 * Has Postgres compare keys by their bytes, which is what they are made for, in a database whose texts are ordered as a language has them: gives
 * their columns the collation C, once. Where the database itself compares bytes, its columns and their indexes are left as they are.
 *
 * @throws Error that says what to write, when the user of the database may not change its tables
 */
export async function sortByBytes(payload: Payload): Promise<void> {
  if (payload.db.name !== 'postgres') return
  await loadSqlParts(payload)
  const adapter = payload.db as unknown as DrizzleAdapter & { readonly schemaName?: string }
  const database = adapter.drizzle as unknown as Database
  const [order] = (await database.execute(sql.raw(IS_BY_BYTES))).rows
  if (order?.by_bytes === true) return
  for (const [table, columns] of keyColumns(payload, adapter)) {
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

/** The columns of keys, by the table they stand in. */
function keyColumns(payload: Payload, { tableNameMap, versionsSuffix }: DrizzleAdapter): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { flattenedFields, slug } of payload.config.collections) {
    const keys = [...sortKeysIn(flattenedFields).values()].map((name) => toSnakeCase(name))
    if (keys.length === 0) continue
    const plain = toSnakeCase(slug)
    found.set(String(tableNameMap.get(plain)), new Set(keys))
    const versions = tableNameMap.get(`_${plain}${versionsSuffix}`)
    if (versions !== undefined) found.set(versions, new Set(keys.map((key) => `version_${key}`)))
  }
  return found
}
