import type { Where } from 'payload'
import type { PathRead } from './readPath.ts'
import type { Target } from './target.ts'
import type { Positive } from './terms.ts'

/** One condition that a list meets when any of its values does. */
export type ListCondition = {
  readonly path: string
  readonly read: Extract<PathRead, { kind: 'list' }>
  readonly operator: Positive
  readonly value: unknown
}

/** How one database is asked. Each answers with a `where` that its adapter of Payload reads in one way only. */
export type Dialect = {
  /** Any value of the list meets the condition; with `not`, none does. */
  readonly list: (target: Target, condition: ListCondition, not: boolean) => Promise<Where> | Where
  /** Any document that the path leads to meets `inner`; with `not`, none does. */
  readonly through: (
    target: Target,
    read: Extract<PathRead, { kind: 'through' }>,
    inner: Where,
    not: boolean,
  ) => Promise<Where> | Where
  /** The text that the path leads to holds `text`, as a search takes it; with `not`, it does not, or there is none. */
  readonly holds: (path: string, text: string, not: boolean) => Where
  /** A comparison of what a document has one of, where this database does not say it as the other one does. */
  readonly one: (path: string, operator: string, value: unknown, type: string | null) => Where | null
  /** What is to be done with each new connection. */
  readonly connected?: () => void
}

/** Chooses every row, and none. Never empty, which Payload drops from an `or`. */
export const EVERY: Where = { id: { not_in: [] } }
export const NOTHING: Where = { id: { in: [] } }

/** Types of fields that hold a text. */
export const TEXTS: ReadonlySet<string> = new Set(['text', 'textarea', 'email', 'code', 'select', 'radio'])
