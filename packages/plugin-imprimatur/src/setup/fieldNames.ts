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

/** The field of this name among those that {@link namesIn} names; undefined for a tab, which is no field. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    const unnamed = field.type === 'tabs' ? field.tabs.filter((tab) => !('name' in tab && tab.name)) : [field]
    for (const each of unnamed) {
      const found = 'fields' in each && !('name' in each && each.name) ? fieldNamed(each.fields, name) : undefined
      if (found) return found
    }
  }
  return undefined
}
