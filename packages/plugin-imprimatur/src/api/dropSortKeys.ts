import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import type { SanitizedConfig } from 'payload'
import { sortKeysIn } from '../hardening/alphabet/index.ts'

/**
 * Removes sort keys from the schema. Payload 3.90 puts hidden fields into the types of documents and inputs, and into
 * the filters of versions.
 */
export function dropSortKeys(schema: GraphQLSchema, config: SanitizedConfig): void {
  const keys = config.collections.flatMap(({ flattenedFields }) => [...sortKeysIn(flattenedFields).values()])
  const names = new Set(keys.flatMap((key) => [key, `version__${key}`]))
  const types = schema.getTypeMap()
  for (const type of Object.values(types)) {
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    const fields: Record<string, GraphQLField<unknown, unknown> | GraphQLInputField> = type.getFields()
    for (const [name, field] of Object.entries(fields)) {
      if (!names.has(name)) continue
      Reflect.deleteProperty(fields, name)
      const filter = getNamedType(field.type as GraphQLType)
      if (isInputObjectType(filter)) Reflect.deleteProperty(types, filter.name)
    }
  }
}
