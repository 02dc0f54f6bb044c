import { ImportError } from './ImportError.ts'
import { otherFormat } from './otherFormat.ts'
import { textIn } from './textIn.ts'

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

// What ends a line: CRLF, LF, CR, line and paragraph separator, vertical tab, form feed. U+0085 does not: in a page it is the `…` of
// Windows, of which the bytes were taken for Latin-1.
const LINE_END = /\r\n|[\n\r\v\f\u2028\u2029]/u
// Marks that nobody sees and that copying from a web page leaves behind: soft hyphen, grapheme joiner, Mongolian vowel separator, zero-width
// space, word joiner and invisible operators, shaping marks of old, Hangul fillers, byte order mark.
const INVISIBLE = /[\u00AD\u034F\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFFA0\uFEFF]/gu
// Scripts in which a zero-width space parts words (Unicode Line_Break=SA).
const ZERO_WIDTH_PARTS = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u
const MONGOLIAN = /[\u1820-\u1878]/u
// Where a zero-width joiner or non-joiner changes what is seen: beside letters of these scripts, and in emoji.
const JOINING = String.raw`[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`
const LOOSE_JOINER = new RegExp(String.raw`(?<!${JOINING})[\u200C\u200D](?!${JOINING})`, 'gu')
const HINTS = {
  tooLarge: 'A page of text is much smaller. Check that this is the right file, or split it.',
  noText: 'Save the page as plain text in UTF-8 and import that file.',
}

/**
 * Decodes a page and splits it into its lines with text, in order. Characters are kept as they are (no normalisation): marks that
 * nobody sees, white space at the ends of lines and blank lines go.
 *
 * Throws ImportError: `import_too_large`, `import_binary` (not UTF-8, or control characters), `import_other_format`, `import_empty`,
 * `import_malformed` (a line or a number of lines that no page has).
 */
export function readLines(bytes: Uint8Array): TextLine[] {
  const text = textIn(bytes, MAX_PAGE_BYTES, HINTS)
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

/** A text without the marks that nobody sees. */
export function visible(text: string): string {
  const isMeant = { '\u200B': ZERO_WIDTH_PARTS.test(text), '\u180E': MONGOLIAN.test(text) }
  return text
    .replace(LOOSE_JOINER, '')
    .replace(INVISIBLE, (mark) => (isMeant[mark as keyof typeof isMeant] ? mark : ''))
}

/** The number of parts that white space separates. For telling long from short; what counts as a word, the plugin says. */
export function roughWordCount(text: string): number {
  return text.split(/\s+/u).filter((part) => part !== '').length
}

/** Whether a text ends as a sentence does: with a full stop, a question or exclamation mark, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /(?:[.!?…。！？؟۔।:])["'”’»)\]]*$/u.test(text)
}
