import type { FlattenedField, Payload } from 'payload'
import type { Takes } from '../domain/public-query/index.ts'
import { blocksOf } from '../hardening/adapter/index.ts'

/** The values that a field lets one choose from, by its dotted path; undefined for fields of other kinds. */
export function choicesOf(payload: Payload, slug: string): (path: string) => readonly string[] | undefined {
  const takes = takesOf(payload, slug)
  return (path) => {
    const known = takes(path)
    return known?.kind === 'choice' ? known.choices : undefined
  }
}

/**
 * What a field takes, by its path as Payload resolves it: also in blocks and behind relations, of which several may have it. Undefined for
 * fields of other kinds.
 */
export function takesOf(payload: Payload, slug: string): (path: string) => Takes | undefined {
  const collection = payload.config.collections.find((each) => each.slug === slug)
  const entity = collection ?? payload.config.globals.find((each) => each.slug === slug)
  const { listSearchableFields = [], useAsTitle = 'id' } = collection?.admin ?? {}
  const searched = new Set([...listSearchableFields, useAsTitle])
  return (path) => {
    const names = path
      .replaceAll('__', '.')
      .replace(/^version\./, '')
      .split('.')
    const fields = fieldsAt(payload, entity?.flattenedFields ?? [], names)
    if (fields.length === 0) return undefined
    if (fields.every(({ type }) => type === 'number')) return { kind: 'number' }
    const choices = fields.map(optionsOf)
    if (choices.some((each) => each === null)) return undefined
    const known = new Set(choices.flatMap((each) => each ?? []))
    return { kind: 'choice', choices: [...known], isSearched: searched.has(names.join('.')) }
  }
}

function optionsOf(field: FlattenedField): readonly string[] | null {
  if (field.type !== 'select' && field.type !== 'radio') return null
  return field.options.map((option) => (typeof option === 'string' ? option : option.value))
}

/** The fields that a path may lead to. */
function fieldsAt(
  payload: Payload,
  fields: readonly FlattenedField[],
  names: readonly string[],
): readonly FlattenedField[] {
  const [name = '', ...rest] = names
  const field = fields.find((each) => each.name === name)
  // Rows may be named by their number.
  if (!field) return /^\d+$/.test(name) && rest.length > 0 ? fieldsAt(payload, fields, rest) : []
  if (rest.length === 0) return [field]
  return innerOf(payload, field).flatMap((inner) => fieldsAt(payload, inner, rest))
}

function innerOf(payload: Payload, field: FlattenedField): readonly (readonly FlattenedField[])[] {
  if ('flattenedFields' in field) return [field.flattenedFields]
  if (field.type === 'blocks') return blocksOf(field, payload.config).map((block) => block.flattenedFields)
  if (field.type !== 'relationship' && field.type !== 'upload') return []
  return [field.relationTo].flat().map((slug) => payload.collections[slug]?.config.flattenedFields ?? [])
}
