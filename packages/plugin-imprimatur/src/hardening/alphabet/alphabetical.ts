import type { CollectionConfig, Plugin } from 'payload'
import { withIndexes, type Index } from '../adapter/index.ts'
import { fillSortKeys } from './fillSortKeys.ts'
import { keepSortKeys } from './keepSortKeys.ts'
import { sortByBytes } from './sortByBytes.ts'
import { sortKeyField, sortKeyName } from './sortKeyField.ts'

/**
 * Has lists that are sorted by these text fields in the order of the alphabet, whatever the database: `adam` before `Zoe`, `Émile`
 * beside `Emil`. Databases order texts by their bytes, so a key stands beside each, and `answerAlike` sorts by that.
 *
 * @param collections names of text fields at the top of a document, by the slug of their collection
 */
export function alphabetical(collections: Readonly<Record<string, readonly string[]>>): Plugin {
  return (config) => ({
    ...config,
    db: withIndexes(
      config.db,
      Object.entries(collections).flatMap(([slug, names]) => names.flatMap(indexesOf(slug))),
    ),
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

/** By the key, and by the text behind it: a text without a key is found at once, among however many without a text. */
function indexesOf(slug: string): (name: string) => readonly Index[] {
  return (name) => {
    const [key, title] = [sortKeyName(name), `${name.toLowerCase()}_key`]
    return [
      { slug, of: 'documents', name: title, on: [key, name] },
      { slug, of: 'versions', name: title, on: [`version.${key}`, `version.${name}`] },
    ]
  }
}
