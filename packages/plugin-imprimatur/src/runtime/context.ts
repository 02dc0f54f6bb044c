import type { PayloadRequest, SanitizedConfig } from 'payload'
import type { ContentField } from '../domain/content/index.ts'
import type { Policy } from '../domain/workflow/index.ts'
import { noBarrier, type Barrier } from '../transaction/index.ts'
import { contentFields, uploadCollections } from '../collections/index.ts'
import type { ImprimaturOptions, QueryableFields, WorkflowCollectionOptions } from './options.ts'

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
  readonly users: string
  /** Names of the fields of a user that say which human being she is, if any, and what colleagues call her. */
  readonly person: string | null
  readonly userName: string
  readonly media: readonly string[]
  /** By collection: what anonymous reads may filter and sort by. */
  readonly queryable: ReadonlyMap<string, QueryableFields>
  readonly now: () => Date
  readonly barrier: Barrier
  readonly policy: (req: PayloadRequest) => Promise<Policy>
  /** IANA name of the time zone that the panel shows times in. */
  readonly timeZone: (req: PayloadRequest) => Promise<string>
}

const NO_POLICY: Policy = { reviews: [] }

/** Reads the plugin's options against the sanitized config. */
function newsroomOf(options: ImprimaturOptions, config: SanitizedConfig): Newsroom {
  const { policy, users = 'users' } = options
  return {
    collections: new Map(
      Object.entries(options.collections).map(([slug, own]) => [slug, workflowCollection(slug, own, config)]),
    ),
    users,
    person: options.person ?? null,
    userName: config.collections.find((each) => each.slug === users)?.admin.useAsTitle ?? 'id',
    media: options.media ?? uploadCollections(config),
    queryable: new Map([
      ...Object.entries(options.publicCollections ?? {}),
      ...Object.entries(options.collections).map(([slug, own]) => [slug, own.queryable ?? {}] as const),
    ]),
    now: options.now ?? (() => new Date()),
    barrier: options.barrier ?? noBarrier,
    timeZone: options.timeZone ?? (() => Promise.resolve('UTC')),
    policy: (req) => (typeof policy === 'function' ? policy(req) : Promise.resolve(policy ?? NO_POLICY)),
  }
}

function workflowCollection(
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
    slugField: options.slug === false ? null : (options.slug ?? 'slug'),
  }
}

const known = new WeakMap<SanitizedConfig, Newsroom>()

/**
 * The plugin's knowledge, from the config that a request or a Payload instance carries. Made on first use: an edit under `next dev` gives
 * the running Payload another config, and calls no `onInit` (Payload 3.90, `reload`).
 */
export function newsroom({ config }: { config: SanitizedConfig }): Newsroom {
  const made = known.get(config)
  if (made) return made
  const { imprimatur } = config.custom as { imprimatur?: { options: ImprimaturOptions } }
  if (!imprimatur) throw new Error('imprimatur: the plugin is not part of this Payload config.')
  const fresh = newsroomOf(imprimatur.options, config)
  known.set(config, fresh)
  return fresh
}

/** Whether the plugin is part of this config. */
export function hasPlugin({ config }: { config: SanitizedConfig }): boolean {
  return (config.custom as { imprimatur?: unknown } | undefined)?.imprimatur !== undefined
}
