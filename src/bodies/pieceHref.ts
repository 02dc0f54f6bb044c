import { asRecord, asText } from './looseFields.ts'

const PAGES: Readonly<Record<string, string>> = { articles: '/articles', authors: '/authors' }

/** The path of a piece's public page; undefined when it has none or the relation was not populated, so is not public. */
export function pieceHref(collection: unknown, doc: unknown): string | undefined {
  const base = PAGES[asText(collection) ?? '']
  const slug = asText(asRecord(doc)?.slug)
  return base !== undefined && slug !== undefined ? `${base}/${encodeURIComponent(slug)}` : undefined
}
