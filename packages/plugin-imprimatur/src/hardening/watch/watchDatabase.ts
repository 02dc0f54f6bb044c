import type { DatabaseAdapter, Payload, Where } from 'payload'
import { referringTo, rowsOf, wrapAdapter, type Ending, type Method, type MethodName } from '../adapter/index.ts'
import { readsThrough } from './readsThrough.ts'

/** Rows of which kind: documents of a collection, their versions, or a global. */
type Kind = 'documents' | 'versions' | 'global'

type Row = Readonly<Record<string, unknown>>

/** One read, as the adapter was asked. */
export type DatabaseRead = {
  readonly kind: Kind
  /** Slug of the collection or global. */
  readonly of: string
  /** What the rows have to fulfil; without it they may be any. */
  readonly where?: Where
  /** Whether it asked for the first row that fits and nothing more: no number of rows, no further page. */
  readonly first: boolean
  /** What was found, as far as documents were. */
  readonly docs: readonly Row[]
}

/** One write of a transaction. */
export type DatabaseChange = {
  readonly kind: Kind
  readonly of: string
  /** The documents as they are after it, with what is known of each; undefined when it may have been any. */
  readonly docs?: readonly Row[]
  /** Whether they are drafts that were not there before. */
  readonly unseen: boolean
}

export type DatabaseWatcher = {
  /** Asked before each read; what it gives is told of the read when that is over. */
  readonly reading: () => ((read: DatabaseRead) => void) | undefined
  /** Told before a commit; what it gives is called afterwards, whether the commit succeeded or not. */
  readonly committing: (changes: readonly DatabaseChange[]) => () => void
  /**
   * Told in the transaction, before it is committed, and may write into it; what fails here rolls it back. Of a write without a transaction told
   * after it, without an id.
   */
  readonly within?: (changes: readonly DatabaseChange[], transactionID: string | undefined) => Promise<void>
}

/** What the methods of an adapter have in common, as far as it matters here. */
type Arguments = {
  readonly id?: unknown
  readonly collection?: string
  readonly collectionSlug?: string
  readonly global?: string
  readonly globalSlug?: string
  readonly slug?: string
  readonly data?: Row
  readonly where?: Where
  readonly sort?: string | string[]
  readonly joins?: unknown
  readonly select?: Row
  readonly limit?: number
  readonly pagination?: boolean
  readonly req?: { readonly transactionID?: unknown }
}

/**
 * Lets `watcher` see every read and every committed write of this process, in the database adapter, where every route of Payload ends. To be
 * called when everything else has put its layer on the adapter. Changes no arguments and no results.
 */
export function watchDatabase(payload: Payload, watcher: DatabaseWatcher): void {
  const written = new Map<string, DatabaseChange[]>()
  wrapAdapter(payload.db, [
    (method, kind, next) => {
      if (kind === 'reads') return watchedRead(payload, watcher, method, next)
      if (kind === 'writes') return watchedWrite(payload, watcher, written, method, next)
      if (method === 'commitTransaction')
        return watchedCommit(payload, watcher, written, next as unknown as Ending) as unknown as Method
      if (method === 'rollbackTransaction')
        return watchedRollback(written, next as unknown as Ending) as unknown as Method
      return next
    },
  ])
}

function watchedRead(payload: Payload, watcher: DatabaseWatcher, method: MethodName, read: Method): Method {
  return async (given) => {
    const tell = watcher.reading()
    if (!tell) return read(given)
    const args = given as Arguments
    let docs: readonly Row[] = []
    try {
      const result = await read(given)
      docs = docsIn(result)
      return result
    } finally {
      tell({
        ...targetOf(method, args),
        ...(args.where ? { where: args.where } : {}),
        first: isFirst(method, args),
        docs,
      })
      for (const of of readsThrough(payload, args)) tell({ kind: 'documents', of, first: false, docs: [] })
    }
  }
}

function watchedWrite(
  payload: Payload,
  watcher: DatabaseWatcher,
  written: Map<string, DatabaseChange[]>,
  method: MethodName,
  write: Method,
): Method {
  return async (given) => {
    const args = given as Arguments
    const session = await sessionOf(payload.db, args)
    if (session !== undefined) {
      // What failed may have written a part of it, in a transaction that goes on.
      let change: DatabaseChange = { ...targetOf(method, args), unseen: false }
      try {
        const result = await write(given)
        change = changeOf(method, args, result)
        return result
      } finally {
        written.set(session, [...(written.get(session) ?? []), change, ...emptiedBy(payload, method, args)])
      }
    }
    // Committed by itself, and what it will have written is not known yet.
    const emptied = emptiedBy(payload, method, args)
    const done = watcher.committing([{ ...targetOf(method, args), unseen: false }, ...emptied])
    try {
      const result = await write(given)
      await watcher.within?.([changeOf(method, args, result), ...emptied], undefined)
      return result
    } finally {
      done()
    }
  }
}

function watchedCommit(
  payload: Payload,
  watcher: DatabaseWatcher,
  written: Map<string, DatabaseChange[]>,
  commit: Ending,
): Ending {
  return async (given) => {
    const id = String(await given)
    const changes = written.get(id)
    written.delete(id)
    if (!changes) return commit(given)
    try {
      await watcher.within?.(changes, id)
    } catch (error) {
      await payload.db.rollbackTransaction(id)
      throw error
    }
    const done = watcher.committing(changes)
    try {
      await commit(given)
    } finally {
      done()
      // What the commit itself writes is of the workflow's own records.
      written.delete(id)
    }
  }
}

function watchedRollback(written: Map<string, DatabaseChange[]>, rollBack: Ending): Ending {
  return async (given) => {
    written.delete(String(await given))
    await rollBack(given)
  }
}

/** The transaction that a write is in; none where the adapter knows none of that id and writes at once. */
async function sessionOf(database: DatabaseAdapter, { req }: Arguments): Promise<string | undefined> {
  const id = (await req?.transactionID) as number | string | null | undefined
  if (id === undefined || id === null) return undefined
  const { sessions } = database as { readonly sessions?: Readonly<Record<string, unknown>> }
  return sessions?.[String(id)] === undefined ? undefined : String(id)
}

function targetOf(name: string, args: Arguments): { readonly kind: Kind; readonly of: string } {
  const { collection, collectionSlug, global, globalSlug, slug } = args
  const of = collection ?? collectionSlug
  if (name === 'updateJobs') return { kind: 'documents', of: 'payload-jobs' }
  if (name === 'queryDrafts' || name.endsWith('Version') || name.endsWith('Versions'))
    return { kind: 'versions', of: of ?? String(global ?? globalSlug) }
  return of === undefined ? { kind: 'global', of: String(slug ?? global ?? globalSlug) } : { kind: 'documents', of }
}

function isFirst(name: string, { limit, pagination }: Arguments): boolean {
  return name === 'findOne' || (name === 'find' && limit === 1 && pagination === false)
}

function docsIn(result: unknown): readonly Row[] {
  if (typeof result !== 'object' || result === null) return []
  const { docs } = result as { readonly docs?: unknown }
  return Array.isArray(docs) ? (docs as Row[]) : 'id' in result ? [result] : []
}

/** What a write that names its rows one by one did; of any other, that it may have been any row. */
function changeOf(name: string, args: Arguments, result: unknown): DatabaseChange {
  const target = targetOf(name, args)
  const of = { ...target, unseen: name === 'create' && args.data?._status === 'draft' }
  if (target.kind !== 'documents' || !ONE_BY_ONE.has(name)) return of
  const [found] = docsIn(result)
  const id = found?.id ?? args.id ?? idIn(args.where)
  return id === undefined ? of : { ...of, docs: [{ ...found, ...args.data, id }] }
}

/** What may have lost a reference: SQL empties those to a document that is deleted, in any row and its versions. */
function emptiedBy({ config }: Payload, method: MethodName, { collection }: Arguments): readonly DatabaseChange[] {
  if (!method.startsWith('delete') || rowsOf(method) !== 'documents' || collection === undefined) return []
  const { collections, globals } = referringTo(config, collection)
  const unknown = (kind: Kind) => (of: string) => ({ kind, of, unseen: false })
  return [
    ...collections.map(unknown('documents')),
    ...collections.map(unknown('versions')),
    ...globals.map(unknown('global')),
  ]
}

const ONE_BY_ONE: ReadonlySet<string> = new Set(['create', 'updateOne', 'deleteOne'])

function idIn(where: Where | undefined): unknown {
  const { id } = (where ?? {}) as { readonly id?: { readonly equals?: unknown } }
  return id?.equals
}
