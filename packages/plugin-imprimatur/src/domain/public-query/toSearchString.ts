import { stringify } from 'qs-esm'
import type { ParsedQuery } from './queryRules.ts'

/**
 * The query string, without a question mark, that means `query` to Payload's REST and to `parsePublicQuery`. Equal
 * queries give equal strings; no parameters give the empty string.
 */
export function toSearchString(query: ParsedQuery): string {
  const { depth, draft, further, limit, locale, page, populate, select, sort, where } = query
  return stringify(
    { ...further, depth, draft, limit, locale, page, populate, select, sort, where },
    { arrayFormat: 'indices', encodeValuesOnly: true },
  )
}
