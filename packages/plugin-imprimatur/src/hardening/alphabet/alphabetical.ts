import type { CollectionConfig, Plugin } from 'payload'
import { fillSortKeys } from './fillSortKeys.ts'
import { keepSortKeys } from './keepSortKeys.ts'
import { sortByBytes } from './sortByBytes.ts'
import { sortKeyField } from './sortKeyField.ts'

/**
 * Has lists that are sorted by these text fields in the order of the alphabet, whatever the database: `adam` before `Zoe`, `Émile`
 * beside `Emil`. Databases order texts by their bytes, so a key stands beside each, and `answerAlike` sorts by that.
 *
 * @param collections names of text fields at the top of a document, by the slug of their collection
 */
export function alphabetical(collections: Readonly<Record<string, readonly string[]>>): Plugin {
  return (config) => ({
    ...config,
    collections: (config.collections ?? []).map((each) => withSortKeys(each, collections[each.slug] ?? [])),
    onInit: async (payload) => {
      await sortByBytes(payload)
      await fillSortKeys(payload)
      keepSortKeys(payload)
      await config.onInit?.(payload)
    },
  })
}

function withSortKeys(collection: CollectionConfig, names: readonly string[]): CollectionConfig {
  return names.length === 0 ? collection : { ...collection, fields: [...collection.fields, ...names.map(sortKeyField)] }
}
