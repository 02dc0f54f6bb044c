import type { CollectionConfig, Field } from 'payload'
import {
  both,
  createPieces,
  nobody,
  othersAsPublic,
  readPieces,
  readVersions,
  staffOnly,
  writePieces,
} from '../access/index.ts'
import { pieceEndpoints } from '../api/index.ts'
import {
  afterDelete,
  afterSave,
  beforeSave,
  cleanCopied,
  saveAsDraft,
  rememberRefusal,
  refuseDeleting,
  refuseHidden,
  trackDuplicateSource,
  bulkIsAtomic,
} from '../hooks/index.ts'
import type { WorkflowCollectionOptions } from '../runtime/index.ts'
import { label, type TranslationKey } from '../translations/index.ts'
import { undeclared } from './fieldNames.ts'
import { MACHINE_FIELD } from './machineField.ts'

/** A collection whose documents go through the workflow. What its own rules of access forbid stays forbidden. */
export function workflowCollection(collection: CollectionConfig, options: WorkflowCollectionOptions): CollectionConfig {
  const { access, hooks = {} } = collection
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
      ...access,
      create: both(access?.create, createPieces),
      read: both(
        access?.read,
        readPieces({
          slug: collection.slug,
          trash,
          ...(options.expires === undefined ? {} : { expires: options.expires }),
          ...(options.publicRead ? { publicRead: options.publicRead } : {}),
        }),
      ),
      readVersions: both(access?.readVersions, readVersions),
      update: both(access?.update, writePieces),
      delete: both(access?.delete, writePieces),
    },
    hooks: {
      ...hooks,
      beforeOperation: [
        ...(hooks.beforeOperation ?? []),
        refuseHidden,
        trackDuplicateSource,
        saveAsDraft,
        refuseDeleting,
        othersAsPublic,
      ],
      beforeValidate: [cleanCopied, ...(hooks.beforeValidate ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), rememberRefusal(beforeSave)],
      afterChange: [rememberRefusal(afterSave), ...(hooks.afterChange ?? [])],
      afterDelete: [afterDelete, ...(hooks.afterDelete ?? [])],
      afterOperation: [...(hooks.afterOperation ?? []), bulkIsAtomic],
    },
    endpoints: [...(collection.endpoints || []), ...pieceEndpoints(collection.slug)],
  }
}

/** What the workflow keeps on a piece itself; fields that the collection declares already stay as they are. */
export function machineFields(existing: readonly Field[]): Field[] {
  return undeclared(existing, [
    machineText('createdBy'),
    machineText('changedBy'),
    machineDate('publishedAt', 'fields:published_at'),
    machineDate('firstPublishedAt', 'fields:first_published_at'),
  ])
}

function machineText(name: string): Field {
  return {
    name,
    type: 'text',
    index: true,
    access: { create: nobody, read: staffOnly, update: nobody },
    admin: { hidden: true },
    custom: MACHINE_FIELD,
    disableBulkEdit: true,
  } as Field
}

function machineDate(name: string, key: TranslationKey): Field {
  return {
    name,
    type: 'date',
    label: label(key),
    index: true,
    access: { create: nobody, update: nobody },
    admin: { date: { pickerAppearance: 'dayAndTime' }, hidden: true },
    custom: MACHINE_FIELD,
  }
}
