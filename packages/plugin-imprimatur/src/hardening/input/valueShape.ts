import type { FlattenedField } from 'payload'
import { instant } from '../../domain/workflow/index.ts'
import { record } from '../../domain/content/index.ts'
import { richTextShape } from './richTextShape.ts'

export type ShapeFault = {
  /** Path of the field, such as `credits.0.author`. */
  readonly path: string
  readonly message: string
  /** Where in a rich text it is, such as `root.children.2`. */
  readonly place?: string
}

/** A relation that a document names. */
export type Reference = {
  readonly path: string
  readonly collection: string
  readonly id: string
}

/** What is wrong with the shape of a document's values, and what they refer to as far as it is right. */
export type ValueShape = {
  readonly faults: readonly ShapeFault[]
  readonly references: readonly Reference[]
}

/**
 * Looks at whether each value is of the kind that its field holds; whether it is there, long enough or sensible is not asked. Rows,
 * groups and tabs are looked into, and rich text for parts that its editor does not know and for pictures.
 */
export function valueShape(fields: readonly FlattenedField[], data: unknown, prefix = ''): ValueShape {
  const parts = fields.map((field): ValueShape => {
    const path = `${prefix}${field.name}`
    const value = record(data)[field.name]
    if (value === null || value === undefined || ('virtual' in field && field.virtual)) return NOTHING
    if (field.type === 'group' || field.type === 'tab') return valueShape(field.flattenedFields, value, `${path}.`)
    if (field.type === 'array') {
      if (!Array.isArray(value)) return fault(path, 'Send a list of rows.')
      return joined(value.map((row: unknown, at) => valueShape(field.flattenedFields, row, `${path}.${String(at)}.`)))
    }
    if (field.type === 'relationship' || field.type === 'upload')
      return relationShape(field.relationTo, field.hasMany, value, path)
    if (field.type === 'richText') return textShape(field.editor, value, path)
    const many = 'hasMany' in field && field.hasMany === true
    if (many && !Array.isArray(value)) return fault(path, 'Send a list.')
    const complaint = many
      ? (value as unknown[]).map((each) => complaintOf(field, each)).find(Boolean)
      : complaintOf(field, value)
    return complaint === undefined ? NOTHING : fault(path, complaint)
  })
  return joined(parts)
}

const NOTHING: ValueShape = { faults: [], references: [] }

function fault(path: string, message: string): ValueShape {
  return { faults: [{ path, message }], references: [] }
}

function joined(parts: readonly ValueShape[]): ValueShape {
  return { faults: parts.flatMap(({ faults }) => faults), references: parts.flatMap(({ references }) => references) }
}

function relationShape(
  to: string | readonly string[],
  many: boolean | undefined,
  value: unknown,
  path: string,
): ValueShape {
  if (typeof to !== 'string') return NOTHING
  if (many === true && !Array.isArray(value)) return fault(path, 'Send a list of ids.')
  const ids: unknown[] = many === true ? (value as unknown[]) : [value]
  if (!ids.every((id) => typeof id === 'string' || Number.isSafeInteger(id)))
    return fault(path, 'Send the id of a document.')
  return { faults: [], references: ids.map((id) => ({ path, collection: to, id: String(id) })) }
}

function textShape(editor: unknown, value: unknown, path: string): ValueShape {
  if (!isEditorState(value))
    return fault(path, 'Send the text as the editor stores it, an object with a root that has children.')
  const { faults, pictures } = richTextShape(editor, value)
  return {
    faults: faults.map((each) => ({ path, ...each })),
    references: pictures.map((each) => ({ path, ...each })),
  }
}

function complaintOf(field: FlattenedField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return typeof value === 'string' ? undefined : 'Enter a text.'
    case 'number':
      return isNumber(value) ? undefined : 'Enter a number of at most 15 digits.'
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'Send true or false.'
    case 'date':
      return isDate(value) ? undefined : 'Enter a date and time with an offset or Z, such as 2026-08-09T10:00:00Z.'
    case 'select':
    case 'radio':
      return isChoice(field.options, value)
        ? undefined
        : `“${shown(value)}” is none of the choices. ${choices(field.options)}`
    default:
      return undefined
  }
}

/** Of greater whole numbers not each is a number of its own (RFC 7493, 2.2), and SQLite's driver fails on them. */
function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  )
}

/** A time without an offset would mean another moment on each server. */
function isDate(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return typeof value === 'string' && instant(value) !== null
}

type Options = readonly (string | { readonly value: string })[]

function isChoice(options: Options, value: unknown): boolean {
  return options.some((option) => (typeof option === 'string' ? option : option.value) === value)
}

function choices(options: Options): string {
  const values = options.map((option) => (typeof option === 'string' ? option : option.value))
  if (values.length > 12) return 'Choose one from the list.'
  return `Choose ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values)}.`
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function isEditorState(value: unknown): boolean {
  return Array.isArray(record(record(value).root).children)
}
