/**
 * What an answer hangs on, as texts that a read and a change have in common:
 *
 * - `articles:ID` one document
 * - `articles?VALUE` whichever document has this value in the key field of its collection, such as its slug; `articles?` any value
 * - `articles` which documents there are
 * - `articles!…`, `articles!?…` the same of those that readers may see
 * - `articles*` any of the above, for changes of which no more is known
 * - `versions/articles`, `global:front` versions of any document, a global
 */
export type Tag = string

/** How the collections of a project are read. */
export type Terms = {
  /** By collection: the field by which single documents are looked up, beside their id. */
  readonly keyFields: Readonly<Record<string, string>>
  /** The collections that readers know. What says that they may see a document of it; null where they may see each. */
  readonly readers: Readonly<Record<string, Mark | null>>
  /**
   * Records of the software itself of which readers are told a part, by collection: those with the mark. Each is of a document of the collection
   * that its field names, and comes and goes only when that does for readers, in the same transaction.
   */
  readonly told?: Readonly<Record<string, { readonly mark: Mark; readonly of: string }>>
}

/** A field that has this value, or none where that means the same. */
type Mark = { readonly field: string; readonly is: unknown; readonly orNone: boolean }

type Kind = 'documents' | 'versions' | 'global'
type Row = Readonly<Record<string, unknown>>

/** A read of the database. */
export type Read = {
  readonly kind: Kind
  readonly of: string
  readonly where?: object
  /** Whether it asked for the first document that fits, and for nothing that depends on others. */
  readonly first: boolean
  readonly docs: readonly Row[]
}

/** A write to it, which is committed or about to be. */
export type Change = {
  readonly kind: Kind
  readonly of: string
  /** Undefined when it may have been any of them. */
  readonly docs?: readonly Row[]
  /** Whether they are drafts that were not there before. */
  readonly unseen: boolean
}

const any = (collection: string): Tag => `${collection}*`
const document = (collection: string, id: unknown): Tag => `${collection}:${String(id)}`
const keyed = (reach: string, value: string): Tag => `${reach}?${value}`
const global = (slug: string): Tag => `global:${slug}`
const versions = (slug: string): Tag => `versions/${slug}`
const ofReaders = (collection: string): string => `${collection}!`

/** What an answer hangs on that was made with this read. In doubt more. */
export function tagsOfRead({ kind, of, where, first, docs }: Read, terms: Terms): readonly Tag[] {
  if (kind === 'global') return [global(of)]
  if (kind === 'versions') return [versions(of)]
  const conditions = conjunctsOf(where)
  const told = toldOf(of, where, conditions, terms)
  if (told) return told.map(ofReaders)
  const reach = isOfReaders(of, where, terms) ? ofReaders(of) : of
  return [any(of), ...docs.map(({ id }) => document(of, id)), ...whichOf(of, reach, conditions, first, terms)]
}

/** The documents of a read that may be named to caches in front: those of which it is sure that readers may see them. */
export function namedBy({ kind, of, where, docs }: Read, terms: Terms): readonly Tag[] {
  return kind === 'documents' && isOfReaders(of, where, terms) ? docs.map(({ id }) => document(of, id)) : []
}

/** Which documents could come into what was read, or go out of it. */
function whichOf(
  of: string,
  reach: string,
  conditions: readonly Condition[],
  first: boolean,
  { keyFields }: Terms,
): readonly Tag[] {
  for (const [path, operators] of conditions) {
    const ids = path === 'id' ? valuesOf(operators) : undefined
    if (ids) return ids.map((id) => document(of, id))
  }
  // Others of that value would be counted, or stand on a further page.
  for (const [path, operators] of first ? conditions : []) {
    const values = path === keyFields[of] ? valuesOf(operators) : undefined
    if (values) return [keyed(reach, ''), ...values.map((value) => keyed(reach, value))]
  }
  return [reach]
}

/** The collections whose documents such records are of; undefined when the read is of others, too. */
function toldOf(
  of: string,
  where: unknown,
  conditions: readonly Condition[],
  { told }: Terms,
): readonly string[] | undefined {
  const terms = told?.[of]
  if (!terms || !demands(where, terms.mark)) return undefined
  for (const [path, operators] of conditions) if (path === terms.of) return valuesOf(operators)
  return undefined
}

function isOfReaders(of: string, where: unknown, { readers }: Terms): boolean {
  const mark = readers[of]
  return mark ? demands(where, mark) : mark === null
}

/** Whether nothing fulfils the condition that does not have the mark. */
function demands(where: unknown, mark: Mark): boolean {
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(([path, given]: [string, unknown]) => {
    if (path === 'and') return Array.isArray(given) && given.some((each) => demands(each, mark))
    if (path === 'or') return Array.isArray(given) && given.length > 0 && given.every((each) => demands(each, mark))
    if (path !== mark.field || typeof given !== 'object' || given === null) return false
    const { equals, exists } = given as Operators
    return equals === mark.is || (mark.orNone && exists === false)
  })
}

type Operators = Readonly<Record<string, unknown>>
type Condition = readonly [path: string, operators: Operators]

/** The conditions all of which have to hold. A list of those of which one suffices is one that names no values. */
function conjunctsOf(where: unknown): readonly Condition[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([path, given]: [string, unknown]): readonly Condition[] => {
    if (path === 'and') return Array.isArray(given) ? given.flatMap(conjunctsOf) : []
    return typeof given !== 'object' || given === null ? [] : [[path, given as Operators]]
  })
}

/** The values that a condition allows, when it names them one by one. */
function valuesOf({ equals, in: among }: Operators): readonly string[] | undefined {
  if (isPlain(equals)) return [String(equals)]
  return Array.isArray(among) && among.every(isPlain) ? among.map(String) : undefined
}

function isPlain(value: unknown): value is number | string {
  return typeof value === 'string' || typeof value === 'number'
}

/** Whatever hangs on one of these is not true any more after the change. In doubt more. */
export function tagsOfChange({ kind, of, docs, unseen }: Change, { keyFields }: Terms): readonly Tag[] {
  if (kind === 'global') return [global(of)]
  if (kind === 'versions') return [versions(of)]
  if (!docs) return [any(of)]
  const keyField = keyFields[of]
  const reaches = unseen ? [of] : [of, ofReaders(of)]
  return docs.flatMap((doc) => {
    const key = keyField === undefined ? undefined : doc[keyField]
    const value = isPlain(key) ? String(key) : ''
    return [document(of, doc.id), ...reaches.flatMap((reach) => [reach, keyed(reach, value)])]
  })
}

/** The collection that a tag is about, and the global. */
export function subjectOf(tag: Tag): { readonly collection: string } | { readonly global: string } {
  if (tag.startsWith('global:')) return { global: tag.slice('global:'.length) }
  return { collection: (/^(?:versions\/)?[^:?!*]+/.exec(tag) ?? [''])[0] }
}

/** Whether a tag says which documents there are, and not what one of them is like. */
export function isOfMany(tag: Tag): boolean {
  return /^[^:?!*/]+!?$/.test(tag)
}
