import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CollectionConfig, Config, Payload, Plugin } from 'payload'
import { ALL_STAFF, WHO_SEES_ALL } from './access/index.ts'
import { withDeskParts, withNewsroomDates, withOpenForm, withOpenGlobal, withPieceParts } from './admin/index.ts'
import {
  bySlugEndpoint,
  commentEndpoints,
  guardGraphQL,
  newsroomEndpoints,
  notificationEndpoints,
  publishDueEndpoint,
  releaseEndpoints,
  readEndpoints,
  writeEndpoints,
} from './api/index.ts'
import {
  changeBatches,
  changeLog,
  comments,
  dossiers,
  leases,
  movedSlugs,
  notifications,
  releasePieces,
  releases,
  reviewLinks,
  searchTexts,
  searchWords,
  styleExceptions,
  workflowEvents,
} from './collections/index.ts'
import { quietLog } from './errors/index.ts'
import { guardDatabase } from './guard/index.ts'
import { withIndexes } from './hardening/adapter/index.ts'
import { soundAdapter } from './hardening/sqlite/index.ts'
import { afterError } from './hooks/index.ts'
import { notAdopted, startOwnClock } from './operations/index.ts'
import { MACHINE_SLUGS, usersOf, type ImprimaturOptions } from './runtime/index.ts'
import { wordsByBytes } from './search/index.ts'
import {
  discreet,
  indexesFor,
  keptWhileReferred,
  ledFromFormerSlugs,
  mediaCollection,
  mediaIn,
  requireSoundConfig,
  requireSoundDatabase,
  requireSoundMedia,
  settled,
  settledGlobal,
  staffCollection,
  unconditional,
  unconditionalGlobal,
  withStageFilter,
  withWorkflow,
  workflowCollection,
} from './setup/index.ts'
import { withTranslations } from './translations/index.ts'

/**
 * Puts collections of a Payload project under the workflow: what readers get of them is exactly what a second person
 * signed off. Adds the machine collections, fields, hooks, access, endpoints and GraphQL that this takes; knows
 * nothing of what the collections are about.
 *
 * Needs a database adapter with transactions and, on MongoDB, the adapter's `ensureIndexes: true`.
 *
 * @throws Error for a config with which the promise could not be kept, with one sentence that says what to write.
 */
export function imprimatur(options: ImprimaturOptions): Plugin {
  return (config) => {
    const users = usersOf(options, config)
    requireSoundConfig(options, config, users)
    const pieces = new Set(Object.keys(options.collections))
    const media = new Set(options.media ?? mediaOf(config, pieces))
    requireSoundMedia(media, config)
    const slugs = { ...MACHINE_SLUGS, ...options.slugs }
    const guards = options.readGuards !== 'host'
    const endpointPrefix = options.endpointPrefix ?? '/imprimatur'

    // A collection whose endpoints are switched off keeps none.
    const guarded = (collection: CollectionConfig): CollectionConfig =>
      guards && collection.endpoints !== false
        ? { ...collection, endpoints: [...(collection.endpoints ?? []), ...readEndpoints(), ...writeEndpoints()] }
        : collection
    const foundBySlug = (collection: CollectionConfig): CollectionConfig => {
      if (options.publicCollections?.[collection.slug]?.slug !== 'text') return collection
      const led = ledFromFormerSlugs(collection)
      return led.endpoints === false ? led : { ...led, endpoints: [...(led.endpoints ?? []), bySlugEndpoint(led.slug)] }
    }
    const enrolled = (collection: CollectionConfig): CollectionConfig => {
      const own = options.collections[collection.slug]
      if (own) return keptWhileReferred(withStageFilter(withPieceParts(workflowCollection(collection, own))))
      if (media.has(collection.slug))
        return withOpenForm(unconditional(mediaCollection(collection, options.media !== undefined)))
      const other = collection.slug === users ? staffCollection(collection, options) : collection
      return withOpenForm(unconditional(keptWhileReferred(foundBySlug(other))))
    }
    return withNewsroomDates({
      ...withTranslations(config),
      db: withIndexes(soundAdapter(config.db), indexesFor(options, config.collections ?? [], slugs.dossiers)),
      admin: withDeskParts(config),
      // Fields of any collection name these by their slugs.
      ...(config.blocks ? { blocks: config.blocks.map(discreet(pieces, ALL_STAFF)) } : {}),
      collections: [
        ...(config.collections ?? []).map(settled).map(discreet(pieces, ALL_STAFF)).map(enrolled).map(guarded),
        dossiers(slugs.dossiers),
        workflowEvents(slugs.events),
        movedSlugs(slugs.movedSlugs),
        changeLog(slugs.changes),
        changeBatches(slugs.changeBatches),
        { ...comments(slugs.comments), endpoints: commentEndpoints },
        { ...notifications(slugs.notifications), endpoints: notificationEndpoints },
        styleExceptions(slugs.styleExceptions),
        leases(slugs.leases),
        { ...releases(slugs.releases), endpoints: releaseEndpoints },
        releasePieces(slugs.releasePieces),
        reviewLinks(slugs.reviewLinks),
        ...[slugs.searchLive, slugs.searchNewest].flatMap((slug) => [searchTexts(slug), searchWords(`${slug}-words`)]),
      ],
      globals: (config.globals ?? [])
        .map(unconditionalGlobal)
        .map(settledGlobal)
        .map(discreet(pieces, WHO_SEES_ALL))
        .map(withOpenGlobal),
      endpoints: [
        ...(config.endpoints ?? []),
        ...[...newsroomEndpoints, ...(typeof options.clock === 'object' ? [publishDueEndpoint] : [])].map((each) => ({
          ...each,
          path: `${endpointPrefix}${each.path}`,
        })),
      ],
      graphQL: guards
        ? guardGraphQL(withWorkflow(config.graphQL, [...pieces]))
        : withWorkflow(config.graphQL, [...pieces]),
      hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), afterError] },
      loggingLevels: { ...REFUSALS_ARE_NO_FAULTS, ...config.loggingLevels },
      bin: [...(config.bin ?? []), ...commands],
      custom: { ...config.custom, imprimatur: { options: { ...options, media: [...media] }, users } },
      onInit: async (payload) => {
        payload.logger = quietLog(payload.logger)
        await requireSoundDatabase(payload)
        await guardDatabase(payload)
        await wordsByBytes(payload)
        await sayWhatIsNotAdopted(payload)
        startOwnClock(payload)
        await config.onInit?.(payload)
      },
    })
  }
}

/** What Payload 3.90 would log as errors. */
const REFUSALS_ARE_NO_FAULTS = {
  Forbidden: 'debug',
  Locked: 'debug',
  MissingFile: 'debug',
  NotFound: 'debug',
  ValidationError: 'debug',
} as const

function mediaOf(config: Config, pieces: ReadonlySet<string>): readonly string[] {
  const collections = config.collections ?? []
  const uploads = collections.filter((each) => each.upload).map((each) => each.slug)
  return collections.filter((each) => pieces.has(each.slug)).flatMap((each) => mediaIn(each.fields, uploads))
}

/** `payload imprimatur:audit`, `imprimatur:adopt`, `imprimatur:grant`. */
const here = fileURLToPath(import.meta.url)
const commands = ['audit', 'adopt', 'grant'].map((name) => ({
  key: `imprimatur:${name}`,
  scriptPath: path.join(path.dirname(here), 'bin', `${name}${path.extname(here)}`),
}))

/** Only logs it: at a build, or before the first migration, the tables may not exist yet. */
async function sayWhatIsNotAdopted(payload: Payload): Promise<void> {
  try {
    for (const [slug, count] of await notAdopted(payload))
      payload.logger.warn(
        `imprimatur: ${String(count)} documents of “${slug}” were there before the workflow. What is public stays public, and nothing of them can be changed until you run: npm run payload imprimatur:adopt`,
      )
  } catch (err) {
    payload.logger.warn({
      err,
      msg: 'imprimatur: could not look whether there are documents from before the workflow.',
    })
  }
}
