/** A date of the database, which SQL gives as text in a form of its own and MongoDB as an object, as ISO 8601 in UTC; null for none. */
export function instantOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' && value !== '' ? new Date(value).toISOString() : null
}
