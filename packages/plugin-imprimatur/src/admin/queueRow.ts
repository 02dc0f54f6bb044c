import type { Priority } from '../domain/workflow/index.ts'
import type { StageMark } from './deskApi.ts'

/** A row of the queue, all of it in words but for times. */
export type QueueRow = {
  readonly collection: string
  readonly id: string
  readonly title: string
  readonly href: string
  readonly kind: string
  readonly mark: StageMark
  /** Why it did not go out, and when it was due. */
  readonly missed: { readonly at: string; readonly why: string } | null
  /** When it goes out. */
  readonly goesOut: string | null
  readonly age: string
  readonly since: string
  readonly unreviewed: string | null
  /** The reviews that come before the one that whoever looks could give; null where nothing does. */
  readonly waitsFor: string | null
  readonly late: boolean
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly urgent: Exclude<Priority, 'normal'> | null
  /** Such as its section. */
  readonly filed: readonly string[]
  readonly words: number | null
  /** Whether readers have an earlier text. */
  readonly isNew: boolean
  readonly writers: string
  readonly assignees: string
  /** Whether nobody holds it, or the person who looks does. */
  readonly holder: 'nobody' | 'me' | 'other'
}
