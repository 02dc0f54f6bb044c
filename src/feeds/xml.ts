import XMLBuilder from 'fast-xml-builder'

/** Elements by name; `@_` before the name of an attribute, `#text` for text beside attributes, a list for one that comes several times. */
export type Xml = { readonly [name: string]: Xml | string | readonly (Xml | string)[] | undefined }

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, suppressBooleanAttributes: false })

/** What XML 1.0 has no way of writing (§2.2). */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A document in UTF-8 with this one root. Texts are escaped; what is undefined is left out. */
export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(writable(root))}\n`
}

function writable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNWRITABLE, '\uFFFD')
  if (Array.isArray(value)) return value.map(writable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
      each === undefined ? [] : [[name, writable(each)]],
    ),
  )
}
