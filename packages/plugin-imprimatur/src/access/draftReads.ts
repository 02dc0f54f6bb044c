import type { CollectionBeforeOperationHook } from 'payload'
import { Scope } from '../scope/index.ts'

/** Drafts that somebody without a login may read: those of every piece, or that of one. */
export type DraftReads = 'all' | { readonly collection: string; readonly id: string }

/** A document of GraphQL that may ask for drafts, and whether it does: in all of its fields or in none, since Payload carries `draft` from one to the others. */
type Document = { asks?: boolean }

const allowed = new Scope<DraftReads | Document>('draftReads')

/**
 * Lets `read` see drafts, for whoever showed a key or a token for them. It sees no more than that: nobody is logged in, so fields, versions and the
 * record of the workflow stay with the staff. Only for a read that asks for drafts.
 */
export function readingDrafts<T>(drafts: DraftReads, read: () => T): T {
  return allowed.run(drafts, read)
}

/** The same for a document of GraphQL, whose fields say by {@link askForDrafts} whether they ask for drafts. */
export function readingDraftsAsAsked<T>(read: () => T): T {
  return allowed.run({}, read)
}

/** Whether the present document may ask for drafts. */
export function mayAskForDrafts(): boolean {
  return documentOf(allowed.get()) !== undefined
}

/** A field of the present document asks for drafts, or for what is public: false when another one asked for the other. */
export function askForDrafts(asks: boolean): boolean {
  const document = documentOf(allowed.get())
  if (!document) return !asks
  document.asks ??= asks
  return document.asks === asks
}

function documentOf(drafts: DraftReads | Document | undefined): Document | undefined {
  return typeof drafts === 'object' && !('collection' in drafts) ? drafts : undefined
}

/** Whether a read of a piece, or of pieces when no id is given, may see drafts though nobody is logged in. */
export function mayReadDraft(collection: string, id: unknown): boolean {
  const drafts = allowed.get()
  if (drafts === undefined || drafts === 'all') return drafts === 'all'
  if (!('collection' in drafts)) return drafts.asks === true
  return (
    drafts.collection === collection && (typeof id === 'string' || typeof id === 'number') && drafts.id === String(id)
  )
}

/**
 * Beside the one piece whose draft may be read, every other is read as readers have it. Payload carries `draft` into what it populates, and leaves out
 * public pieces there that have a newer draft.
 */
export const othersAsPublic: CollectionBeforeOperationHook = ({ args, collection }) => {
  const drafts = allowed.get()
  const isOfOne = typeof drafts === 'object' && 'collection' in drafts
  const isOther = isOfOne && !mayReadDraft(collection.slug, 'id' in args ? args.id : undefined)
  return isOther ? { ...args, draft: false } : args
}
