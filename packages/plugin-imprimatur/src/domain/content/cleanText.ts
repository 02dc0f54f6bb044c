/** What stood for a new line or a new page in the program that a text was copied from. */
const LINE_ENDS = /[\v\f\u2028\u2029]/g

/**
 * Characters that say nothing to readers, most of which XML 1.0 cannot hold (2.2, Char): controls but for tab and line
 * ends, half surrogate pairs, code points that are no characters. And what turns the order of all that follows (the two
 * overrides of UAX #9; marks, embeddings and isolates stay, as texts in two directions need them), the byte order mark,
 * and the place holders of objects and annotations that did not come along.
 */
const UNPRINTABLE =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e\u206a-\u206f\ufeff\ufff9-\ufffc\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

/** What the bytes 0x80 to 0x9F mean in Windows-1252; HTML (13.2.5.80) reads these numbers so too. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * A text without the characters that nobody can see and that come along when it is copied from a PDF, a slide or a
 * terminal. Line ends of other programs become `\n`; quotation marks and dashes that were taken for controls are read as
 * what they are. Spaces, tabs, line ends and the composition of letters stay as they are.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
    .replace(UNPRINTABLE, '')
}

/** A clean text of one line: what parted its lines becomes a space, and nothing blank stands around it. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/ *[\t\n\r][\t\n\r ]*/g, ' ')
    .trim()
}
