// Purpose: reads the text of a page, an export of WordPress or a feed, plans what to make of it, and makes drafts; says what it is unsure of.
// Tests: test/unit/importing, test/property/importing.spec.ts.
export { MAX_ARCHIVE_BYTES } from './archives/archiveText.ts'
export { archiveKindOf, parseArchive } from './archives/parseArchive.ts'
export type { ArchiveKind, ParsedArchive } from './archives/ParsedArchive.ts'
export { planArchive } from './archives/planArchive.ts'
export type { ArchivePlan } from './archives/planArchive.ts'
export { DOUBTS } from './doubts.ts'
export type { Doubt, DoubtCode } from './doubts.ts'
export { formatImportError, formatPlan, formatProgress, formatResult } from './formatPlan.ts'
export { ImportError } from './ImportError.ts'
export { parsePage } from './parsePage.ts'
export type { ParsedPage } from './parsePage.ts'
export { planImport } from './planImport.ts'
export type { ImportPlan, PlannedArticle, PlannedPiece, PlanOptions } from './planImport.ts'
export type {
  ArchivePorts,
  Filing,
  FoundPiece,
  ImportData,
  PieceSource,
  PieceWriter,
  PlanPorts,
  ReadHtml,
  RunPorts,
} from './ports.ts'
export { visible } from './pageText.ts'
export { readPage } from './readPage.ts'
export { runImport } from './runImport.ts'
export type { ImportedPiece, ImportResult, OnProgress } from './runImport.ts'
export type { ImportCollection } from './sourceKey.ts'
