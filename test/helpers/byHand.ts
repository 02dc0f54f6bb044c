import type { Payload } from 'payload'

type Sqlite = {
  client: { execute: (statement: { sql: string; args: unknown[] }) => Promise<{ rows: Record<string, unknown>[] }> }
}
type Postgres = {
  pool: { query: (sql: string, args: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }
}
type Mongo = {
  connection: { db: { collection: (name: string) => MongoCollection } }
}
type MongoCollection = {
  findOne: (filter: object) => Promise<Record<string, unknown> | null>
  updateOne: (filter: object, update: object) => Promise<unknown>
  deleteMany: (filter: object) => Promise<unknown>
}

/**
 * Changes one stored text past Payload and past the workflow, as somebody with a database client would.
 *
 * @param place table or collection with underscores (`workflow_events`), the column and row by which it is found, and
 * the column that is changed; names are as SQLite has them.
 */
export async function changeByHand(
  payload: Payload,
  place: { table: string; by: [column: string, value: string]; column: string },
  change: (text: string) => string,
): Promise<void> {
  const { table, by, column } = place
  if (payload.db.name === 'sqlite') {
    const { client } = payload.db as unknown as Sqlite
    const { rows } = await client.execute({ sql: `SELECT ${column} FROM ${table} WHERE ${by[0]} = ?`, args: [by[1]] })
    const before = String(rows[0]?.[column])
    await client.execute({ sql: `UPDATE ${table} SET ${column} = ? WHERE ${by[0]} = ?`, args: [change(before), by[1]] })
    return
  }
  if (payload.db.name === 'postgres') {
    const { pool } = payload.db as unknown as Postgres
    const { rows } = await pool.query(`SELECT "${column}"::text AS text FROM "${table}" WHERE "${by[0]}" = $1`, [by[1]])
    const after = change(String(rows[0]?.text))
    await pool.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "${by[0]}" = $2`, [after, by[1]])
    return
  }
  const { db } = (payload.db as unknown as Mongo).connection
  const collection = db.collection(table.replace(/(?<!^)_(?!versions$)/g, '-'))
  const { ObjectId } = await import('mongodb')
  const filter = by[0] === 'id' ? { _id: new ObjectId(by[1]) } : { [by[0]]: by[1] }
  const found = await collection.findOne(filter)
  await collection.updateOne(filter, { $set: { [column]: change(String(found?.[column])) } })
}

/** Deletes rows past Payload and past the workflow; see {@link changeByHand}. */
export async function deleteByHand(
  payload: Payload,
  place: { table: string; by: [column: string, value: string] },
): Promise<void> {
  const { table, by } = place
  if (payload.db.name === 'sqlite') {
    const { client } = payload.db as unknown as Sqlite
    await client.execute({ sql: `DELETE FROM ${table} WHERE ${by[0]} = ?`, args: [by[1]] })
    return
  }
  if (payload.db.name === 'postgres') {
    await (payload.db as unknown as Postgres).pool.query(`DELETE FROM "${table}" WHERE "${by[0]}" = $1`, [by[1]])
    return
  }
  const { db } = (payload.db as unknown as Mongo).connection
  await db.collection(table.replaceAll('_', '-')).deleteMany({ [by[0]]: by[1] })
}
