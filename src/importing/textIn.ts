import { ImportError } from './ImportError.ts'

// What no text file has, and no document of XML (XML 1.0, 2.2). Tabs and what ends lines are none of them.
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/u

/** What to do about a file that is too large, or that is no text. */
type Hints = { tooLarge: string; noText: string }

/**
 * Decodes a file that is to be imported; without a byte order mark.
 *
 * Throws ImportError: `import_too_large` (more bytes than `most`), `import_binary` (not UTF-8, or control characters).
 */
export function textIn(bytes: Uint8Array, most: number, hints: Hints): string {
  if (bytes.byteLength > most) {
    const limit = String(most / 1024 / 1024)
    throw new ImportError('import_too_large', `The file is larger than ${limit} MB.`, hints.tooLarge)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('import_binary', 'The file is not text in UTF-8.', hints.noText, { cause })
  }
  if (CONTROL.test(text)) {
    throw new ImportError('import_binary', 'The file holds control characters, as binary files do.', hints.noText)
  }
  return text
}
