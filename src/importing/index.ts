// Purpose: reads the text of a page into pieces, plans what to make of it, and makes drafts; says what it is unsure of.
// Tests: test/unit/importing, test/property/importing.spec.ts.
export { DOUBTS } from './doubts.ts'
export type { Doubt, DoubtCode } from './doubts.ts'
export { formatImportError, formatPlan, formatProgress, formatResult } from './formatPlan.ts'
export { ImportError } from './ImportError.ts'
export type { ImportErrorCode } from './ImportError.ts'
export { parsePage } from './parsePage.ts'
export type { ParsedPage, ParseOptions, PlacedText } from './parsePage.ts'
export { planImport } from './planImport.ts'
export type {
  ImportPlan,
  PlannedAction,
  PlannedArticle,
  PlannedAuthor,
  PlannedPiece,
  PlannedTeaser,
} from './planImport.ts'
export type {
  ArticleData,
  AuthorData,
  FoundPiece,
  ImportData,
  PieceFinder,
  PieceSource,
  PieceWriter,
  PlanPorts,
  ReadFile,
  RunPorts,
  TeaserData,
} from './ports.ts'
export type { ParsedTeaser } from './rail.ts'
export type { ParsedAuthor } from './readAuthors.ts'
export { readFileUpTo, readPage } from './readPage.ts'
export { runImport } from './runImport.ts'
export type { ImportedPiece, ImportResult, OnProgress } from './runImport.ts'
export type { ImportCollection } from './sourceKey.ts'
