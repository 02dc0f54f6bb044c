import type { FlattenedField, Payload, SanitizedConfig } from 'payload'
import { rowsOf, type Arguments, type Layer, type Method, type MethodName } from '../hardening/adapter/index.ts'
import type { InPayload } from './InPayload.ts'
import { scopeOf, type Carrier, type Memo, type Source } from './transactionScope.ts'

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

/** What is remembered under `key`, if anything is. */
export async function recall<T>(req: InPayload, key: string): Promise<T | undefined> {
  const memo = await memoOf(req.payload, req)
  return memo?.known.get(key)?.value as Promise<T> | undefined
}

/** Of a transaction that is over nothing is remembered, although requests may still name it. */
async function memoOf(payload: Payload, req: Carrier): Promise<Memo | null> {
  const id = await req?.transactionID
  // Adapters of other makers may have no list of them.
  const { sessions } = payload.db as { readonly sessions?: Readonly<Record<string, unknown>> }
  return id !== undefined && sessions?.[id] ? (await scopeOf(req)).memo : null
}

/** Key of the row of a piece's newest version, as the adapter gives it. */
export function newestVersion(collection: string, id: unknown): string {
  return `newest version ${collection}:${String(id)}`
}

type Version = { readonly latest?: unknown; readonly parent?: unknown }

/**
 * A layer under which what is written is forgotten, whoever writes it; also when the write fails, as Payload goes on after some that do.
 *
 * @param isPiece which collections' newest versions are remembered as they pass by, read or written
 */
export function forgetWhatIsWritten(payload: Payload, isPiece: (collection: string) => boolean): Layer {
  const learn = (memo: Memo, collection: unknown, version: Version | null | undefined): void => {
    if (typeof collection !== 'string' || version?.latest !== true || !isPiece(collection)) return
    const key = newestVersion(collection, version.parent)
    const value = Promise.resolve(frozen(structuredClone(version)))
    memo.known.set(key, { sources: [`versions:${collection}`], value })
  }
  const learning: (next: Method) => Method = (next) => async (args) => {
    const isWhole = args.sort === '-updatedAt' && args.limit === 1 && args.select === undefined
    const memo = isWhole ? await memoOf(payload, args.req) : null
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
    return made
  }
  return (method, kind, next) => {
    if (kind === 'writes') return forgetting(method, next)
    return method === 'findVersions' ? learning(next) : next
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

const referring = new WeakMap<SanitizedConfig, Map<string, readonly Source[]>>()

/** Where SQL takes references to a deleted document out of what holds them, and its versions with it. */
function withReferring({ config }: Payload, collection: string): readonly Source[] {
  const known = referring.get(config) ?? new Map<string, readonly Source[]>()
  referring.set(config, known)
  const sources = known.get(collection) ?? [
    ...rowsIn(collection),
    ...config.collections
      .filter((each) => refersTo(each.flattenedFields, collection, config))
      .flatMap(({ slug }) => rowsIn(slug)),
    ...config.globals
      .filter((each) => refersTo(each.flattenedFields, collection, config))
      .map(({ slug }): Source => `global:${slug}`),
  ]
  known.set(collection, sources)
  return sources
}

function rowsIn(collection: string): readonly Source[] {
  return [`documents:${collection}`, `versions:${collection}`]
}

/** @param seen slugs of the blocks that were looked into: one may hold itself */
function refersTo(
  fields: readonly FlattenedField[],
  collection: string,
  config: SanitizedConfig,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return fields.some((field) => {
    if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat().includes(collection)
    if (field.type === 'blocks')
      return [...field.blocks, ...(field.blockReferences ?? [])].some((each) => {
        const block = typeof each === 'string' ? config.blocks?.find(({ slug }) => slug === each) : each
        if (!block || seen.has(block.slug)) return false
        return refersTo(block.flattenedFields, collection, config, new Set([...seen, block.slug]))
      })
    return 'flattenedFields' in field && refersTo(field.flattenedFields, collection, config, seen)
  })
}

/** The same value, which nobody can change: others are given it too. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
    for (const each of Object.values(Object.freeze(value) as object)) frozen(each)
  return value
}
