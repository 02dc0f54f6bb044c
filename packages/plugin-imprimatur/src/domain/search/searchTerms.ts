import { tokensAsked } from './tokens.ts'

/** One word that has to be in a text. */
export type Term = {
  readonly token: string
  /** Whether words that begin with it are meant, too: of the last word, which may not be finished, and of single characters that stand for pairs. */
  readonly prefix: boolean
}

/** What is wrong with a query. */
export type SearchFault = 'empty' | 'control' | 'too_long'

/** UTF-16 code units of a query, and different words in it. */
export const LONGEST_QUERY = 200
export const MOST_TERMS = 30

/** The words of a query, each once; none for signs alone, by which nothing is found. */
export function searchTerms(query: string): { readonly terms: readonly Term[] } | { readonly fault: SearchFault } {
  if (query.length > LONGEST_QUERY) return { fault: 'too_long' }
  if (/[\p{Cc}\p{Cs}]/u.test(query)) return { fault: 'control' }
  if (query.trim() === '') return { fault: 'empty' }
  const asked = tokensAsked(query)
  const open = new Set([asked.at(-1), ...asked.filter(isSingleDense)])
  const terms = [...new Set(asked)].map((token): Term => ({ token, prefix: open.has(token) }))
  return terms.length > MOST_TERMS ? { fault: 'too_long' } : { terms }
}

function isSingleDense(token: string): boolean {
  return Array.from(token).length === 1 && /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u.test(token)
}

/** Whether a token of a text is what the term asks for. */
export function isMeant({ prefix, token }: Term, found: string): boolean {
  return prefix ? found.startsWith(token) : found === token
}
