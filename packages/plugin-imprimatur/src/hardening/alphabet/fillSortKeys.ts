import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Column } from '@payloadcms/db-sqlite/drizzle'
import type { Payload, PayloadRequest, SelectType, Where } from 'payload'
import toSnakeCase from 'to-snake-case'
import { retrying } from '../../transaction/index.ts'
import { eq, loadSqlParts, type DatabaseId } from '../adapter/index.ts'
import { alphabetEdition } from './alphabetKey.ts'
import { keyOf } from './keepSortKeys.ts'
import { sortKeysIn } from './sortKeyField.ts'

/** How many rows are in memory, and in one transaction, at once. */
const PAGE = 200

/** Each of Payload's adapters declares its own. */
type Options = Parameters<Payload['db']['beginTransaction']>[0]

/** There, whoever writes to a row that somebody else changed in the meantime has lost. Its own `read committed` would write over it. */
const ON_POSTGRES = { isolationLevel: 'repeatable read' } as unknown as Options

/** Behind every key of this table. */
const BEHIND = '~'

type Row = Readonly<Record<string, unknown>> & { readonly id: DatabaseId }

/** The rows of a collection, or of its versions, where the texts stand under `version`. */
type Rows = {
  readonly slug: string
  readonly kind: 'documents' | 'versions'
  readonly keys: ReadonlyMap<string, string>
}

type Fill = { readonly id: DatabaseId; readonly keys: Readonly<Record<string, string | null>> }

/**
 * Gives a key to every text that has none, or one of another table: in a database from before there were keys, in one that was
 * restored, and after an upgrade that brought another Unicode. Writes to the database itself, past Payload: nothing that anybody
 * reads changes, so there is no event, no version and no other time of change.
 */
export async function fillSortKeys(payload: Payload): Promise<void> {
  const all = payload.config.collections
    .map((each) => ({ ...each, keys: sortKeysIn(each.flattenedFields) }))
    .filter(({ keys }) => keys.size > 0)
  if (all.length === 0) return
  const write = await writerOf(payload)
  for (const { slug, versions, keys } of all) {
    let filled = await fill(payload, { slug, kind: 'documents', keys }, write)
    if (Boolean(versions)) filled += await fill(payload, { slug, kind: 'versions', keys }, write)
    if (filled > 0)
      payload.logger.info({ msg: 'Texts got the keys that lists are sorted by.', collection: slug, filled })
  }
}

async function writerOf(payload: Payload): Promise<typeof writeToMongo> {
  if (payload.db.name === 'mongoose') return writeToMongo
  await loadSqlParts(payload)
  return writeToSql
}

async function fill(payload: Payload, all: Rows, write: typeof writeToMongo): Promise<number> {
  const rows = await lackingKeys(payload, all)
  if (rows.keys.size === 0) return 0
  let filled = 0
  for (let behind: Where = {}; ;) {
    const found = await retrying(() => fillPage(payload, rows, behind, write))
    filled += found.length
    if (found.length < PAGE) return filled
    behind = { id: { greater_than: found.at(-1)?.id } }
  }
}

/** Without the keys that no row lacks: one key by itself is counted in its index, and all together by reading every row. */
async function lackingKeys(payload: Payload, rows: Rows): Promise<Rows> {
  const keys = new Map<string, string>()
  for (const [name, key] of rows.keys) {
    const where = whereLacking({ ...rows, keys: new Map([[name, key]]) })
    const asked = { collection: rows.slug, where }
    const { totalDocs } = await (rows.kind === 'documents' ? payload.db.count(asked) : payload.db.countVersions(asked))
    if (totalDocs > 0) keys.set(name, key)
  }
  return { ...rows, keys }
}

/** In one transaction, so that the key is that of the text that stays, when others write to the same database. */
async function fillPage(
  payload: Payload,
  rows: Rows,
  behind: Where,
  write: typeof writeToMongo,
): Promise<readonly Row[]> {
  const id = await payload.db.beginTransaction(payload.db.name === 'postgres' ? ON_POSTGRES : undefined)
  if (id === null) throw new Error('The database has no transactions.')
  try {
    const found = await lacking(payload, rows, behind, { transactionID: id })
    if (found.length > 0)
      await write(
        payload,
        rows,
        found.map((row) => fillOf(row, rows.keys)),
        id,
      )
    await payload.db.commitTransaction(id)
    return found
  } catch (error) {
    await payload.db.rollbackTransaction(id)
    throw error
  }
}

/** The rows that have a text and no key of today for it. */
function whereLacking({ kind, keys }: Rows): Where {
  const prefix = kind === 'versions' ? 'version.' : ''
  const edition = alphabetEdition()
  return {
    or: [...keys].map(([name, key]) => ({
      and: [
        { [prefix + name]: { greater_than: '' } },
        {
          or: [
            { [prefix + key]: { exists: false } },
            { [prefix + key]: { less_than: edition } },
            { [prefix + key]: { greater_than: edition + BEHIND } },
          ],
        },
      ],
    })),
  }
}

async function lacking(
  payload: Payload,
  rows: Rows,
  behind: Where,
  req: Partial<PayloadRequest>,
): Promise<readonly Row[]> {
  const { slug, kind, keys } = rows
  const where: Where = { and: [behind, whereLacking(rows)] }
  const select: SelectType = Object.fromEntries([...keys.keys()].map((name) => [name, true]))
  const page = { where, sort: 'id', limit: PAGE, pagination: false, req }
  if (kind === 'documents') return (await payload.db.find<Row>({ ...page, collection: slug, select })).docs
  const { docs } = await payload.db.findVersions<Row>({ ...page, collection: slug, select: { version: select } })
  return docs.map(({ id, version }) => ({ ...(version as object), id }))
}

function fillOf(texts: Row, keys: ReadonlyMap<string, string>): Fill {
  return {
    id: texts.id,
    keys: Object.fromEntries([...keys].map(([name, key]) => [key, keyOf(texts[name])])),
  }
}

type Model = { readonly bulkWrite: (operations: readonly unknown[], options: object) => Promise<unknown> }
type MongoAdapter = {
  readonly collections: Readonly<Record<string, Model>>
  readonly versions: Readonly<Record<string, Model>>
  readonly sessions: Readonly<Record<string, unknown>>
}

async function writeToMongo(payload: Payload, rows: Rows, fills: readonly Fill[], id: number | string): Promise<void> {
  const adapter = payload.db as unknown as MongoAdapter
  const model = (rows.kind === 'documents' ? adapter.collections : adapter.versions)[rows.slug]
  const prefix = rows.kind === 'versions' ? 'version.' : ''
  const operations = fills.map((each) => ({
    updateOne: {
      filter: { _id: each.id },
      update: { $set: Object.fromEntries(Object.entries(each.keys).map(([key, value]) => [prefix + key, value])) },
    },
  }))
  await model?.bulkWrite(operations, { session: adapter.sessions[id], timestamps: false })
}

type Update = { readonly set: (values: object) => { readonly where: (condition: unknown) => Promise<unknown> } }

async function writeToSql(payload: Payload, rows: Rows, fills: readonly Fill[], id: number | string): Promise<void> {
  const adapter = payload.db as unknown as DrizzleAdapter
  const plain = toSnakeCase(rows.slug)
  const name = adapter.tableNameMap.get(rows.kind === 'documents' ? plain : `_${plain}${adapter.versionsSuffix}`)
  const table = adapter.tables[String(name)] as unknown as { readonly id: Column }
  const db = adapter.sessions[id]?.db as unknown as { readonly update: (table: unknown) => Update }
  const prefix = rows.kind === 'versions' ? 'version_' : ''
  for (const { id: row, keys } of fills) {
    const values = Object.fromEntries(Object.entries(keys).map(([key, value]) => [prefix + key, value]))
    await db.update(table).set(values).where(eq(table.id, row))
  }
}
