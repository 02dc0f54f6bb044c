import type { Payload } from 'payload'
import {
  referringTo,
  rowsOf,
  type Arguments,
  type Layer,
  type Method,
  type MethodName,
} from '../hardening/adapter/index.ts'
import { isThere, isWholeRow, newestAskedFor, onePage, rowAskedFor, type Row } from './askedAgain.ts'
import type { InPayload } from './InPayload.ts'
import { scopeOf, type Carrier, type Memo, type Source } from './transactionScope.ts'
import { transactionOf } from './transactionOf.ts'

/**
 * What `read` gives, read once in the transaction of `req`: kept until something is written to one of `sources`, or the transaction ends.
 * Outside a transaction it is read each time.
 *
 * Never for what is proved at a commit: that has to be what stands in the database.
 *
 * @param key what is read, and nothing else, in this transaction
 * @param sources everything that `read` looks at
 */
export async function remembered<T>(
  req: InPayload,
  key: string,
  sources: readonly Source[],
  read: () => Promise<T>,
): Promise<T> {
  const memo = await memoOf(req.payload, req)
  if (!memo) return read()
  const known = memo.known.get(key)
  if (known) return known.value as Promise<T>
  const value = read().then(frozen)
  const entry = { sources, value }
  memo.known.set(key, entry)
  try {
    return await value
  } catch (error) {
    if (memo.known.get(key) === entry) memo.known.delete(key)
    throw error
  }
}

/**
 * {@link remembered} for several things of one kind, by their ids: those that are not known are read together. What is not there is missing.
 */
export async function rememberedEach<T>(
  req: InPayload,
  ids: readonly string[],
  kind: {
    readonly key: (id: string) => string
    readonly sources: readonly Source[]
    readonly read: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>
  },
): Promise<ReadonlyMap<string, T>> {
  const asked = [...new Set(ids)].sort()
  const memo = await memoOf(req.payload, req)
  const missing = asked.filter((id) => !memo?.known.has(kind.key(id)))
  let reading: Promise<ReadonlyMap<string, T>> | undefined
  // What was known a moment ago may have been forgotten since.
  const read = async (id: string): Promise<T | null> =>
    (await (missing.includes(id) ? (reading ??= kind.read(missing)) : kind.read([id]))).get(id) ?? null
  const found = await Promise.all(
    asked.map(async (id) => [id, await remembered(req, kind.key(id), kind.sources, () => read(id))] as const),
  )
  return new Map(found.flatMap(([id, value]) => (value === null ? [] : [[id, value]])))
}

/** What is remembered under `key`, if anything is. */
export async function recall<T>(req: InPayload, key: string): Promise<T | undefined> {
  const memo = await memoOf(req.payload, req)
  return memo?.known.get(key)?.value as Promise<T> | undefined
}

/** Of a transaction that is over nothing is remembered, although requests may still name it. */
async function memoOf(payload: Payload, req: Carrier): Promise<Memo | null> {
  const id = await transactionOf(req)
  // Adapters of other makers may have no list of them.
  const { sessions } = payload.db as { readonly sessions?: Readonly<Record<string, unknown>> }
  return id !== undefined && sessions?.[id] ? (await scopeOf(req)).memo : null
}

/** Key of the row of a piece's newest version, as the adapter gives it. */
export function newestVersion(collection: string, id: unknown): string {
  return `newest version ${collection}:${String(id)}`
}

function mainRow(collection: string, id: unknown): string {
  return `row ${collection}:${String(id)}`
}

type Version = { readonly latest?: unknown; readonly parent?: unknown }
type Whole = Version & { readonly version: Row }

/**
 * A layer under which what is written is forgotten, whoever writes it; also when the write fails, as Payload goes on after some that do. Payload's
 * own reads of a whole row that is remembered are answered with it.
 *
 * @param isPiece which collections' rows and newest versions are remembered as they pass by, read or written
 */
export function forgetWhatIsWritten(payload: Payload, isPiece: (collection: string) => boolean): Layer {
  const learn = (memo: Memo, collection: unknown, version: Version | null | undefined): void => {
    if (typeof collection !== 'string' || version?.latest !== true || !isPiece(collection)) return
    const key = newestVersion(collection, version.parent)
    const value = Promise.resolve(frozen(structuredClone(version)))
    memo.known.set(key, { sources: [`versions:${collection}`], value })
  }
  const learnRow = (memo: Memo, collection: unknown, row: Row | null | undefined): void => {
    if (typeof collection !== 'string' || !row || !isPiece(collection)) return
    const value = Promise.resolve(frozen(structuredClone(row)))
    memo.known.set(mainRow(collection, row.id), { sources: [`documents:${collection}`], value })
  }
  const answeringRows: (next: Method) => Method = (next) => async (args) => {
    const id = isWholeRow(args) ? rowAskedFor(args.where) : null
    const memo = id === null ? null : await memoOf(payload, args.req)
    const known = await (memo?.known.get(mainRow(String(args.collection), id))?.value as Promise<Row> | undefined)
    return known && isThere(known) ? structuredClone(known) : next(args)
  }
  const answeringVersions: (next: Method) => Method = (next) => async (args) => {
    const isWhole = args.sort === '-updatedAt' && args.limit === 1 && args.select === undefined
    const memo = isWhole ? await memoOf(payload, args.req) : null
    const parent = memo && args.pagination === false ? newestAskedFor(args.where) : null
    const known =
      parent === null
        ? undefined
        : await (memo?.known.get(newestVersion(String(args.collection), parent))?.value as Promise<Whole> | undefined)
    if (known && isThere(known.version)) return onePage(structuredClone(known))
    const before = memo?.writes
    const found = (await next(args)) as { readonly docs: readonly Version[] }
    if (memo?.writes === before && memo) learn(memo, args.collection, found.docs[0])
    return found
  }
  const forgetting: (method: MethodName, next: Method) => Method = (method, next) => async (args) => {
    const memo = await memoOf(payload, args.req)
    if (!memo) return next(args)
    const before = ++memo.writes
    let made: unknown
    try {
      made = await next(args)
    } finally {
      memo.writes++
      forget(memo, changedBy(payload, method, args))
    }
    const isAlone = memo.writes === before + 1
    if (method === 'createVersion' && isAlone && args.select === undefined)
      learn(memo, args.collectionSlug, made as Version | null)
    if (method === 'updateOne' && isAlone && args.returning !== false && isWholeRow(args))
      learnRow(memo, args.collection, made as Row | null)
    return made
  }
  return (method, kind, next) => {
    if (kind === 'writes') return forgetting(method, next)
    if (method === 'findOne') return answeringRows(next)
    return method === 'findVersions' ? answeringVersions(next) : next
  }
}

/** @param changed null for everything */
function forget({ known }: Memo, changed: readonly Source[] | null): void {
  for (const [key, { sources }] of known)
    if (changed === null || sources.some((source) => changed.includes(source))) known.delete(key)
}

/** What a write may have changed; null where that is not known. */
function changedBy(payload: Payload, method: MethodName, args: Arguments): readonly Source[] | null {
  const collection = args.collection ?? args.collectionSlug
  const global = args.globalSlug ?? args.global ?? args.slug
  switch (rowsOf(method)) {
    case 'documents':
      if (typeof collection !== 'string') return null
      return method.startsWith('delete') ? withReferring(payload, collection) : [`documents:${collection}`]
    case 'versions':
      if (typeof collection === 'string') return [`versions:${collection}`]
      return typeof global === 'string' ? [`global:${global}`] : null
    case 'globals':
    case 'globalVersions':
      return typeof global === 'string' ? [`global:${global}`] : null
    default:
      return null
  }
}

/** Where SQL takes references to a deleted document out of what holds them, and its versions with it. */
function withReferring({ config }: Payload, collection: string): readonly Source[] {
  const { collections, globals } = referringTo(config, collection)
  return [...rowsIn(collection), ...collections.flatMap(rowsIn), ...globals.map((slug): Source => `global:${slug}`)]
}

function rowsIn(collection: string): readonly Source[] {
  return [`documents:${collection}`, `versions:${collection}`]
}

/** The same value, which nobody can change: others are given it too. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
    for (const each of Object.values(Object.freeze(value) as object)) frozen(each)
  return value
}
