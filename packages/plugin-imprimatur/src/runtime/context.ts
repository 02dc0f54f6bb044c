import type { Config, FlattenedField, PayloadRequest, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import type { ContentField } from '../domain/content/index.ts'
import type { FieldType } from '../domain/public-query/index.ts'
import type { Policy } from '../domain/workflow/index.ts'
import { noBarrier, type Barrier } from '../transaction/index.ts'
import { contentFields } from '../collections/index.ts'
import {
  MACHINE_SLUGS,
  ROLES,
  type Clock,
  type ImprimaturOptions,
  type MachineSlugs,
  type MailWish,
  type QueryableFields,
  type User,
  type WorkflowCollectionOptions,
} from './options.ts'

/** What the plugin knows at run time about one collection under the workflow. */
export type WorkflowCollection = {
  readonly slug: string
  readonly options: WorkflowCollectionOptions
  readonly fields: readonly ContentField[]
  /** Names of the fields that hold the title and the public slug. */
  readonly title: string
  readonly slugField: string | null
}

/** What the plugin knows at run time; one per Payload config, made on first use. */
export type Newsroom = {
  readonly collections: ReadonlyMap<string, WorkflowCollection>
  readonly slugs: MachineSlugs
  /** Where the endpoints lie that are about no single piece, below `routes.api`. */
  readonly endpointPrefix: string
  readonly users: string
  /** The roles of a user, as the workflow knows them. */
  readonly rolesOf: (user: User) => readonly string[]
  /** Whether the project's own code says them, and no field. */
  readonly rolesAreTheirs: boolean
  /** Names of the fields of a user that say which human being it is, if any, and what colleagues call them. */
  readonly person: string | null
  readonly userName: string
  /** Upload collections whose files are for readers only while a public piece shows them. */
  readonly media: readonly string[]
  /** By collection: what anonymous reads may filter and sort by. */
  readonly queryable: ReadonlyMap<string, QueryableFields>
  readonly clock: Clock
  readonly changesKeptDays: number
  readonly networkOf: NonNullable<ImprimaturOptions['networkOf']>
  readonly onPublicChange: NonNullable<ImprimaturOptions['onPublicChange']>
  /** Null: nobody has notifications by mail. */
  readonly mail: ((user: User) => MailWish) | null
  readonly mailLanguage: NonNullable<ImprimaturOptions['mailLanguage']>
  readonly now: () => Date
  readonly barrier: Barrier
  readonly styleRules: NonNullable<ImprimaturOptions['styleRules']>
  readonly policy: (req: PayloadRequest) => Promise<Policy>
  /** IANA name of the time zone that the panel shows times in. */
  readonly timeZone: (req: PayloadRequest) => Promise<string>
  /** Path of the page that shows what a review link leads to; null: there are no such links. */
  readonly reviewPage: string | null
}

const NO_POLICY: Policy = { reviews: [] }

/** Resolves the plugin's options with the sanitized config. */
function newsroomOf(options: ImprimaturOptions, users: string, config: SanitizedConfig): Newsroom {
  const { policy } = options
  return {
    collections: new Map(
      Object.entries(options.collections).map(([slug, own]) => [slug, readWorkflowCollection(slug, own ?? {}, config)]),
    ),
    slugs: { ...MACHINE_SLUGS, ...options.slugs },
    endpointPrefix: options.endpointPrefix ?? '/imprimatur',
    users,
    rolesOf: rolesBy(options),
    rolesAreTheirs: options.roles !== undefined,
    person: options.person ?? null,
    userName: config.collections.find((each) => each.slug === users)?.admin.useAsTitle ?? 'id',
    media: options.media ?? [],
    queryable: new Map([
      ...Object.entries(options.publicCollections ?? {}).map(([slug, own]) => [slug, own ?? {}] as const),
      ...Object.entries(options.collections).map(
        ([slug, own]) => [slug, own?.queryable ?? queryableOf(slug, config)] as const,
      ),
    ]),
    clock: options.clock ?? 'timer',
    changesKeptDays: options.changesKeptDays ?? 30,
    networkOf: options.networkOf ?? (() => null),
    onPublicChange: options.onPublicChange ?? (() => Promise.resolve()),
    mail: options.mail ?? null,
    mailLanguage: options.mailLanguage ?? (({ payload }) => Promise.resolve(payload.config.i18n.fallbackLanguage)),
    now: options.now ?? (() => new Date()),
    barrier: options.barrier ?? noBarrier,
    reviewPage: options.reviewPage ?? null,
    timeZone: options.timeZone ?? (() => Promise.resolve('UTC')),
    styleRules: options.styleRules ?? (() => Promise.resolve([])),
    policy: (req) => (typeof policy === 'function' ? policy(req) : Promise.resolve(policy ?? NO_POLICY)),
  }
}

/** Roles that mean nothing here are none: who has no other is no member of the staff. Of a policy that is a function nobody knows which it will name. */
function rolesBy({ policy, roles }: ImprimaturOptions): Newsroom['rolesOf'] {
  const given = roles ?? ((user: User) => (Array.isArray(user.roles) ? user.roles.map(String) : []))
  if (typeof policy === 'function') return given
  const known = new Set<string>([...ROLES, ...(policy?.reviews ?? []).flatMap((review) => review.roles)])
  return (user) => given(user).filter((role) => known.has(role))
}

function readWorkflowCollection(
  slug: string,
  options: WorkflowCollectionOptions,
  config: SanitizedConfig,
): WorkflowCollection {
  const collection = config.collections.find((each) => each.slug === slug)
  if (!collection) throw new Error(`imprimatur: there is no collection “${slug}”.`)
  return {
    slug,
    options,
    fields: contentFields(collection, config),
    title: options.title ?? collection.admin.useAsTitle ?? 'id',
    slugField: slugFieldOf(collection, options),
  }
}

type Custom = { readonly imprimatur?: { readonly options: ImprimaturOptions; readonly users: string } } | undefined

const known = new WeakMap<SanitizedConfig, Newsroom>()

/**
 * The plugin's knowledge, from the config that a request or a Payload instance carries. Made on first use: a config that was edited
 * while a server of development runs is another one.
 */
export function runtimeOf(payload: { config: SanitizedConfig }): Newsroom {
  const { config } = payload
  const custom = (config.custom as Custom)?.imprimatur
  if (!custom) throw new Error('imprimatur: the plugin is not part of this Payload config.')
  const made = known.get(config) ?? newsroomOf(custom.options, custom.users, config)
  known.set(config, made)
  return made
}

/** Slug of the collection of the staff: as the options say, or whoever logs in to the panel. */
export function usersOf(
  options: Pick<ImprimaturOptions, 'users'>,
  config: Pick<Config, 'admin' | 'collections'>,
): string {
  return options.users ?? config.admin?.user ?? config.collections?.find((each) => each.auth)?.slug ?? 'users'
}

const TYPES: Readonly<Partial<Record<FlattenedField['type'], FieldType>>> = {
  checkbox: 'boolean',
  date: 'date',
  email: 'text',
  number: 'number',
  radio: 'select',
  relationship: 'id',
  select: 'select',
  text: 'text',
  upload: 'id',
}

const ALWAYS: QueryableFields = { id: 'id', createdAt: 'date', updatedAt: 'date' }

/** The fields by which readers may choose where a project does not say: cheap to filter by, and open to everybody. */
function queryableOf(slug: string, config: SanitizedConfig): QueryableFields {
  const fields = config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const open = fields.flatMap((field): [string, FieldType][] => {
    const type = TYPES[field.type]
    const isIndexed = ('index' in field && field.index) || ('unique' in field && field.unique)
    const isOpen = !('access' in field && field.access?.read) && !('hidden' in field && field.hidden)
    return type && isIndexed && isOpen ? [[field.name, type]] : []
  })
  return { ...ALWAYS, ...Object.fromEntries(open) }
}

function slugFieldOf(collection: SanitizedCollectionConfig, { slug }: WorkflowCollectionOptions): string | null {
  if (slug === false) return null
  if (slug !== undefined) return slug
  return collection.flattenedFields.some((field) => field.name === 'slug') ? 'slug' : null
}

/** Whether the plugin is part of this config. */
export function hasPlugin(payload: { config: SanitizedConfig }): boolean {
  return (payload.config.custom as { imprimatur?: unknown } | undefined)?.imprimatur !== undefined
}
