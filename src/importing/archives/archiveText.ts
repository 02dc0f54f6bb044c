import { ImportError } from '../ImportError.ts'
import { textIn } from '../textIn.ts'

/** Bytes of an export or a feed at most: some hundred articles with their markup. */
export const MAX_ARCHIVE_BYTES = 16 * 1024 * 1024

const HINT = 'Export the file again, or save it in UTF-8, and import that.'

/**
 * Decodes an export or a feed; without a byte order mark.
 *
 * Throws ImportError: `import_too_large`, `import_binary` (not UTF-8, or it says so itself, or control characters), `import_empty`.
 */
export function archiveText(bytes: Uint8Array): string {
  const text = textIn(bytes, MAX_ARCHIVE_BYTES, {
    tooLarge: 'Export fewer articles at a time, such as those of one year.',
    noText: HINT,
  })
  const declared = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/u.exec(text)?.[1]
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/iu.test(declared)) {
    throw new ImportError('import_binary', `The file says that it is in ${declared}, not in UTF-8.`, HINT, { line: 1 })
  }
  if (text.trim() === '') throw new ImportError('import_empty', 'The file has no text.', HINT)
  return text
}
