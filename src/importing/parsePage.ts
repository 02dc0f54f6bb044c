import { readDateLine } from './dateLine.ts'
import type { Doubt } from './doubts.ts'
import { ImportError } from './ImportError.ts'
import { guessLanguage } from './language.ts'
import { endsSentence, readLines, roughWordCount } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { endsCut } from './printedExcerpt.ts'
import { quoteFault } from './quotes.ts'
import { readRail } from './rail.ts'
import type { ParsedTeaser } from './rail.ts'
import { readAuthors } from './readAuthors.ts'
import type { ParsedAuthor } from './readAuthors.ts'
import { splitPage } from './splitPage.ts'
import type { PageParts } from './splitPage.ts'
import { joinWrapped } from './wrapped.ts'

/** A piece of text and the line that it begins on. */
export type PlacedText = {
  text: string
  line: number
}

/** What a page says, nothing added. All lines are 1-based. */
export type ParsedPage = {
  headline: PlacedText
  body: PlacedText[]
  /** The byline as printed, without "By", and how often it is printed. */
  byline: (PlacedText & { timesPrinted: number }) | null
  authors: ParsedAuthor[]
  teasers: ParsedTeaser[]
  /** BCP 47. */
  language: string
  /** The date line as `YYYY-MM-DD`. */
  printedDate: string | null
  /** Text below the article that no teaser has. */
  unread: PlacedText[]
  /** In the order of the lines. */
  doubts: Doubt[]
}

/** What the caller knows better than the page. */
export type ParseOptions = {
  /** BCP 47; guessed from the text when left out. */
  language?: string
}

/** Characters of a headline at most. */
const MAX_HEADLINE = 300

/**
 * Reads the text of a web page: a headline, paragraphs, a byline that themes often print twice, a biography, then teasers as
 * pairs of headline and excerpt. Blank lines part blocks; how many there are means nothing. Characters are kept as they are.
 *
 * A line is a byline only if something confirms it: it begins with "By", is printed twice, or a biography follows it. Whatever was
 * guessed is in `doubts`.
 *
 * Throws ImportError (`import_empty`, `import_binary`, `import_too_large`, `import_malformed`) and nothing else, for any bytes.
 */
export function parsePage(bytes: Uint8Array, options: ParseOptions = {}): ParsedPage {
  const unwrapped = joinWrapped(readLines(bytes))
  const [headline, ...rest] = unwrapped.lines
  if (headline === undefined || rest.length === 0) {
    throw new ImportError(
      'import_malformed',
      'The page has one paragraph only: a headline without an article, or an article without a headline.',
      'Put the headline on the first line, then a blank line, then the paragraphs.',
      { line: headline?.line ?? 1 },
    )
  }
  const doubts: Doubt[] = [...unwrapped.doubts, ...checkHeadline(headline)]
  const dateLines = rest.filter((line) => readDateLine(line.text) !== null)
  const split = splitPage(rest.filter((line) => !dateLines.includes(line)))
  const dated = placeDates(dateLines, split)
  const parts = { ...split, body: dated.body }
  if (parts.body.length === 0) {
    throw new ImportError(
      'import_malformed',
      'The page has a headline and no paragraphs.',
      'Put the paragraphs of the article under the headline, with blank lines between them.',
      { line: headline.line },
    )
  }
  if (dated.printedDate === null) {
    const message = 'The page has no date line; dates in its sentences date events, not the page.'
    doubts.push({ code: 'no_date', message, line: headline.line })
  }
  const rail = readRail(parts.rail)
  const people = readAuthors(parts)
  const guess = guessLanguage(parts.body.map((line) => line.text).join('\n'))
  if (options.language === undefined && !guess.sure) {
    doubts.push({
      code: 'language_guessed',
      message: `The text does not tell its language for certain; “${guess.language}” was assumed.`,
      line: parts.body[0]?.line ?? 1,
    })
  }
  doubts.push(...parts.doubts, ...dated.doubts, ...checkBody(parts.body), ...people.doubts, ...rail.doubts)

  const { byline } = parts
  return {
    headline: placed(headline),
    body: parts.body.map(placed),
    byline:
      byline === null ? null : { text: byline.printed, line: parts.bylineLine, timesPrinted: byline.timesPrinted },
    authors: people.authors,
    teasers: rail.teasers,
    language: options.language ?? guess.language,
    printedDate: dated.printedDate,
    unread: [...rail.unread, ...dated.unread].map(placed).sort((one, other) => one.line - other.line),
    doubts: doubts.sort((one, other) => one.line - other.line),
  }
}

function placed({ text, line }: TextLine): PlacedText {
  return { text, line }
}

function checkHeadline({ text, line }: TextLine): Doubt[] {
  if (text.length > MAX_HEADLINE) {
    throw new ImportError(
      'import_malformed',
      `The first line has ${String(text.length)} characters; a headline has at most ${String(MAX_HEADLINE)}.`,
      'Put the headline on the first line, and a blank line after it.',
      { line },
    )
  }
  const doubts: Doubt[] = []
  if (endsCut(text)) doubts.push({ code: 'headline_cut', message: `The headline “${text}” seems to be cut.`, line })
  if (quoteFault(text) !== null) {
    doubts.push({
      code: 'unbalanced_quote',
      message: 'A quotation mark in the headline has no partner; it is kept as it is.',
      line,
    })
  }
  return doubts
}

type PlacedDates = {
  body: TextLine[]
  printedDate: string | null
  unread: TextLine[]
  doubts: Doubt[]
}

/**
 * Lines that are a date and nothing else were taken out before the page was parted. One above the article or beside its byline
 * dates the page; one between two paragraphs is a heading and goes back; one among the teasers dates a teaser and is not used.
 */
function placeDates(dateLines: readonly TextLine[], { body, rail }: PageParts): PlacedDates {
  const result: PlacedDates = { body: [...body], printedDate: null, unread: [], doubts: [] }
  const first = body[0]?.line ?? 0
  const last = body.at(-1)?.line ?? 0
  for (const line of dateLines) {
    if (line.line > first && line.line < last) {
      result.body.push(line)
    } else if (result.printedDate === null && line.line < (rail[0]?.line ?? Infinity)) {
      result.printedDate = readDateLine(line.text)
      const message = `“${line.text}” was read as the date of the page, ${String(result.printedDate)}; it is not taken over as the date of publication.`
      result.doubts.push({ code: 'date_read', message, line: line.line })
    } else {
      result.unread.push(line)
      result.doubts.push({ code: 'text_not_used', message: `The date “${line.text}” was not used.`, line: line.line })
    }
  }
  result.body.sort((one, other) => one.line - other.line)
  return result
}

function checkBody(lines: readonly TextLine[]): Doubt[] {
  const doubts: Doubt[] = []
  for (const [index, { text, line, block }] of lines.entries()) {
    const next = lines[index + 1]
    if (next?.block === block && lines[index - 1]?.block !== block) {
      doubts.push({
        code: 'lines_parted',
        message: 'Lines without a blank line between them were read as paragraphs.',
        line,
      })
    }
    const fault = quoteFault(text)
    // A quotation of several paragraphs opens anew in each and closes in the last.
    const goesOn = fault === 'not_closed' && next !== undefined && /^["“„«]/u.test(next.text)
    if (fault !== null && !goesOn) {
      const what = fault === 'not_closed' ? 'opens and is not closed' : 'closes and was not opened'
      doubts.push({
        code: 'unbalanced_quote',
        message: `A quotation mark in this paragraph ${what}; it is kept as it is.`,
        line,
      })
    }
    if (next !== undefined && !endsSentence(text) && roughWordCount(text) <= 12) {
      doubts.push({
        code: 'possible_heading',
        message: `“${text}” looks like a heading; it was read as a paragraph.`,
        line,
      })
    }
  }
  return doubts
}
