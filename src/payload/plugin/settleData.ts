import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { ContentError, isMachineId, refuseUnkeepable } from '../../content/index.ts'
import { coded } from '../errors/CodedError.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * Settles what a request sends before Payload looks at it. What no database keeps as it was sent is refused: half a
 * character, U+0000, nesting without end. What is nothing comes into the one form that Payload 3.90 can take: a group
 * that is null has fields that are null, a list that is null is empty; it fails on both with an internal error. Ids of
 * rows that Payload would not make, and all ids in a new document, are left out, so that it makes new ones: on SQLite
 * each can stand only once in all documents.
 *
 * @throws CodedError `invalid_value`, naming the field.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const settleData: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (!isData(data)) return args
  try {
    refuseUnkeepable(data)
  } catch (error) {
    if (error instanceof ContentError) throw coded('invalid_value', { message: error.message, field: error.field })
    throw error
  }
  return {
    ...args,
    data: settled(collection.flattenedFields, data, operation === 'create' ? () => false : isMachineId),
  }
}

type KeepsId = (id: unknown) => boolean

/** `data` with every group and list in the form that Payload can take; other values stay as they are. */
export function settled(fields: readonly FlattenedField[], data: Data, keepsId: KeepsId): Data {
  const own = fields.filter((field) => Object.hasOwn(data, field.name))
  return {
    ...data,
    ...Object.fromEntries(own.map((each) => [each.name, settledValue(each, data[each.name], keepsId)])),
  }
}

function settledValue(field: FlattenedField, value: unknown, keepsId: KeepsId): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      if (value === null) return emptied(field.flattenedFields)
      return isData(value) ? settled(field.flattenedFields, value, keepsId) : value
    case 'array':
      return rows(value, () => field.flattenedFields, keepsId)
    case 'blocks':
      return rows(
        value,
        (row) => field.blocks.find((block) => block.slug === row.blockType)?.flattenedFields ?? [],
        keepsId,
      )
    default:
      return value
  }
}

function rows(value: unknown, fieldsOf: (row: Data) => readonly FlattenedField[], keepsId: KeepsId): unknown {
  if (value === null) return []
  if (!Array.isArray(value)) return value
  return value.map((row: unknown) => {
    if (!isData(row)) return row
    const { id, ...rest } = settled(fieldsOf(row), row, keepsId)
    return keepsId(id) ? { id, ...rest } : rest
  })
}

function emptied(fields: readonly FlattenedField[]): Data {
  return Object.fromEntries(fields.map((field) => [field.name, settledValue(field, null, () => false)]))
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
