import type { Access, PayloadRequest } from 'payload'
import type { FieldType } from '../domain/public-query/index.ts'
import type { Gate, Policy } from '../domain/workflow/index.ts'
import type { Barrier } from '../transaction/index.ts'

/** Fields that anonymous reads may filter and sort by, with the type of their values; each has to be indexed. */
export type QueryableFields = Readonly<Record<string, FieldType>>

/** How one collection is put under the workflow. */
export type WorkflowCollectionOptions = {
  /** Field that names a piece in queues and messages; default the collection's `admin.useAsTitle`. */
  readonly title?: string
  /** Field that holds the public slug; default `slug`. `false` for collections without one. */
  readonly slug?: string | false
  /** Fields that are content only when the named checkbox is set, such as an excerpt that may be automatic. */
  readonly conditionalContent?: Readonly<Record<string, string>>
  /** Name of a date field before whose time the piece must not go out. */
  readonly embargo?: string
  /** Fields that the policy may look at: name of the attribute to name of the field. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly gates?: readonly Gate[]
  /** Limits that the gates may look at, read when they run. */
  readonly limits?: (req: PayloadRequest) => Promise<Readonly<Record<string, number>>>
  /** Left out: readers get pages of the collection, and cannot filter or sort. */
  readonly queryable?: QueryableFields
  /** What anonymous readers get beyond “published”; combined with it by `and`. */
  readonly publicRead?: Access
}

export type ImprimaturOptions = {
  readonly collections: Readonly<Record<string, WorkflowCollectionOptions>>
  /** Which reviews pieces need; read whenever it is used. Default: one sign-off by a reviewer. */
  readonly policy?: Policy | ((req: PayloadRequest) => Promise<Policy>)
  /** Slug of the auth collection whose `roles` and `rights` the workflow goes by; default `users`. */
  readonly users?: string
  /**
   * Field of a user that says which human being she is, such as a relationship to her author's page. Accounts with the
   * same value are one person to the rule of four eyes. Only administrators should be able to set it. Default: each
   * account is a person of its own.
   */
  readonly person?: string
  /** What anonymous reads may filter and sort by in collections that are not under the workflow. */
  readonly publicCollections?: Readonly<Record<string, QueryableFields>>
  /** Upload collections whose documents pieces show; default every upload collection. */
  readonly media?: readonly string[]
  /** IANA name of the time zone that the panel shows times in; read when it is used. Default: UTC. */
  readonly timeZone?: (req: PayloadRequest) => Promise<string>
  /** Tells the time; default the system clock. */
  readonly now?: () => Date
  /** Holds requests at chosen points, for tests of races and crashes; default none. */
  readonly barrier?: Barrier
}
