/** One change of what readers get. */
export type Change = {
  readonly seq: number
  readonly op: 'remove' | 'upsert'
  readonly collection: string
  readonly id: string
  /** The public slug, or the last one; null in collections without. */
  readonly slug: string | null
  readonly digest: string
  /** Of the document by its id, without a coding; null of what is gone. */
  readonly etag: string | null
  /** ISO 8601. */
  readonly at: string
  readonly reason: 'expired' | 'moved' | 'published' | 'retracted' | 'withdrawn'
  /** Names of the answers that show it, as `Surrogate-Key` has them. */
  readonly keys: readonly string[]
  /** With `include: 'doc'`, of an upsert. */
  readonly doc?: Readonly<Record<string, unknown>>
}

export type ChangePage = {
  readonly changes: readonly Change[]
  /** Where to go on. */
  readonly cursor: string
  readonly more: boolean
}

/** What somebody who follows does next. */
export type Step =
  /** Forget what you hold: everything that is public follows. */
  | { readonly kind: 'reset' }
  /** Apply these in turn; then you stand at `cursor`. */
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly cursor: string }

/** Keeps a cursor with the copy that it belongs to. */
export type CursorStore = {
  readonly read: () => Promise<string | null> | string | null
  readonly write: (cursor: string) => Promise<void> | void
}
