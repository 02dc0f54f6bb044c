import type { FlattenedField, Payload } from 'payload'
import { blocksOf } from '../adapter/index.ts'

/** Where a path ends: at a field, at the id of what a relation refers to, or at one half of a relation to several kinds. */
export type End = 'field' | 'value' | 'relationTo' | 'blockType'

export type PathRead =
  /** A document has one value there, or the path is none. */
  | { readonly kind: 'one'; readonly field: FlattenedField | null }
  /** A document has any number of values there; `inRows` when the field is one of an array or of blocks. */
  | { readonly kind: 'list'; readonly field: FlattenedField; readonly end: End; readonly inRows: boolean }
  /** It leads through the relation or join field at `at` to `rest` of documents of `to`. */
  | {
      readonly kind: 'through'
      readonly field: FlattenedField
      readonly at: string
      readonly to: string
      readonly rest: string
      /** Whether `at` has any number of values. */
      readonly many: boolean
    }
  /** No two databases answer it alike: a position in a list, a relation of several kinds. */
  | { readonly kind: 'refused' }

/**
 * Follows a dotted path, as Payload takes it, from `fields` on.
 *
 * @param path without `__`.
 */
export function readPath(payload: Payload, fields: readonly FlattenedField[], path: string): PathRead {
  const { localization } = payload.config
  const isLocale = (name: string) => localization !== false && localization.localeCodes.includes(name)
  const names = path.split('.')

  const walk = (within: readonly FlattenedField[], at: number, many: boolean): PathRead => {
    const [name = '', ...rest] = names.slice(at)
    const field = within.find((each) => each.name === name)
    if (!field) {
      if (isLocale(name) && rest.length > 0) return walk(within, at + 1, many)
      return many && /^\d+$/.test(name) ? { kind: 'refused' } : { kind: 'one', field: null }
    }
    const after = rest.length > 0 && isLocale(rest[0] ?? '') ? rest.slice(1) : rest
    const next = at + 1 + rest.length - after.length
    const ends = after.length === 0
    switch (field.type) {
      case 'group':
      case 'tab':
        return ends ? { kind: 'one', field } : walk(field.flattenedFields, next, many)
      case 'array':
        return ends ? { kind: 'list', field, end: 'field', inRows: many } : walk(field.flattenedFields, next, true)
      case 'blocks':
        return ends ? { kind: 'list', field, end: 'field', inRows: many } : inBlocks(field, after, next, many)
      case 'relationship':
      case 'upload':
        return atRelation(field, after, next, many)
      case 'join':
        return Array.isArray(field.collection)
          ? { kind: 'refused' }
          : {
              kind: 'through',
              field,
              at: names.slice(0, next).join('.'),
              to: field.collection,
              rest: after.join('.') || 'id',
              many: true,
            }
      case 'text':
      case 'number':
      case 'select':
        return many || field.hasMany === true
          ? { kind: 'list', field, end: 'field', inRows: many }
          : { kind: 'one', field }
      default:
        return many && ends
          ? { kind: 'list', field, end: 'field', inRows: many }
          : { kind: many ? 'refused' : 'one', field }
    }
  }

  const atRelation = (
    field: Extract<FlattenedField, { type: 'relationship' | 'upload' }>,
    after: readonly string[],
    next: number,
    many: boolean,
  ): PathRead => {
    const [first] = after
    const several = Array.isArray(field.relationTo)
    const isMany = many || field.hasMany === true
    if (several) {
      const end = first ?? 'field'
      if (after.length > 1 || (end !== 'field' && end !== 'value' && end !== 'relationTo')) return { kind: 'refused' }
      // Each database keeps these like a list, also where there is one value.
      return { kind: 'list', field, end, inRows: many }
    }
    if (first === undefined || (after.length === 1 && first === 'id'))
      return isMany ? { kind: 'list', field, end: 'field', inRows: many } : { kind: 'one', field }
    const at = names.slice(0, next).join('.')
    return { kind: 'through', field, at, to: String(field.relationTo), rest: after.join('.'), many: isMany }
  }

  const inBlocks = (
    field: Extract<FlattenedField, { type: 'blocks' }>,
    after: readonly string[],
    next: number,
    many: boolean,
  ): PathRead => {
    if (after.length === 1 && after[0] === 'blockType') return { kind: 'list', field, end: 'blockType', inRows: many }
    const found = blocksOf(field, payload.config)
      .map((block) => walk(block.flattenedFields, next, true))
      .filter((read) => read.kind === 'refused' || read.kind === 'through' || read.field !== null)
    return found[0] ?? { kind: 'one', field: null }
  }

  return walk(fields, 0, false)
}
