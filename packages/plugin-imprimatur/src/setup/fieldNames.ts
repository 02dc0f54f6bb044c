import type { Field } from 'payload'

/** Those of `own` whose names the fields of a collection do not have yet. */
export function undeclared(existing: readonly Field[], own: readonly Field[]): Field[] {
  const declared = new Set(namesIn(existing))
  return own.filter((field) => !('name' in field) || !declared.has(field.name))
}

/** Names of fields that stand at the top of a document, however they are laid out. */
export function namesIn(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : namesIn(tab.fields)))
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesIn(field.fields) : []
  })
}
