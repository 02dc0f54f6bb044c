import type { FlattenedField } from 'payload'
import { record } from '../../domain/content/index.ts'
import { problemIn } from './problemIn.ts'
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
 * groups and tabs are looked into, and rich text for what its editor could not open and for what it refers to.
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
      ? (value as unknown[]).map((each) => problemIn(field, each)).find(Boolean)
      : problemIn(field, value)
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
  const { faults, references } = richTextShape(editor, value)
  return {
    faults: faults.map((each) => ({ path, ...each })),
    references: references.map((each) => ({ path, ...each })),
  }
}

function isEditorState(value: unknown): boolean {
  return Array.isArray(record(record(value).root).children)
}
