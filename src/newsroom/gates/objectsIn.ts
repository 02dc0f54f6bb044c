import { isRecord } from 'payload-plugin-imprimatur/content'

/** An object somewhere in a document, and the top-level field that it is in. */
export interface Found {
  readonly object: Readonly<Record<string, unknown>>
  readonly field: string
}

/** Every object in the fields of `doc`, at any depth, in the order in which they stand there. */
export function objectsIn(doc: Readonly<Record<string, unknown>>): Found[] {
  const found: Found[] = []
  for (const [field, content] of Object.entries(doc)) {
    const open: unknown[] = [content]
    while (open.length > 0) {
      const value = open.pop()
      if (isRecord(value)) found.push({ object: value, field })
      if (typeof value === 'object' && value !== null) {
        for (const part of Object.values(value).reverse()) open.push(part)
      }
    }
  }
  return found
}
