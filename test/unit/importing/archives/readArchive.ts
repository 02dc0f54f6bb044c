import { parseArchive, type ArchiveKind, type ParsedArchive } from '../../../../src/importing/index.ts'
import { readHtml } from '../../../../src/newsroom/import/readHtml.ts'
import { utf8 } from '../aPage.ts'

export function readArchive(text: string, kind: ArchiveKind = 'wxr'): ParsedArchive {
  return parseArchive(utf8(text), kind, readHtml)
}

/** The code that a file is refused with; null if it is read. */
export function refusalOf(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

export const codesOf = (archive: ParsedArchive): string[] => archive.doubts.map(({ code }) => code)

export const saidOf = (archive: ParsedArchive, code: string): string[] =>
  archive.doubts.filter((doubt) => doubt.code === code).map(({ message }) => message)
