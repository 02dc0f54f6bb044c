import type { ClientField } from 'payload'

/**
 * The label of the field that a path such as `credits.0.author` begins at; the path's first name where there is none.
 *
 * @param pictures the label for content that is not a field of the piece: the texts and files of the pictures that it shows
 * @param translate turns a label as the config has it into words
 */
export function fieldLabel(
  fields: readonly ClientField[],
  path: string,
  pictures: string,
  translate: (label: unknown) => string | undefined,
): string {
  const [name = path] = path.split('.')
  if (name === '_media') return pictures
  const field = named(fields, name)
  return (field && 'label' in field ? translate(field.label) : undefined) ?? name
}

function named(fields: readonly ClientField[], name: string): ClientField | undefined {
  for (const field of fields) {
    if ('name' in field && field.name) {
      if (field.name === name) return field
      continue
    }
    const inner =
      field.type === 'tabs' ? field.tabs.flatMap((tab) => tab.fields) : 'fields' in field ? field.fields : []
    const found = named(inner, name)
    if (found) return found
  }
  return undefined
}
