import {
  archiveKindOf,
  parseArchive,
  parsePage,
  planArchive,
  planImport,
  type ArchivePlan,
  type ArchivePorts,
  type ImportPlan,
  type PlanOptions,
} from '../../importing/index.ts'
import { readHtml } from './readHtml.ts'

/** What a file can be imported as. */
export const IMPORT_FORMATS = ['page', 'wxr', 'feed'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/**
 * Reads a file and plans what to make of it: as what it is said to be, or as the export of WordPress or the feed that it is for certain,
 * or else as the text of a page. Throws ImportError.
 */
export async function planFile(
  bytes: Uint8Array,
  ports: ArchivePorts,
  file: string,
  { as, asNew = [] }: PlanOptions & { as?: ImportFormat | undefined },
): Promise<ImportPlan | ArchivePlan> {
  const format = as ?? archiveKindOf(bytes) ?? 'page'
  return format === 'page'
    ? planImport(parsePage(bytes), ports, file, { asNew })
    : planArchive(parseArchive(bytes, format, readHtml), ports, file, { asNew })
}
