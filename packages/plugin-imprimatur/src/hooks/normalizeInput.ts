import {
  flattenAllFields,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type SanitizedConfig,
} from 'payload'
import {
  cleanLine,
  cleanRichText,
  cleanText,
  ContentError,
  isMachineId,
  refuseUnkeepable,
} from '../domain/content/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { coded, type CodedError } from '../errors/index.ts'
import { blocksOf } from '../hardening/adapter/index.ts'
import { textHole } from '../hardening/input/index.ts'
import { lexicalBlocks } from '../collections/index.ts'
import { grantFor, scopeOf } from '../transaction/index.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * Normalises the data of a request before Payload sees it. Refuses what no database keeps as it was sent: half a
 * surrogate pair, U+0000, unbounded nesting, a rich text with something else than parts, and what Payload 3.90 would leave out without a
 * word: rows and groups that are no objects. Removes invisible characters from texts ({@link cleanText}), except when a
 * signed text is published. Normalises null groups and lists, which Payload 3.90 cannot store: a null group gets null
 * fields, a null list becomes empty. Drops ids of rows that Payload would not make, and all ids in a new document, so
 * that Payload makes new ones: on SQLite each id can exist only once.
 *
 * @throws CodedError `invalid_value`, naming the field.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const normalizeInput: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data, id } = args as { data?: unknown; id?: number | string }
  if (!isData(data)) return args
  keepable(data)
  const goesOut = id !== undefined && (await grantFor(req, pieceKey(collection.slug, String(id)))) !== undefined
  const keepsId = operation === 'create' ? () => false : isMachineId
  const rules = { keepsId, cleans: !goesOut, config: req.payload.config }
  return { ...args, data: settled(collection.flattenedFields, data, rules) }
}

/** The same for a global. */
export const normalizeGlobalInput: GlobalBeforeOperationHook = ({ args: given, global, operation, req }) => {
  const args = given as { data?: unknown }
  const { data } = args
  if (operation !== 'update' || !isData(data)) return args
  keepable(data)
  const rules = { keepsId: isMachineId, cleans: true, config: req.payload.config }
  return { ...args, data: settled(global.flattenedFields, data, rules) }
}

/** Cleans the texts that no request sent: those of a version that is restored, and of a piece that is duplicated. */
export const cleanCopied: CollectionBeforeValidateHook = async ({ collection, data, operation, req }) => {
  const copied =
    operation === 'create' ? (await scopeOf(req)).duplicateOf !== null : req.context.isRestoringVersion === true
  if (!copied || !isData(data)) return data as unknown
  return settled(collection.flattenedFields, data, { keepsId: () => true, cleans: true, config: req.payload.config })
}

function keepable(data: Data): void {
  try {
    refuseUnkeepable(data)
  } catch (error) {
    if (error instanceof ContentError) throw coded('invalid_value', { message: error.message, field: error.field })
    throw error
  }
}

type Rules = {
  readonly keepsId: (id: unknown) => boolean
  readonly cleans: boolean
  readonly config: SanitizedConfig
}

/** `data` with every group, list and text in the form that is stored; other values stay as they are. */
function settled(fields: readonly FlattenedField[], data: Data, rules: Rules, path = ''): Data {
  const own = fields.filter((field) => Object.hasOwn(data, field.name))
  const values = own.map(
    (each) => [each.name, settledValue(each, data[each.name], rules, `${path}${each.name}`)] as const,
  )
  return { ...data, ...Object.fromEntries(values) }
}

function settledValue(field: FlattenedField, value: unknown, rules: Rules, path: string): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      if (value === null) return emptied(field.flattenedFields, rules)
      if (value === undefined) return value
      if (!isData(value)) throw lost(path, 'Send an object with the fields of this group.')
      return settled(field.flattenedFields, value, rules, `${path}.`)
    case 'array':
      return rows(value, () => field.flattenedFields, rules, path)
    case 'blocks':
      return rows(
        value,
        (row) => blocksOf(field, rules.config).find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [],
        rules,
        path,
      )
    case 'text':
      return rules.cleans ? eachText(value, cleanLine) : value
    case 'textarea':
    case 'code':
    case 'json':
      return rules.cleans ? eachText(value, cleanText) : value
    case 'richText':
      if (!rules.cleans) return value
      refuseHole(field.name, value)
      return cleanRichText(value, (block) => settledBlock(field.editor, block, rules))
    default:
      return value
  }
}

function refuseHole(field: string, text: unknown): void {
  const hole = textHole(text)
  if (hole) throw coded('invalid_value', { field, message: `${hole.message} (At ${hole.place}.)` })
}

/** Every text in a value, at any depth. */
function eachText(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((each: unknown) => eachText(each, clean))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, clean)]))
}

function settledBlock(editor: unknown, row: Data, rules: Rules): Data {
  const block = lexicalBlocks(editor, rules.config).find(({ slug }) => slug === row.blockType)
  if (!block) return row
  return settled(flattenAllFields({ fields: [...block.fields], cache: true }), row, { ...rules, keepsId: () => true })
}

/** A row that is nothing stays: there is nothing in it to lose. */
function rows(value: unknown, fieldsOf: (row: Data) => readonly FlattenedField[], rules: Rules, path: string): unknown {
  if (value === null) return []
  if (!Array.isArray(value)) return value
  return value.map((row: unknown, at) => {
    if (row === null || row === undefined) return row
    if (!isData(row)) throw lost(`${path}.${String(at)}`, 'Send an object with the fields of a row.')
    const { id, ...rest } = settled(fieldsOf(row), row, rules, `${path}.${String(at)}.`)
    return rules.keepsId(id) ? { id, ...rest } : rest
  })
}

function emptied(fields: readonly FlattenedField[], rules: Rules): Data {
  return Object.fromEntries(fields.map((field) => [field.name, settledValue(field, null, rules, field.name)]))
}

function lost(field: string, message: string): CodedError {
  return coded('invalid_value', { field, message })
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A date or an id of MongoDB is no object to look into. */
function isPlain(value: unknown): value is Data {
  return isData(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
}
