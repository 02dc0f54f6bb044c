// The public read path, framework-free: what anonymous readers may ask, and the port through which it is answered.
// Tests: test/unit/public-query, test/property/delivery*.spec.ts.
export { afterCursor, cursorFields, writeCursor } from './cursor.ts'
export { joinWheres } from './readWhere.ts'
export { checkChoices, type Takes } from './checkChoices.ts'
export { checkParameters, checkWriteParameters, type WriteKind } from './checkParameters.ts'
export { checkPathsOnly } from './checkPathsOnly.ts'
export { queryLimits, type QueryLimits } from './graphqlLimits.ts'
export { parseBounded } from './parseBounded.ts'
export { parsePublicArguments, type ArgumentKind } from './parsePublicArguments.ts'
export { whereLimits } from './whereLimits.ts'
export { parsePublicQuery } from './parsePublicQuery.ts'
export type { BySlug, ListQuery, PublicDocument, PublicPage, PublicReads, PublicRetraction } from './publicReads.ts'
export {
  type Comparison,
  type FieldTree,
  type FieldType,
  type FurtherParameters,
  type ParsedQuery,
  PUBLIC_OPERATORS,
  type PublicWhere,
  type QueryKind,
  type QueryRules,
} from './queryRules.ts'
export { readSearch } from './searchParameters.ts'
export { readValue } from './readValue.ts'
export { toSearchString } from './toSearchString.ts'
export { invalidValue, notQueryable, tooComplex } from './faults.ts'
