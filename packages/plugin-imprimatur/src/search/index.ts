// Finding pieces by their words: what readers have, and for staff the newest texts. The index is a table of words; see docs/adr/0045-search.md.
// Tests: test/int/search*.int.spec.ts, test/unit/search.
export { askedSearch, termsOf } from './askedSearch.ts'
export { forgetTexts } from './indexPiece.ts'
export { findForReaders, searchPieces, type SearchHit, type SearchPage } from './searchPieces.ts'
export { settledFor, settleSearch } from './settleSearch.ts'
export { wordsByBytes } from './wordsByBytes.ts'
