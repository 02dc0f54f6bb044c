import type { Access, CollectionSlug, PayloadRequest } from 'payload'
import type { FieldType } from '../domain/public-query/index.ts'
import type { Gate, Policy } from '../domain/workflow/index.ts'
import type { Barrier } from '../transaction/index.ts'

/** Fields that anonymous reads may filter and sort by, with the type of their values; each has to be indexed. */
export type QueryableFields = Readonly<Record<string, FieldType>>

/** How one collection is put under the workflow. */
export type WorkflowCollectionOptions = {
  /** Field that names a piece in queues and messages; default the collection's `admin.useAsTitle`. */
  readonly title?: string
  /** Field that holds the public slug; default `slug` where there is such a field. `false` for collections without one. */
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
  /** Default: the id, the slug, the times of publication, and every field at the top that has an index and that anybody may read. */
  readonly queryable?: QueryableFields
  /** What anonymous readers get beyond “published”; combined with it, and with the collection's own rule, by `and`. */
  readonly publicRead?: Access
}

/** What a person may do. Several can be held at once; `admin` means people and settings, no transition. */
export const ROLES = ['contributor', 'editor', 'reviewer', 'publisher', 'admin'] as const

/** A user as the database or the session has it. */
export type User = Readonly<Record<string, unknown>>

export type ImprimaturOptions = {
  /** By slug: the collections that go through the workflow. */
  readonly collections: Readonly<Partial<Record<CollectionSlug, WorkflowCollectionOptions>>>
  /** Which reviews pieces need; read whenever it is used. Default: one sign-off by a reviewer. */
  readonly policy?: Policy | ((req: PayloadRequest) => Promise<Policy>)
  /** Slug of the auth collection of the staff; default the one that logs in to the panel (`admin.user`). */
  readonly users?: string
  /**
   * The roles of a user, for projects that have names of their own for them: `(user) => (user.chief ? ['reviewer'] : [])`. Roles
   * that the policy alone knows are passed through. Default: the field `roles`, which is added where the collection has none.
   */
  readonly roles?: (user: User) => readonly string[]
  /**
   * Field of a user that says which human being they are, such as a relationship to their author's page. Accounts with the
   * same value are one person to the rule of four eyes. Only administrators should be able to set it. Default: each
   * account is a person of its own.
   */
  readonly person?: string
  /** What anonymous reads may filter and sort by in collections that are not under the workflow. */
  readonly publicCollections?: Readonly<Partial<Record<CollectionSlug, QueryableFields>>>
  /**
   * Upload collections all of whose files are for readers only while a public piece shows them. Default: those that pieces can
   * refer to, where a file that no piece has ever referred to keeps the collection's own rule.
   */
  readonly media?: readonly string[]
  /**
   * `plugin`, the default: what anonymous readers ask of these collections is checked before Payload sees it. `host`: your own server
   * does that, with `queryGuard()` and `validatePublicArguments()` of `payload-plugin-imprimatur/server`.
   */
  readonly readGuards?: 'plugin' | 'host'
  /** IANA name of the time zone that the panel shows times in; read when it is used. Default: UTC. */
  readonly timeZone?: (req: PayloadRequest) => Promise<string>
  /** Slugs of the collections that the plugin adds, for projects that have collections of these names. */
  readonly slugs?: Partial<MachineSlugs>
  /** Where the endpoints lie that are about no single piece, below Payload's `routes.api`; default `/imprimatur`. */
  readonly endpointPrefix?: '' | `/${string}`
  /**
   * What publishes at the time that was set. `timer`, the default: every server process of yours looks every few seconds, from
   * its first request on; several of them do not get in each other's way. `{ secret }`: whoever calls `POST {prefix}/publish-due`
   * with `Authorization: Bearer <secret>`, such as a cron of your host. `host`: your own code, by `publishDue()` or `startClock()`.
   * `none`: nothing; then no time can be set.
   */
  readonly clock?: Clock
  /** Tells the time; default the system clock. */
  readonly now?: () => Date
  /** Holds requests at chosen points, for tests of races and crashes; default none. */
  readonly barrier?: Barrier
}

export type Clock = 'timer' | 'host' | 'none' | { readonly secret: string }

/** Slugs of the collections that the plugin adds. */
export type MachineSlugs = {
  /** One row for each piece: what its events say. Default `dossiers`. */
  readonly dossiers: string
  /** The log. Default `workflow-events`. */
  readonly events: string
  /** Where pieces stood before their slug changed. Default `moved-slugs`. */
  readonly movedSlugs: string
}

export const MACHINE_SLUGS: MachineSlugs = {
  dossiers: 'dossiers',
  events: 'workflow-events',
  movedSlugs: 'moved-slugs',
}
