import type { Access, CollectionSlug, PayloadRequest } from 'payload'
import type { FieldType } from '../domain/public-query/index.ts'
import type { StyleRule } from '../domain/style/index.ts'
import type { Gate, Policy } from '../domain/workflow/index.ts'
import type { Barrier, InPayload } from '../transaction/index.ts'

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
  /**
   * Fields that the policy may look at, and that queues are filtered by: name of the attribute to name of the field. No name may be that of a
   * parameter of the queue.
   */
  readonly attributes?: Readonly<Record<string, string>>
  /** Name of a number field that says how many words a piece has, for queues. */
  readonly words?: string
  /**
   * What pieces are found by, beside their title: the fields that introduce a piece, whose words count more, and those that are its text.
   * A relation to documents that are no pieces counts by their titles, in what is public by those that readers may read. Fields that not everybody may
   * read do not count. Default: every text at the top is `text`.
   */
  readonly search?: { readonly lead?: readonly string[]; readonly text?: readonly string[] }
  readonly gates?: readonly Gate[]
  /** Which texts the rules of the house style are for: names of fields at the top, and of the one that says the language of the piece. */
  readonly style?: { readonly fields: readonly string[]; readonly language?: string }
  /** Limits that the gates may look at, read when they run. */
  readonly limits?: (req: PayloadRequest) => Promise<Readonly<Record<string, number>>>
  /** Default: the id, the slug, the times of publication, and every field at the top that has an index and that anybody may read. */
  readonly queryable?: QueryableFields
  /**
   * Name of a date field after whose time readers do not get the piece any more. Whoever follows the changes is told so: of a `publicRead` that
   * hangs on the time they would not be.
   */
  readonly expires?: string
  /** What anonymous readers get beyond “published”; combined with it, and with the collection's own rule, by `and`. */
  readonly publicRead?: Access
}

/** What became of a piece for readers. */
export type PublicChange = {
  readonly kind: 'expired' | 'moved' | 'published' | 'retracted' | 'updated' | 'withdrawn'
  readonly collection: string
  readonly id: string
  /** Where it is, or was last; null in collections without slugs. */
  readonly slug: string | null
  /** Where it was before, of one that moved. */
  readonly from?: string | null
  /** The document that readers had before, of one that moved or was updated; at depth 0. */
  readonly before?: Readonly<Record<string, unknown>>
  readonly digest: string
  readonly at: string
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
  /** The rules of the house style, read whenever gates run. What they say never changes what was signed off. Default: none. */
  readonly styleRules?: (req: PayloadRequest) => Promise<readonly StyleRule[]>
  /** Slug of the auth collection of the staff; default the one that logs in to the panel (`admin.user`). */
  readonly users?: string
  /**
   * The roles of a user, for projects that have names of their own for them: `(user) => (user.chief ? ['reviewer'] : [])`. Roles
   * that the policy alone knows are passed through; any other is none, unless the policy is a function. Default: the field `roles`, which is added where the collection has none.
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
  /**
   * Told what is about to be different for readers, in the transaction that makes it so: what is written with `req` is committed with it or
   * not at all. Nothing slow belongs here.
   */
  readonly onPublicChange?: (req: InPayload, changes: readonly PublicChange[]) => Promise<void>
  /**
   * Where a request comes from, so that no network takes all places of those who follow; null where it is not known. To be read from what a proxy of
   * yours writes, not from what clients send. Default: never known.
   */
  readonly networkOf?: (headers: Headers) => string | null
  /** For how many days followers are told of removals; older cursors begin again. Default 30. */
  readonly changesKeptDays?: number
  /**
   * How a user wants to have notifications by mail, which goes out by the project's email adapter: each at once, all of an hour or of a day
   * in one, by the newsroom's clock, or not at all. Default: nobody has any.
   */
  readonly mail?: (user: User) => MailWish
  /**
   * Path of a page of the project's own that shows what `openReviewLink()` finds for the token behind it, such as `/review` for
   * `/review/{token}`. Default: there are no review links.
   */
  readonly reviewPage?: `/${string}`
  /** In which of the panel's languages a user has mails. Default: the panel's fallback. */
  readonly mailLanguage?: (req: PayloadRequest, user: User) => Promise<string>
  /** Tells the time; default the system clock. */
  readonly now?: () => Date
  /** Holds requests at chosen points, for tests of races and crashes; default none. */
  readonly barrier?: Barrier
}

export type MailWish = 'at_once' | 'hourly' | 'daily' | 'none'

export type Clock = 'timer' | 'host' | 'none' | { readonly secret: string }

/** Slugs of the collections that the plugin adds. */
export type MachineSlugs = {
  /** One row for each piece: what its events say. Default `dossiers`. */
  readonly dossiers: string
  /** The log. Default `workflow-events`. */
  readonly events: string
  /** Where pieces stood before their slug changed. Default `moved-slugs`. */
  readonly movedSlugs: string
  /** What readers can follow. Default `change-log`. */
  readonly changes: string
  /** The order of it. Default `change-batches`. */
  readonly changeBatches: string
  /** What people say of pieces. Default `comments`; its endpoints are at that name. */
  readonly comments: string
  /** What people are told of. Default `notifications`; its endpoints are at that name. */
  readonly notifications: string
  /** Where somebody let words stand that a rule of style is about. Default `style-exceptions`. */
  readonly styleExceptions: string
  /** Who writes in which piece, and who took it over from whom. Default `leases`. */
  readonly leases: string
  /** Pieces that go public together. Default `releases`; its endpoints are at that name. */
  readonly releases: string
  /** Which pieces are in which release. Default `release-pieces`. */
  readonly releasePieces: string
  /** Addresses by which somebody without an account sees one revision. Default `review-links`. */
  readonly reviewLinks: string
  /** What readers have, for whoever searches. Default `search-live`; its words are in `{this}-words`. */
  readonly searchLive: string
  /** What only staff may see, where that is something else. Default `search-newest`; its words are in `{this}-words`. */
  readonly searchNewest: string
}

export const MACHINE_SLUGS: MachineSlugs = {
  dossiers: 'dossiers',
  events: 'workflow-events',
  movedSlugs: 'moved-slugs',
  changes: 'change-log',
  changeBatches: 'change-batches',
  comments: 'comments',
  notifications: 'notifications',
  styleExceptions: 'style-exceptions',
  leases: 'leases',
  releases: 'releases',
  releasePieces: 'release-pieces',
  reviewLinks: 'review-links',
  searchLive: 'search-live',
  searchNewest: 'search-newest',
}
