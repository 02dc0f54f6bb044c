import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CollectionConfig, Config, Payload, Plugin } from 'payload'
import { ALL_STAFF, WHO_SEES_ALL } from './access/index.ts'
import { withDeskParts, withNewsroomDates, withOpenForm, withOpenGlobal, withPieceParts } from './admin/index.ts'
import { guardGraphQL, newsroomEndpoints, publishDueEndpoint, readEndpoints, writeEndpoints } from './api/index.ts'
import { dossiers, movedSlugs, workflowEvents } from './collections/index.ts'
import { quietLog } from './errors/index.ts'
import { guardDatabase } from './guard/index.ts'
import { soundAdapter } from './hardening/sqlite/index.ts'
import { afterError } from './hooks/index.ts'
import { notAdopted, startOwnClock } from './operations/index.ts'
import { MACHINE_SLUGS, usersOf, type ImprimaturOptions } from './runtime/index.ts'
import {
  discreet,
  keptWhileReferred,
  mediaCollection,
  mediaIn,
  requireSoundConfig,
  requireSoundDatabase,
  settled,
  settledGlobal,
  staffCollection,
  unconditional,
  unconditionalGlobal,
  withWorkflow,
  workflowCollection,
} from './setup/index.ts'

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
    const slugs = { ...MACHINE_SLUGS, ...options.slugs }
    const guards = options.readGuards !== 'host'
    const endpointPrefix = options.endpointPrefix ?? '/imprimatur'

    // A collection whose endpoints are switched off keeps none.
    const guarded = (collection: CollectionConfig): CollectionConfig =>
      guards && collection.endpoints !== false
        ? { ...collection, endpoints: [...(collection.endpoints ?? []), ...readEndpoints(), ...writeEndpoints()] }
        : collection
    const enrolled = (collection: CollectionConfig): CollectionConfig => {
      const own = options.collections[collection.slug]
      if (own) return keptWhileReferred(withPieceParts(workflowCollection(collection, own)))
      if (media.has(collection.slug))
        return withOpenForm(unconditional(mediaCollection(collection, options.media !== undefined)))
      const other = collection.slug === users ? staffCollection(collection, options) : collection
      return withOpenForm(unconditional(keptWhileReferred(other)))
    }
    return withNewsroomDates({
      ...config,
      db: soundAdapter(config.db),
      admin: withDeskParts(config.admin),
      collections: [
        ...(config.collections ?? []).map(settled).map(discreet(pieces, ALL_STAFF)).map(enrolled).map(guarded),
        dossiers(slugs.dossiers),
        workflowEvents(slugs.events),
        movedSlugs(slugs.movedSlugs),
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
