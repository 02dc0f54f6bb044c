import { findWords } from './words.ts'

export const ELLIPSIS = '…'

const WHITE_SPACE = /\p{White_Space}+/gu

/**
 * What must not stand before the ellipsis: white space, commas, colons and semicolons, full stops and ellipses (Latin,
 * Greek, Arabic, Indic, CJK), dashes and opening brackets.
 */
const DANGLING = /[\p{White_Space},;:.·…‥،؛۔।॥、。，；：．・｡､\p{Pd}\p{Ps}]/u
/** These open in most languages, but close in `„Wort“` and `»Wort«`. */
const OPENING_QUOTE = /[“‘«‹]/u
const QUOTE_OPENED_OTHERWISE = /[„‚»›]/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The beginning of a plain text, cut by words (CONTRACT §6). White space is collapsed to single spaces and trimmed,
 * nothing else is changed. If the text has more than `maxWords` words, exactly `maxWords` of them stay, what would
 * dangle (a comma, a dash, an opening quote) goes, and `…` follows without a space; no word and no grapheme is cut in
 * two. Otherwise the whole text comes back.
 *
 * @param maxWords a whole number of at least 1
 * @param language BCP 47 tag of the text; may be left out
 * @throws RangeError if `maxWords` is something else
 */
export function excerpt(text: string, maxWords: number, language?: string): { text: string; truncated: boolean } {
  if (!Number.isSafeInteger(maxWords) || maxWords < 1) {
    throw new RangeError(`An excerpt needs a whole number of words, 1 or more; it was given ${maxWords}.`)
  }
  const plain = text.replace(WHITE_SPACE, ' ').trim()
  const found = findWords(plain, language)
  const last = found[maxWords - 1]
  if (last === undefined || found.length === maxWords) return { text: plain, truncated: false }

  const head = withoutDangling(plain.slice(0, last.end))
  return { text: plain.slice(0, endOfGrapheme(plain, head.length)) + ELLIPSIS, truncated: true }
}

/** The last word holds a letter or digit, so this ends within it. */
function withoutDangling(text: string): string {
  const nestedQuotes = QUOTE_OPENED_OTHERWISE.test(text)
  let end = text.length
  for (;;) {
    const last = text[end - 1]
    if (last === undefined || !(DANGLING.test(last) || (OPENING_QUOTE.test(last) && !nestedQuotes)))
      return text.slice(0, end)
    end -= 1
  }
}

/**
 * `end`, or the end of the grapheme that a cut at `end` would split: Thai SARA AM is a letter of its own, but one
 * grapheme with the letter before it.
 */
function endOfGrapheme(text: string, end: number): number {
  if (text[end] === ' ') return end
  // Looking at all of the text takes quadratic time; no grapheme in use comes near this length.
  const start = Math.max(0, text.lastIndexOf(' ', end), end - 64)
  const around = graphemes.segment(text.slice(start, end + 64)).containing(end - start)
  return around === undefined ? end : start + around.index + (start + around.index === end ? 0 : around.segment.length)
}
