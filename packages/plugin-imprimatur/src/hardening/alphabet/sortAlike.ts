import type { FlattenedField, Payload } from 'payload'
import { sortKeysIn } from './sortKeyField.ts'

/**
 * One key of a `sort`, such as `-displayName`, `version.headline` or `section.name`, with the path of the stored key in place of that
 * of a text that has one.
 *
 * @param fields of what is sorted
 */
export function sortAlike(payload: Payload, fields: readonly FlattenedField[], key: string): string {
  const direction = key.startsWith('-') ? '-' : ''
  const names = key.slice(direction.length).replaceAll('__', '.').split('.')
  const last = names.pop() ?? ''
  const stored = sortKeysIn(fieldsAt(payload, fields, names)).get(last)
  return stored === undefined ? key : direction + [...names, stored].join('.')
}

/** The fields behind a path through groups and relations of one kind; none behind anything else. */
function fieldsAt(
  payload: Payload,
  fields: readonly FlattenedField[],
  [name, ...rest]: readonly string[],
): readonly FlattenedField[] {
  if (name === undefined) return fields
  const field = fields.find((each) => each.name === name)
  switch (field?.type) {
    case 'group':
    case 'tab':
      return fieldsAt(payload, field.flattenedFields, rest)
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo)
        ? []
        : fieldsAt(payload, payload.collections[field.relationTo]?.config.flattenedFields ?? [], rest)
    default:
      return []
  }
}
