import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'
import toSnakeCase from 'to-snake-case'

/** An index that Payload has no words for in the config of a collection. */
export type Index = {
  readonly slug: string
  /**
   * Of the documents, of their versions, or of a table in which SQL keeps their lists: that of texts, or of what they refer to. `on` of the latter is
   * the path of one list; from what is referred to, it leads to the documents.
   */
  readonly of: 'documents' | 'references' | 'texts' | 'versions'
  /** Part of its name, once for each collection. */
  readonly name: string
  /** Fields as they stand in a row, such as `version.updatedAt`; `id` and `parent` as well. One that is not there makes the index go. */
  readonly on: readonly string[]
  /** Whether texts stand in it by the keys that lists are sorted by, where they have such keys. */
  readonly sorted?: boolean
}

type RawTable = {
  readonly name: string
  readonly columns: Readonly<Record<string, unknown>>
  indexes?: Record<string, { name: string; on: string[] }>
}

/** As much of Payload's SQL adapters (`@payloadcms/drizzle` 3.90) as this file stands on. */
type SqlAdapter = {
  readonly payload: Payload
  rawTables: Readonly<Record<string, RawTable>>
  readonly tableNameMap: ReadonlyMap<string, string>
  readonly relationshipsSuffix: string
  readonly versionsSuffix: string
  beforeSchemaInit: ((args: { adapter: SqlAdapter; schema: object }) => object)[]
}

type Model = {
  readonly schema: {
    readonly index: (on: Readonly<Record<string, 1>>, options: object) => unknown
    readonly path: (path: string) => unknown
  }
}

/** The same of the one for MongoDB. */
type MongoAdapter = {
  readonly collections: Readonly<Record<string, Model>>
  readonly versions: Readonly<Record<string, Model>>
}

/** The adapter of a project's config, whose database has these indexes, too: by its migrations, or on MongoDB from its start. */
export function withIndexes(adapter: DatabaseAdapterObj, indexes: readonly Index[]): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const made = adapter.init(args)
      if (made.name === 'mongoose') indexMongo(made, indexes)
      else indexSql(made as unknown as SqlAdapter, indexes)
      return made
    },
  }
}

function indexSql(made: SqlAdapter, indexes: readonly Index[]): void {
  made.beforeSchemaInit = [
    ...made.beforeSchemaInit,
    ({ adapter, schema }) => {
      for (const index of indexes) addToTable(adapter, index)
      return schema
    },
  ]
}

function addToTable(adapter: SqlAdapter, index: Index): void {
  const { name, of, on, slug, sorted = false } = index
  if (of === 'references') {
    addToList(adapter, index)
    return
  }
  const plain = toSnakeCase(slug)
  const documents = adapter.tableNameMap.get(plain) ?? plain
  const versions = adapter.tableNameMap.get(`_${plain}${adapter.versionsSuffix}`)
  const table = adapter.rawTables[{ documents, texts: `${documents}_texts`, versions: versions ?? '' }[of]]
  if (!table) return
  const columns = on
    .map((path) => path.replaceAll('.', '_'))
    .map((column) => (sorted && keyOf(column) in table.columns ? keyOf(column) : column))
  add(table, name, columns)
}

function addToList(adapter: SqlAdapter, { name, on, slug }: Index): void {
  const plain = toSnakeCase(slug)
  const documents = adapter.tableNameMap.get(plain) ?? plain
  const fields = adapter.payload.collections[slug]?.config.flattenedFields ?? []
  for (const path of on) {
    const [first = '', ...rest] = path.split('.')
    const field = fields.find((each) => each.name === first)
    const last = rest.join('_')
    if (field?.type === 'array' && rest.length === 1)
      add(adapter.rawTables[adapter.tableNameMap.get(`${documents}_${toSnakeCase(first)}`) ?? ''], name, [
        last,
        '_parentID',
      ])
    else if (field?.type === 'relationship' && field.hasMany && !Array.isArray(field.relationTo) && rest.length === 0)
      add(adapter.rawTables[`${documents}${adapter.relationshipsSuffix}`], name, [
        `${field.relationTo}ID`,
        'parent',
        'path',
      ])
  }
}

function add(table: RawTable | undefined, name: string, columns: string[]): void {
  if (!table || !columns.every((column) => column in table.columns)) return
  const whole = `${table.name}_${name}_idx`
  table.indexes = { ...table.indexes, [whole]: { name: whole, on: columns } }
}

function indexMongo(made: BaseDatabaseAdapter, indexes: readonly Index[]): void {
  const init = made.init?.bind(made)
  made.init = async () => {
    await init?.()
    const { collections, versions } = made as unknown as MongoAdapter
    for (const { name, of, on, slug, sorted = false } of indexes) {
      const schema =
        of === 'texts' || of === 'references' ? undefined : { documents: collections, versions }[of][slug]?.schema
      const paths = on.map((path) => (path === 'id' ? '_id' : sorted && schema?.path(keyOf(path)) ? keyOf(path) : path))
      schema?.index(Object.fromEntries(paths.map((path) => [path, 1 as const])), { name })
    }
  }
}

/** See `sortKeyField`. */
function keyOf(path: string): string {
  return `${path}SortKey`
}
