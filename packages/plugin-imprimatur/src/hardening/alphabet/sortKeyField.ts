import type { Field, FlattenedField } from 'payload'

const nobody = () => false

/** Name of the field that holds the key of a text field. */
export function sortKeyName(name: string): string {
  return `${name}SortKey`
}

/**
 * The field that holds the key of the text field `name`: no content, and none of anybody's business but the database's. What it
 * holds is kept by `keepSortKeys`, whatever a request sends.
 */
export function sortKeyField(name: string): Field {
  return {
    name: sortKeyName(name),
    type: 'text',
    hidden: true,
    access: { create: nobody, read: nobody, update: nobody },
    admin: { disabled: true },
    custom: { imprimatur: 'derived', sortKeyOf: name },
  }
}

/** Name of the text field that `field` has the keys of; undefined for a field of another kind. */
export function sortKeyOf(field: Field | FlattenedField): string | undefined {
  const custom = 'custom' in field ? (field.custom as Readonly<Record<string, unknown>> | undefined) : undefined
  return typeof custom?.sortKeyOf === 'string' ? custom.sortKeyOf : undefined
}

/** By the names of text fields among `fields`: the names of the fields that hold their keys. */
export function sortKeysIn(fields: readonly (Field | FlattenedField)[]): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap((field) => {
      const of = sortKeyOf(field)
      return of !== undefined && 'name' in field && field.name ? [[of, field.name] as const] : []
    }),
  )
}
