import type { CollectionConfig, Config, Field, GlobalConfig, Payload, Plugin } from 'payload'
import {
  createPieces,
  nobody,
  readPieces,
  readShownMedia,
  readVersions,
  staffOnly,
  writePieces,
  ALL_STAFF,
  onlyPublicReferences,
  WHO_SEES_ALL,
  type GetsAll,
} from './access/index.ts'
import { answerAlike } from './hardening/queries/index.ts'
import { soundTransactions } from './hardening/postgres/index.ts'
import { barrierAtTransactions, lostTooOften } from './transaction/index.ts'
import { withDeskParts, withOpenForm, withOpenGlobal, withPieceParts, withNewsroomDates } from './admin/index.ts'
import {
  refuseConditions,
  refuseConditionsOfGlobal,
  afterDelete,
  afterSave,
  beforeSave,
  forceDraft,
  refuseDeleting,
  rememberSource,
  keepReferred,
  cleanCopied,
  settleData,
  settleGlobal,
  afterChangeOfShown,
  afterDeletionOfShown,
  guardShownMedia,
  noting,
  wholeOrNothing,
} from './hooks/index.ts'
import { newsroomOf, type Newsroom, type ImprimaturOptions, type WorkflowCollectionOptions } from './runtime/index.ts'
import { newsroomEndpoints, pieceEndpoints, workflowMutations, workflowQueries } from './api/index.ts'
import { DOSSIERS, dossiers, movedSlugs, workflowEvents, SHOWN, SHOWN_BY } from './collections/index.ts'
import { guardWritePath } from './guard/index.ts'

/**
 * Puts collections of a Payload project under the workflow: what readers get of them is exactly what a second person
 * signed off. Adds the machine collections, fields, hooks, access, endpoints and GraphQL that this takes; knows
 * nothing of what the collections are about.
 *
 * Needs a database adapter with transactions, an auth collection whose users have `roles`, and, on MongoDB, the
 * adapter's `ensureIndexes: true`.
 */
export function imprimatur(options: ImprimaturOptions): Plugin {
  return (config) => {
    const media = new Set(
      options.media ?? (config.collections ?? []).filter((each) => each.upload).map((each) => each.slug),
    )
    const pieces = new Set(Object.keys(options.collections))
    let known: Newsroom | undefined
    return withNewsroomDates({
      ...config,
      admin: withDeskParts(config.admin),
      collections: [
        ...(config.collections ?? [])
          .map(settled)
          .map(discreet(pieces, ALL_STAFF))
          .map((collection) => {
            const own = options.collections[collection.slug]
            if (own) return keptWhileReferred(withPieceParts(underWorkflow(collection, own)))
            const other = media.has(collection.slug) ? shownByPieces(collection) : keptWhileReferred(collection)
            return withOpenForm(unconditional(other))
          }),
        dossiers,
        workflowEvents,
        movedSlugs,
      ],
      globals: (config.globals ?? [])
        .map(unconditionalGlobal)
        .map(settledGlobal)
        .map(discreet(pieces, WHO_SEES_ALL))
        .map(withOpenGlobal),
      endpoints: [...(config.endpoints ?? []), ...newsroomEndpoints],
      graphQL: withWorkflow(config.graphQL, Object.keys(options.collections)),
      custom: {
        ...config.custom,
        imprimatur: {
          newsroom: (): Newsroom => {
            if (!known) throw new Error('imprimatur: Payload is not initialised yet.')
            return known
          },
        },
      },
      onInit: async (payload) => {
        known = newsroomOf(options, payload.config)
        requireIndexes(payload)
        await requireTransactions(payload)
        if (payload.db.name === 'postgres') soundTransactions(payload, DOSSIERS, lostTooOften)
        await answerAlike(payload)
        guardWritePath(payload)
        if (options.barrier) barrierAtTransactions(payload.db, options.barrier)
        await config.onInit?.(payload)
      },
    })
  }
}

/** Pieces refer to texts of any collection, and globals are shown beside them. */
function settled(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return { ...collection, hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), settleData] } }
}

function settledGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  return { ...global, hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), settleGlobal] } }
}

/** Nothing that goes out to readers names pieces that are not public. */
function discreet(pieces: ReadonlySet<string>, getsAll: GetsAll) {
  return <One extends CollectionConfig | GlobalConfig>(entity: One): One => ({
    ...entity,
    fields: onlyPublicReferences(entity.fields, pieces, getsAll),
  })
}

function underWorkflow(collection: CollectionConfig, options: WorkflowCollectionOptions): CollectionConfig {
  const { hooks = {} } = collection
  const trash = collection.trash ?? true
  return {
    ...collection,
    trash,
    versions: {
      ...(typeof collection.versions === 'object' ? collection.versions : {}),
      maxPerDoc: 0,
      drafts: {
        ...(typeof collection.versions === 'object' && typeof collection.versions.drafts === 'object'
          ? collection.versions.drafts
          : {}),
        validate: false,
        schedulePublish: false,
      },
    },
    fields: [...collection.fields, ...machineFields(collection.fields)],
    access: {
      ...collection.access,
      create: createPieces,
      read: readPieces({ trash, ...(options.publicRead ? { publicRead: options.publicRead } : {}) }),
      readVersions,
      update: writePieces,
      delete: writePieces,
    },
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), rememberSource, forceDraft, refuseDeleting],
      beforeValidate: [cleanCopied, ...(hooks.beforeValidate ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), noting(beforeSave)],
      afterChange: [noting(afterSave), ...(hooks.afterChange ?? [])],
      afterDelete: [afterDelete, ...(hooks.afterDelete ?? [])],
      afterOperation: [...(hooks.afterOperation ?? []), wholeOrNothing],
    },
    endpoints: [...(collection.endpoints || []), ...pieceEndpoints(collection.slug)],
  }
}

const MACHINE = { imprimatur: 'derived' } as const

/** What the workflow keeps on a piece itself; fields that the collection declares already stay as they are. */
function machineFields(existing: readonly Field[]): Field[] {
  return undeclared(existing, [
    machineText('createdBy'),
    machineText('changedBy'),
    machineDate('publishedAt', 'Public since'),
    machineDate('firstPublishedAt', 'First published'),
  ])
}

function undeclared(existing: readonly Field[], own: readonly Field[]): Field[] {
  const declared = new Set(namesIn(existing))
  return own.filter((field) => !('name' in field) || !declared.has(field.name))
}

function namesIn(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : namesIn(tab.fields)))
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesIn(field.fields) : []
  })
}

function machineText(name: string): Field {
  return {
    name,
    type: 'text',
    index: true,
    access: { create: nobody, read: staffOnly, update: nobody },
    admin: { hidden: true },
    custom: MACHINE,
    disableBulkEdit: true,
  } as Field
}

function machineDate(name: string, label: string): Field {
  return {
    name,
    type: 'date',
    label,
    index: true,
    access: { create: nobody, update: nobody },
    admin: { date: { pickerAppearance: 'dayAndTime' }, hidden: true },
    custom: MACHINE,
  }
}

function shownByPieces(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    fields: [
      ...collection.fields,
      ...undeclared(collection.fields, [
        {
          name: SHOWN_BY,
          type: 'json',
          access: { create: nobody, read: staffOnly, update: nobody },
          admin: { hidden: true },
          custom: MACHINE,
        },
        {
          name: SHOWN,
          type: 'checkbox',
          index: true,
          defaultValue: false,
          access: { create: nobody, read: staffOnly, update: nobody },
          admin: { hidden: true },
          custom: MACHINE,
        },
      ]),
    ],
    access: { ...collection.access, read: readShownMedia },
    hooks: {
      ...hooks,
      beforeOperation: [guardShownMedia, ...(hooks.beforeOperation ?? [])],
      afterChange: [...(hooks.afterChange ?? []), noting(afterChangeOfShown)],
      afterDelete: [...(hooks.afterDelete ?? []), noting(afterDeletionOfShown)],
      afterOperation: [...(hooks.afterOperation ?? []), wholeOrNothing],
    },
  }
}

/** Any collection may hold what pieces refer to. */
function keptWhileReferred(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return { ...collection, hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), keepReferred] } }
}

/** Nothing but a piece has a digest that a write could be held to. */
function unconditional(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return { ...collection, hooks: { ...hooks, beforeOperation: [refuseConditions, ...(hooks.beforeOperation ?? [])] } }
}

function unconditionalGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  return {
    ...global,
    hooks: { ...hooks, beforeOperation: [refuseConditionsOfGlobal, ...(hooks.beforeOperation ?? [])] },
  }
}

function withWorkflow(graphQL: Config['graphQL'], collections: readonly string[]): NonNullable<Config['graphQL']> {
  return {
    ...graphQL,
    queries: (library, payload) => ({
      ...graphQL?.queries?.(library, payload),
      ...workflowQueries(library, payload, collections),
    }),
    mutations: (library, payload) => ({
      ...graphQL?.mutations?.(library, payload),
      ...workflowMutations(library, payload, collections),
    }),
  }
}

/** Without transactions nothing that the workflow promises would hold, so the start is refused. */
async function requireTransactions(payload: Payload): Promise<void> {
  const id = await payload.db.beginTransaction()
  if (!id)
    throw new Error(
      'imprimatur: the database has no transactions. Turn on transactionOptions; MongoDB has to be a replica set.',
    )
  await payload.db.rollbackTransaction(id)
}

/**
 * On MongoDB the number of an event is unique by an index. Without `ensureIndexes` Payload's adapter leaves indexes to
 * the background (Mongoose's `autoIndex`), and writes that come before them are held to nothing; so the start is refused.
 */
function requireIndexes(payload: Payload): void {
  const database: { readonly name: string; readonly ensureIndexes?: boolean } = payload.db
  if (database.name === 'mongoose' && !database.ensureIndexes)
    throw new Error(
      'imprimatur: the indexes of the database may come later than the first writes. Turn on ensureIndexes of mongooseAdapter().',
    )
}
