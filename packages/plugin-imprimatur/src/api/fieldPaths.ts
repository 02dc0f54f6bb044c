import type { FlattenedField, Payload } from 'payload'
import { blocksOf } from '../hardening/adapter/index.ts'

/** What a version has beside the fields of its collection. */
const VERSION_FIELDS = new Set([
  'parent',
  'latest',
  'autosave',
  'snapshot',
  'publishedLocale',
  'createdAt',
  'updatedAt',
])

/**
 * Whether a dotted path leads from a collection or global to a field that is stored, through groups, rows and relations. Hidden fields
 * count as not there: behind a relation Payload 3.90 sorts by what it hides, such as the salt of a user's password.
 *
 * @param mayFollow whether a path may lead through a relation into that collection.
 */
export function fieldPaths(
  payload: Payload,
  target: string,
  mayFollow: (collection: string) => boolean,
): (path: string) => boolean {
  const fieldsOf = (slug: string): readonly FlattenedField[] =>
    payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const leads = (fields: readonly FlattenedField[], names: readonly string[]): boolean => {
    const [name, ...rest] = names
    if (name === undefined) return true
    if (name === 'id') return rest.length === 0
    const field = fields.find((each) => each.name === name)
    if (!field) return /^\d+$/.test(name) && leads(fields, rest)
    if ('hidden' in field && field.hidden === true) return false
    if ('virtual' in field && field.virtual === true) return false
    if (rest.length === 0) return true
    if ('flattenedFields' in field) return leads(field.flattenedFields, rest)
    if (field.type === 'blocks')
      return blocksOf(field, payload.config).some((block) => leads(block.flattenedFields, rest))
    if (field.type === 'relationship' || field.type === 'upload') {
      const targets = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
      const [first] = rest
      if (rest.length === 1 && (first === 'value' || first === 'relationTo' || first === 'id')) return true
      return targets.every(mayFollow) && targets.some((each) => leads(fieldsOf(each), rest))
    }
    if (field.type === 'join') {
      const targets = Array.isArray(field.collection) ? field.collection : [field.collection]
      return targets.every(mayFollow) && targets.some((each) => leads(fieldsOf(each), rest))
    }
    return field.type === 'json' || field.type === 'richText' || field.type === 'point'
  }
  const fields = payload.config.globals.find((each) => each.slug === target)?.flattenedFields ?? fieldsOf(target)
  return (path) => {
    const plain = path.startsWith('version.') ? path.slice('version.'.length) : path
    return VERSION_FIELDS.has(plain) || leads(fields, plain.split('.'))
  }
}
