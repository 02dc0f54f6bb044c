import type { ClientField } from 'payload'

type Doc = Readonly<Record<string, unknown>>

/**
 * The words of a piece as plain text, each field under its label, in the order of the form: what somebody takes along
 * when the text cannot be saved. Fields without words are left out.
 *
 * @param plain turns the state of a rich text field into plain text
 * @param label gives the label of a field
 */
export function pieceText(
  fields: readonly ClientField[],
  doc: Doc,
  plain: (state: unknown) => string,
  label: (field: ClientField) => string,
): string {
  const words = (own: readonly ClientField[], values: Doc): readonly string[] =>
    own.flatMap((field): readonly string[] => {
      const value = 'name' in field && field.name ? values[field.name] : undefined
      switch (field.type) {
        case 'text':
        case 'textarea':
        case 'email':
          return said(label(field), Array.isArray(value) ? value.join(', ') : value)
        case 'richText':
          return said(label(field), value ? plain(value) : '')
        case 'group':
          return words(field.fields, 'name' in field && field.name ? docIn(value) : values)
        case 'row':
        case 'collapsible':
          return words(field.fields, values)
        case 'tabs':
          return field.tabs.flatMap((tab) =>
            words(tab.fields, 'name' in tab && tab.name ? docIn(values[tab.name]) : values),
          )
        case 'array':
          return rowsIn(value).flatMap((row) => words(field.fields, row))
        case 'blocks':
          return rowsIn(value).flatMap((row) =>
            words(field.blocks.find((block) => block.slug === row['blockType'])?.fields ?? [], row),
          )
        default:
          return []
      }
    })
  return words(fields, doc).join('\n\n')
}

function said(label: string, value: unknown): readonly string[] {
  return typeof value === 'string' && value.trim() !== '' ? [`${label}\n${value.trim()}`] : []
}

function docIn(value: unknown): Doc {
  return typeof value === 'object' && value !== null ? (value as Doc) : {}
}

function rowsIn(value: unknown): readonly Doc[] {
  return Array.isArray(value) ? value.map(docIn) : []
}
