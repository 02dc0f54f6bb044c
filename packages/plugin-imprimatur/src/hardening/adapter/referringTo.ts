import type { FlattenedField, SanitizedConfig } from 'payload'

/** Slugs of what has a field that can name documents of one collection. */
export type Referring = { readonly collections: readonly string[]; readonly globals: readonly string[] }

const known = new WeakMap<SanitizedConfig, Map<string, Referring>>()

/** What can refer to documents of a collection, itself included: where SQL empties the reference when the document is deleted. */
export function referringTo(config: SanitizedConfig, collection: string): Referring {
  const ofConfig = known.get(config) ?? new Map<string, Referring>()
  known.set(config, ofConfig)
  const slugsOf = (entities: readonly { readonly slug: string; readonly flattenedFields: FlattenedField[] }[]) =>
    entities.filter((each) => refersTo(each.flattenedFields, collection, config)).map(({ slug }) => slug)
  const found = ofConfig.get(collection) ?? {
    collections: slugsOf(config.collections),
    globals: slugsOf(config.globals),
  }
  ofConfig.set(collection, found)
  return found
}

/** @param seen slugs of the blocks that were looked into: one may hold itself */
function refersTo(
  fields: readonly FlattenedField[],
  collection: string,
  config: SanitizedConfig,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return fields.some((field) => {
    if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat().includes(collection)
    if (field.type === 'blocks')
      return [...field.blocks, ...(field.blockReferences ?? [])].some((each) => {
        const block = typeof each === 'string' ? config.blocks?.find(({ slug }) => slug === each) : each
        if (!block || seen.has(block.slug)) return false
        return refersTo(block.flattenedFields, collection, config, new Set([...seen, block.slug]))
      })
    return 'flattenedFields' in field && refersTo(field.flattenedFields, collection, config, seen)
  })
}
