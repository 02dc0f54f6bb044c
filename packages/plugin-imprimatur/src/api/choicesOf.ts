import type { FlattenedField, Payload } from 'payload'

/** The values that a field lets one choose from, by its dotted path; undefined for fields of other kinds. */
export function choicesOf(payload: Payload, slug: string): (path: string) => readonly string[] | undefined {
  const entity = [...payload.config.collections, ...payload.config.globals].find((each) => each.slug === slug)
  return (path) => {
    const field = fieldAt(entity?.flattenedFields ?? [], path.replace(/^version\./, '').split('.'))
    if (field?.type !== 'select' && field?.type !== 'radio') return undefined
    return field.options.map((option) => (typeof option === 'string' ? option : option.value))
  }
}

/** The field that a path leads to within one document. */
function fieldAt(fields: readonly FlattenedField[], names: readonly string[]): FlattenedField | undefined {
  const [name, ...rest] = names
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return field
  return 'flattenedFields' in field ? fieldAt(field.flattenedFields, rest) : undefined
}
