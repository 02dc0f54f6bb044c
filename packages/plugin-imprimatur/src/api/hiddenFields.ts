import {
  getNamedType,
  GraphQLError,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import type { FlattenedField, PayloadRequest, SanitizedConfig } from 'payload'
import { ERRORS } from '../domain/workflow/index.ts'
import { typeNames } from './rootNames.ts'

type SchemaField = GraphQLField<unknown, unknown>
type ReadAccess = (args: { req: PayloadRequest }) => boolean | Promise<boolean>

/** Fields of documents in `schema` that have an access rule for reading, with their rules. */
export function protectedFields(schema: GraphQLSchema, config: SanitizedConfig): ReadonlyMap<SchemaField, ReadAccess> {
  const found = new Map<SchemaField, ReadAccess>()
  const walk = (type: GraphQLNamedType | undefined, fields: readonly FlattenedField[]): void => {
    if (!isObjectType(type)) return
    const ofType = type.getFields()
    for (const field of fields) {
      // Payload 3.90 writes names for GraphQL with underscores (`@payloadcms/graphql/dist/utilities/formatName.js`).
      const known = ofType[field.name.replaceAll(/\W/g, '_')]
      if (!known) continue
      const read = 'access' in field ? field.access?.read : undefined
      if (read) found.set(known, read as ReadAccess)
      const inner = getNamedType(known.type)
      if (field.type === 'blocks' && isUnionType(inner)) {
        for (const each of inner.getTypes()) {
          const block = field.blocks.find(({ slug }) => slug === each.extensions.blockSlug)
          walk(each, block?.flattenedFields ?? [])
        }
      } else if ('flattenedFields' in field) walk(inner, field.flattenedFields)
    }
  }
  for (const { fields, name } of typeNames(schema, config)) walk(schema.getType(name), fields)
  return found
}

/** Those of `ruled` that this request may not read. A rule that throws counts as no. */
export async function hiddenFields(
  ruled: ReadonlyMap<SchemaField, ReadAccess>,
  req: PayloadRequest,
): Promise<ReadonlySet<SchemaField>> {
  const closed = new Set<SchemaField>()
  for (const [field, read] of ruled) if (!(await allows(read, req))) closed.add(field)
  return closed
}

async function allows(read: ReadAccess, req: PayloadRequest): Promise<boolean> {
  try {
    return await read({ req })
  } catch {
    return false
  }
}

/**
 * A validation rule that refuses a document which selects a field that the asker may not read. Payload would give
 * `null` for most; its `join` fields do not check at all (3.90).
 */
export function refuseHiddenFields(closed: ReadonlySet<SchemaField>): ValidationRule {
  return (context) => ({
    Field(node) {
      const field = context.getFieldDef()
      if (!field || !closed.has(field as SchemaField)) return
      const name = node.name.value
      const extensions = { code: 'not_authenticated', statusCode: ERRORS.not_authenticated.status, field: name }
      context.reportError(new GraphQLError(`\`${name}\` is for staff: log in.`, { nodes: [node], extensions }))
    },
  })
}
