import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'
import toSnakeCase from 'to-snake-case'
import type { DatabaseId } from './ids.ts'
import { loadSqlParts, sql } from './sqlParts.ts'

/** Rows that one statement takes: each has one value, and databases take some ten thousands of them. */
const AT_ONCE = 1_000

type Insert = (documents: readonly object[], options: object) => Promise<unknown>
type Model = {
  readonly collection: { readonly insertMany: Insert }
  readonly insertMany: Insert
  readonly updateOne: (filter: object, update: object, options: object) => Promise<unknown>
}
type Mongo = {
  readonly collections: Readonly<Record<string, Model>>
  readonly sessions: Readonly<Record<string, unknown>>
}
type Sql = {
  readonly insert: (table: unknown) => { readonly values: (rows: readonly object[]) => Promise<unknown> }
  readonly update: (table: unknown) => {
    readonly set: (values: object) => { readonly where: (condition: unknown) => Promise<unknown> }
  }
}

/**
 * Adds rows that are nothing but their ids to a collection of the plugin's own, many at once, in a transaction. Payload (3.90) creates documents one
 * by one. Only for what nobody is promised anything of: no guard sees it.
 */
export async function insertIds(
  payload: Payload,
  collection: string,
  ids: readonly string[],
  transactionID: DatabaseId,
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    if (payload.db.name === 'mongoose') {
      const { collections, sessions } = payload.db as unknown as Mongo
      const session = sessions[transactionID]
      await collections[collection]?.collection.insertMany(
        some.map((_id) => ({ _id })),
        { session },
      )
    } else {
      const { db, table } = await sqlOf(payload, collection, transactionID)
      await db.insert(table).values(some.map((id) => ({ id })))
    }
  }
}

/**
 * Adds rows to a collection of the plugin's own, all at once, in a transaction, for the reason of {@link insertIds}. The names of the fields
 * are those of the columns, so there are no lists and groups among them. No guard sees it.
 */
export async function insertRows(
  payload: Payload,
  collection: string,
  rows: readonly object[],
  transactionID: DatabaseId,
): Promise<void> {
  if (rows.length === 0) return
  if (payload.db.name === 'mongoose') {
    const { collections, sessions } = payload.db as unknown as Mongo
    await collections[collection]?.insertMany(rows, { session: sessions[transactionID] })
    return
  }
  const { db, table } = await sqlOf(payload, collection, transactionID)
  await db.insert(table).values(rows)
}

/**
 * Sets one column of a row that still is as it was read: where another of its columns has another value by now nothing is written.
 *
 * @param as the value that each of these columns has to have
 */
export async function setIfStill(
  payload: Payload,
  row: {
    readonly collection: string
    readonly id: DatabaseId
    readonly as: Readonly<Record<string, number | string>>
    readonly set: Readonly<Record<string, boolean>>
  },
  transactionID: DatabaseId,
): Promise<void> {
  const { as, collection, id, set } = row
  if (payload.db.name === 'mongoose') {
    const { collections, sessions } = payload.db as unknown as Mongo
    const options = { session: sessions[transactionID], timestamps: false }
    await collections[collection]?.updateOne({ _id: id, ...as }, { $set: set }, options)
    return
  }
  const { db, table } = await sqlOf(payload, collection, transactionID)
  const columns = Object.entries({ id, ...as }).map(([name, value]) => sql`${table[name]} = ${value}`)
  await db
    .update(table)
    .set(set)
    .where(sql.join(columns, sql` and `))
}

async function sqlOf(payload: Payload, collection: string, transactionID: DatabaseId) {
  await loadSqlParts(payload)
  const { sessions, tableNameMap, tables } = payload.db as unknown as DrizzleAdapter
  const table = tables[String(tableNameMap.get(toSnakeCase(collection)))] as unknown as Readonly<
    Record<string, unknown>
  >
  return { db: sessions[transactionID]?.db as unknown as Sql, table }
}
