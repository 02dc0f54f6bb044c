/**
 * The document as it is about to be stored: what is being saved over what was there. Payload merges the two itself, but not when a
 * version is restored (3.90.2), and then leaves out every field that requests may not write.
 */
export function finalData(data: unknown, originalDoc: unknown): Record<string, unknown> {
  const given = Object.entries(record(data)).filter(([, value]) => value !== undefined)
  return { ...record(originalDoc), ...Object.fromEntries(given) }
}

/** `value` as a record; an empty one when it is no object. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** The trimmed text of a field, '' when there is none. */
export function textOf(doc: unknown, name: string): string {
  const value = record(doc)[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The id of a document or of a relation, populated or not; undefined when there is none. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  const id = record(value).id
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
