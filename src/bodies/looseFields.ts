/** A document, group or row whose fields are not known to be what they should be. */
export type Loose = Readonly<Record<string, unknown>>

/** The value as an object; undefined for an id that was not populated, null, lists and everything else. */
export function asRecord(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined
}

/** The value as text without white space around it; undefined when nothing is left. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  return trimmed === '' ? undefined : trimmed
}

/** The objects in a list; what is no object is left out, so unpopulated relations fall away. */
export function asRecords(value: unknown): readonly Loose[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.map(asRecord).filter((each) => each !== undefined)
}

/** The value as a finite number. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The value as an ISO 8601 instant; undefined when it is none. */
export function asInstant(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString() : asText(value)
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined
}

/** An object with the key when the value is there and without it when it is not, to be spread. */
export function present<K extends string, V>(key: K, value: V | undefined): Readonly<Partial<Record<K, V>>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>
}
