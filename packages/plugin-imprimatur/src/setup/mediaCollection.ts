import type { CollectionConfig, Field } from 'payload'
import { both, nobody, readMedia, staffOnly } from '../access/index.ts'
import { SHOWN, SHOWN_BY, TAKEN } from '../collections/index.ts'
import {
  afterChangeOfShown,
  afterDeletionOfShown,
  guardShownMedia,
  rememberRefusal,
  bulkIsAtomic,
  withFileHash,
} from '../hooks/index.ts'
import { undeclared } from './fieldNames.ts'
import { MACHINE_FIELD } from './machineField.ts'

/**
 * An upload collection whose files pieces show: what belongs to a piece is for readers only while a public one shows it.
 *
 * @param all whether that holds for every file, and not only for those that a piece has referred to
 */
export function mediaCollection(collection: CollectionConfig, all: boolean): CollectionConfig {
  const { access, hooks = {} } = collection
  const hashed = undeclared(collection.fields, [machine({ name: 'sha256', type: 'text', index: true })])
  return {
    ...collection,
    fields: [
      ...collection.fields,
      ...hashed,
      ...undeclared(collection.fields, [
        machine({ name: SHOWN_BY, type: 'json' }),
        machine({ name: SHOWN, type: 'checkbox', index: true, defaultValue: false }),
        ...(all ? [] : [machine({ name: TAKEN, type: 'checkbox', index: true, defaultValue: false })]),
      ]),
    ],
    access: { ...access, read: both(access?.read, readMedia(all)) },
    hooks: {
      ...hooks,
      beforeOperation: [guardShownMedia, ...(hooks.beforeOperation ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), ...(hashed.length > 0 ? [withFileHash] : [])],
      afterChange: [...(hooks.afterChange ?? []), rememberRefusal(afterChangeOfShown)],
      afterDelete: [...(hooks.afterDelete ?? []), rememberRefusal(afterDeletionOfShown)],
      afterOperation: [...(hooks.afterOperation ?? []), bulkIsAtomic],
    },
  }
}

function machine(field: Field): Field {
  return {
    ...field,
    access: { create: nobody, read: staffOnly, update: nobody },
    admin: { hidden: true },
    custom: MACHINE_FIELD,
  } as Field
}

/** Slugs of the upload collections whose documents `fields` can refer to, at any depth; `uploads` for a rich text. */
export function mediaIn(fields: readonly Field[], uploads: readonly string[]): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    switch (field.type) {
      case 'upload':
      case 'relationship':
        return [field.relationTo].flat().filter((slug) => uploads.includes(slug))
      case 'richText':
        return uploads
      case 'tabs':
        return field.tabs.flatMap((tab) => mediaIn(tab.fields, uploads))
      case 'blocks':
        return field.blockReferences ? uploads : field.blocks.flatMap((block) => mediaIn(block.fields, uploads))
      default:
        return 'fields' in field ? mediaIn(field.fields, uploads) : []
    }
  })
}
