// What a text is found by, and in which order: one tokeniser, for texts and for queries, whatever the database is.
// Imports nothing. Tests: test/unit/search, test/property/search.spec.ts.
export { foldText, UNSEEN } from './foldText.ts'
export { byRelevance, gain, TIERS, type Ranked, type Tier } from './relevance.ts'
export { isMeant, LONGEST_QUERY, MOST_TERMS, searchTerms, type SearchFault, type Term } from './searchTerms.ts'
export { BETWEEN_TEXTS, snippetOf } from './snippetOf.ts'
export { tokensOf } from './tokens.ts'
