import { placeAsides, placeCredits, sortLines, takeUnknownCredits } from './asides.ts'
import { damageIn } from './damagedText.ts'
import { isUnknownCredit } from './creditLine.ts'
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
import type { FoundByline } from './splitPage.ts'
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
  const doubts: Doubt[] = [...unwrapped.doubts, ...checkHeadline(headline), ...checkDamage(unwrapped.lines)]
  const sorted = sortLines(rest)
  const split = splitPage(sorted.others)
  const asides = placeAsides(sorted, split)
  const ending = endingOf(split.body)
  const parts = { ...split, body: asides.body, credits: asides.credits }
  const dated = dateInByline(split.byline, split.bylineLine, asides.printedDate)
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
  const unknown = takeUnknownCredits(parts.rail)
  for (const line of unknown.credits) placeCredits(asides, line)
  const rail = readRail(unknown.rail)
  const people = readAuthors(parts)
  const guess = guessLanguage(parts.body.map((line) => line.text).join('\n'))
  if (options.language === undefined && !guess.sure) {
    doubts.push({
      code: 'language_guessed',
      message: `The text does not tell its language for certain; “${guess.language}” was assumed.`,
      line: parts.body[0]?.line ?? 1,
    })
  }
  doubts.push(
    ...parts.doubts,
    ...asides.doubts,
    ...dated.doubts,
    ...checkBody(parts.body, [...ending.map(({ line }) => line), ...parts.doubts.map(({ line }) => line)]),
    ...checkEnding(ending, parts.doubts),
    ...people.doubts,
    ...rail.doubts,
  )

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
    unread: [...rail.unread, ...asides.unread].map(placed).sort((one, other) => one.line - other.line),
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

/** The date of the page, from its byline where no line of its own says it. */
function dateInByline(
  byline: FoundByline | null,
  line: number,
  printedDate: string | null,
): { printedDate: string | null; doubts: Doubt[] } {
  const doubts: Doubt[] = []
  let date = printedDate
  for (const each of byline?.dates ?? []) {
    if (each.date !== null && date === null) {
      date = each.date
      const message = `“${each.printed}” in the byline was read as the date of the page, ${date}; it is not taken over as the date of publication.`
      doubts.push({ code: 'date_read', message, line })
    } else {
      const message = `“${each.printed}” in the byline was left out of it and not used.`
      doubts.push({ code: 'text_not_used', message, line })
    }
  }
  return { printedDate: date, doubts }
}

function checkDamage(lines: readonly TextLine[]): Doubt[] {
  return lines.flatMap(({ text, line }) => {
    const damage = damageIn(text)
    if (damage === null) return []
    const { broken, mended } = damage
    let message = `“${broken}” was damaged by copying; it was probably meant to be: ${mended ?? ''}`
    if (mended === null)
      message = `“${broken}” was damaged by copying, and a part of it is lost; look it up where it came from.`
    if (mended === '') message = `“${broken}” holds no words; it was left behind by copying.`
    return [{ code: 'text_damaged' as const, message, line, ...(mended === null ? {} : { mended }) }]
  })
}

/** Characters of a credit that is not known as one; a longer line is a paragraph whatever it ends with. */
const MAX_ENDING = 80

const LIST_ITEM = /^(?:[-•*▪◦]|\d{1,3}[.)])\s/u

/** The last lines of a body that are no sentences, or say what somebody did; the first line is none of them. */
function endingOf(body: readonly TextLine[]): TextLine[] {
  const isParagraph = ({ text }: TextLine): boolean =>
    !isUnknownCredit(text) && (endsSentence(text) || text.length > MAX_ENDING || LIST_ITEM.test(text))
  return body.slice(Math.max(1, body.findLastIndex(isParagraph) + 1))
}

function checkEnding(ending: readonly TextLine[], known: readonly Doubt[]): Doubt[] {
  return ending
    .filter(({ line }) => !known.some((doubt) => doubt.line === line))
    .map(({ text, line }) => ({
      code: 'possible_credit',
      message: `“${text}” ends the text and is no sentence; it may be a credit. It stayed in the text.`,
      line,
    }))
}

/** `known` are the lines that something else is said of than that they look like headings. */
function checkBody(lines: readonly TextLine[], known: readonly number[]): Doubt[] {
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
    if (next !== undefined && !known.includes(line) && !endsSentence(text) && roughWordCount(text) <= 12) {
      doubts.push({
        code: 'possible_heading',
        message: `“${text}” looks like a heading; it was read as a paragraph.`,
        line,
      })
    }
  }
  return doubts
}
