import { ImportError } from './ImportError.ts'
import { otherFormat } from './otherFormat.ts'

/** Bytes of a page at most. A long read of 10,000 words has about 70,000. */
export const MAX_PAGE_BYTES = 2 * 1024 * 1024
/** UTF-16 code units of one line at most: a paragraph of more than 3,000 words is not one that a person wrote. */
export const MAX_LINE_LENGTH = 20_000
/** Lines with text at most. */
export const MAX_LINES = 2_000

/** A line with text: trimmed, otherwise as it was written. `line` counts from 1, `block` from 0: blank lines part blocks. */
export type TextLine = {
  text: string
  line: number
  block: number
}

// What ends a line: CRLF, LF, CR, NEL, line and paragraph separator, vertical tab, form feed.
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
// Marks of no width that copying from a web page leaves behind: soft hyphen, word joiner, byte order mark, zero-width space.
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu
// Scripts in which a zero-width space parts words (Unicode Line_Break=SA).
const ZERO_WIDTH_PARTS = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u
// Control characters that no text file has, after those that end lines and the tab.

const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/u

const BINARY_HINT = 'Save the page as plain text in UTF-8 and import that file.'

/**
 * Decodes a page and splits it into its lines with text, in order. Characters are kept as they are (no normalisation): marks that
 * nobody sees, white space at the ends of lines and blank lines go.
 *
 * Throws ImportError: `import_too_large`, `import_binary` (not UTF-8, or control characters), `import_other_format`, `import_empty`,
 * `import_malformed` (a line or a number of lines that no page has).
 */
export function readLines(bytes: Uint8Array): TextLine[] {
  if (bytes.byteLength > MAX_PAGE_BYTES) {
    throw new ImportError(
      'import_too_large',
      `The file is larger than ${String(MAX_PAGE_BYTES / 1024 / 1024)} MB.`,
      'A page of text is much smaller. Check that this is the right file, or split it.',
    )
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('import_binary', 'The file is not text in UTF-8.', BINARY_HINT, { cause })
  }
  if (CONTROL.test(text)) {
    throw new ImportError('import_binary', 'The file holds control characters, as binary files do.', BINARY_HINT)
  }
  const other = otherFormat(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'))
  if (other !== null) {
    throw new ImportError('import_other_format', `This is ${other.name}, not the text of a page.`, other.hint)
  }

  const lines: TextLine[] = []
  let block = 0
  let blank = false
  for (const [index, raw] of text.split(LINE_END).entries()) {
    const trimmed = visible(raw).trim()
    if (trimmed === '') {
      blank = true
      continue
    }
    const line = index + 1
    if (trimmed.length > MAX_LINE_LENGTH) {
      throw new ImportError(
        'import_malformed',
        `Line ${String(line)} has ${String(trimmed.length)} characters; a paragraph has at most ${String(MAX_LINE_LENGTH)}.`,
        'Put a blank line between paragraphs.',
        { line },
      )
    }
    if (lines.length === MAX_LINES) {
      throw new ImportError(
        'import_malformed',
        `The file has more than ${String(MAX_LINES)} lines with text.`,
        'Import one page at a time.',
        { line },
      )
    }
    if (blank && lines.length > 0) block += 1
    blank = false
    lines.push({ text: trimmed, line, block })
  }
  if (lines.length === 0) {
    throw new ImportError('import_empty', 'The file has no text.', 'Check that the page was saved with its text.')
  }
  return lines
}

function visible(line: string): string {
  return line.replace(INVISIBLE, (mark) => (mark === '\u200B' && ZERO_WIDTH_PARTS.test(line) ? mark : ''))
}

/** The number of parts that white space separates. For telling long from short; what counts as a word, the plugin says. */
export function roughWordCount(text: string): number {
  return text.split(/\s+/u).filter((part) => part !== '').length
}

/** Whether a text ends as a sentence does: with a full stop, a question or exclamation mark, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /(?:[.!?…。！？؟۔।:])["'”’»)\]]*$/u.test(text)
}
