import { damageIn } from '../damagedText.ts'
import { guessLanguage } from '../language.ts'
import { MAX_LINE_LENGTH } from '../pageText.ts'
import type { ReadHtml, ReadText } from '../ports.ts'
import { endsCut } from '../printedExcerpt.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { cutTo, tidyLine } from './characters.ts'

/** Characters that a headline and an excerpt have at most (collections/Articles.ts). */
const MAX_HEADLINE = 240
const MAX_EXCERPT = 1_200
/** A headline of more is no headline. */
const MAX_KEPT_HEADLINE = 1_000
/** Words that make a headline where there is none. */
const HEADLINE_WORDS = 10

class TooMuchMarkup extends Error {}

/** What is read, or null, and told, where one of its texts has more HTML than an article has: one item is no reason to refuse the others. */
export function unlessTooMuch<T>(line: number, notes: ArchiveNotes, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof TooMuchMarkup)) throw error
    notes.skip('items with more HTML, or HTML within HTML, than an article has', line)
    return null
  }
}

/** Reads HTML within its bounds. Throws beyond them, for {@link unlessTooMuch}. */
export function readMarkup(read: ReadHtml, html: string, base: string | null, blankLines: boolean): ReadText {
  const text = read(html, { base, blankLines })
  if (text !== null) return text
  throw new TooMuchMarkup()
}

/** Text that may have marks of HTML, as titles have them. */
export function plainText(read: ReadHtml, text: string, line: number, notes?: ArchiveNotes): string {
  const isMarkedUp = /<\/?[a-z]|&(?:#\d|#x[\da-f]|[a-z])/iu.test(text)
  const [mark] = /<\/?[a-z][^<>]{0,40}/iu.exec(text) ?? []
  if (mark !== undefined) {
    const message = `The marks of HTML in a headline were left out: “${mark}>”.`
    notes?.say('headline_marks', line, message)
  }
  const lines = isMarkedUp ? readMarkup(read, text, null, false).text : [text]
  return tidyLine(lines.join(' '))
}

/** The headline of an item, or one made of its first words. Null if neither has any. */
export function headlineFor(given: string, body: readonly string[], line: number, notes: ArchiveNotes): string | null {
  if (given.length > MAX_KEPT_HEADLINE) {
    const message = `A headline of ${String(given.length)} characters was not taken for one.`
    notes.say('headline_long', line, message)
  } else if (given !== '') {
    if (given.length > MAX_HEADLINE) {
      const message = `The headline “${given}” has more than ${String(MAX_HEADLINE)} characters.`
      notes.say('headline_long', line, message)
    }
    if (endsCut(given)) {
      const message = `The headline “${given}” seems to be cut.`
      notes.say('headline_cut', line, message)
    }
    return given
  }
  const words = body.join(' ').split(/\s+/u).filter(Boolean)
  const made = cutTo(words.slice(0, HEADLINE_WORDS).join(' '), MAX_HEADLINE)
  if (made === '') return null
  const message = `An item has no headline; it got its first words: “${made}”.`
  notes.say('headline_from_text', line, message)
  return made
}

/** An excerpt that somebody wrote, or null. */
export function excerptFor(text: string, headline: string, line: number, notes: ArchiveNotes): string | null {
  if (text === '') return null
  if (text.length > MAX_EXCERPT) {
    const message = `The excerpt of “${headline}” has more than ${String(MAX_EXCERPT)} characters and was not used.`
    notes.say('excerpt_long', line, message)
    return null
  }
  if (endsCut(text)) {
    const message = `The excerpt of “${headline}” is cut; a new one is made of the text.`
    notes.say('excerpt_cut', line, message)
    return null
  }
  return text
}

/** Tells what of a text could not be kept, and what of it was damaged. */
export function tellOfText(read: ReadText, headline: string, line: number, notes: ArchiveNotes): void {
  if (read.left.length > 0) {
    const message = `Not all of “${headline}” could be kept.`
    notes.say('markup_left_out', line, [message, ...read.left].join(' '))
  }
  const damage = [headline, ...read.text]
    .filter((each) => each.length <= MAX_LINE_LENGTH)
    .map(damageIn)
    .find((found) => found !== null)
  if (damage) {
    const message = `“${damage.broken}” in “${headline}” was damaged by copying.`
    notes.say('text_damaged', line, message)
  }
}

/** The language that a file names, or the one that the text seems to be in. */
export function languageFor(named: string, text: readonly string[], line: number, notes: ArchiveNotes): string {
  try {
    const [known] = Intl.getCanonicalLocales(named.trim().replaceAll('_', '-'))
    if (known !== undefined && known !== '') return known
  } catch {
    // What is no language tag tells nothing.
  }
  const guess = guessLanguage(text.join('\n'))
  if (!guess.sure) {
    const message = `The text does not tell its language for certain; “${guess.language}” was assumed.`
    notes.say('language_guessed', line, message)
  }
  return guess.language
}
