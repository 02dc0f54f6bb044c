import type { DatabaseChange } from 'payload-plugin-imprimatur/server'

/** Told what other processes have committed to the same database. */
export type Follower = {
  /** The collections that matter; globals do anyway. */
  readonly collections: readonly string[]
  /** By collection: the field by which single documents are looked up, beside their id. */
  readonly keyFields: Readonly<Record<string, string>>
  readonly changed: (changes: readonly DatabaseChange[]) => void
  /** They changed something, or may have: it is not known what. */
  readonly lost: () => void
}

export type Following = {
  /** Whether nothing that is older than a second can be missing. */
  readonly isInStep: () => boolean
  readonly stop: () => Promise<void>
}

/** How often the database is asked, and how long an answer is good for, both in milliseconds. */
export const PACE = { ask: 200, good: 900 }

export const NOT_TOLD = 'The database does not say what other servers change: readers get answers that are made anew.'
