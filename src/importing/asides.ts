import { isUnknownCredit, readCreditLine, UNREAD_CREDIT } from './creditLine.ts'
import type { CreditLine } from './creditLine.ts'
import { readDateLine, readDatesLine } from './dateLine.ts'
import type { Doubt } from './doubts.ts'
import { endsSentence } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { endsCut } from './printedExcerpt.ts'
import type { PageParts } from './splitPage.ts'

/** A line that is no paragraph: a date, a credit, a note. They are taken out before a page is parted. */
type Aside =
  | { kind: 'date'; line: TextLine; date: string }
  | { kind: 'credit'; line: TextLine; credits: readonly CreditLine[] }
  | { kind: 'note'; line: TextLine }

/** A page's lines that are no paragraphs, and the others. */
export type SortedLines = {
  asides: readonly Aside[]
  others: readonly TextLine[]
}

/** Who did what besides writing the article, and where it is printed. */
export type PlacedCredit = { line: number } & CreditLine

/** What became of the asides. */
export type PlacedAsides = {
  body: TextLine[]
  printedDate: string | null
  credits: PlacedCredit[]
  unread: TextLine[]
  doubts: Doubt[]
}

/** `[1] Ministry of Works, …`, and the same with a raised figure. */
const NOTE = /^(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})\s*\S/u
const NOTES_LABEL =
  /^(?:notes|footnotes|endnotes|references|sources|anmerkungen|fußnoten|notas|notes et références)\s*:?$/iu

/** What a list in an article and the headlines beside it begin with, too: it marks a note only before a sentence, or under a label. */
const MARK = /^(?:\(?\d{1,2}[.)]|[*†‡]{1,3})\s*\S/u
const SOURCE = /\b\d{4}\b|https?:|\bpp?\. ?\d|\bibid\b/iu

/** Tells dates, credits and notes from the other lines under a headline. */
export function sortLines(lines: readonly TextLine[]): SortedLines {
  const asides = new Map<TextLine, Aside>()
  for (const [index, line] of lines.entries()) {
    const [before, next] = [lines[index - 1], lines[index + 1]]
    const isBelowNote = before !== undefined && asides.get(before)?.kind === 'note'
    const aside = asideOf(line, before, next, isBelowNote)
    if (aside !== null) asides.set(line, aside)
  }
  return { asides: [...asides.values()], others: lines.filter((line) => !asides.has(line)) }
}

function asideOf(
  line: TextLine,
  before: TextLine | undefined,
  next: TextLine | undefined,
  isBelowNote: boolean,
): Aside | null {
  const { text } = line
  const date = readDateLine(text) ?? readDatesLine(text)
  if (date !== null) return { kind: 'date', line, date }
  const isBeside = before?.block === line.block && !endsCut(before.text) && !endsSentence(before.text)
  const credits = readCreditLine(text) ?? (isBeside && isUnknownCredit(text) ? [UNREAD_CREDIT] : null)
  if (credits !== null) return { kind: 'credit', line, credits }
  if (NOTES_LABEL.test(text) && next !== undefined && (NOTE.test(next.text) || MARK.test(next.text)))
    return { kind: 'note', line }
  const isMarked = MARK.test(text) && !endsCut(text) && (isBelowNote || endsSentence(text) || SOURCE.test(text))
  return NOTE.test(text) || isMarked ? { kind: 'note', line } : null
}

/** Parts the lines in front of the teasers that credit somebody in words that are not known from the teasers. */
export function takeUnknownCredits(rail: readonly TextLine[]): { credits: TextLine[]; rail: TextLine[] } {
  const first = rail.findIndex((line, index) => {
    const next = rail[index + 1]
    return !isUnknownCredit(line.text) || (next !== undefined && endsCut(next.text))
  })
  const from = first < 0 ? rail.length : first
  return { credits: rail.slice(0, from), rail: rail.slice(from) }
}

/**
 * Puts the asides where they belong. What stands between two paragraphs goes back there. Above the article or beside its byline a date
 * dates the page and a credit is one; notes below the article end it. A date among the teasers dates one of them and is not used.
 */
export function placeAsides({ asides }: SortedLines, { body, rail }: PageParts): PlacedAsides {
  const result: PlacedAsides = { body: [...body], printedDate: null, credits: [], unread: [], doubts: [] }
  const first = body[0]?.line ?? 0
  const last = body.at(-1)?.line ?? 0
  const notes: TextLine[] = []
  for (const aside of asides) {
    const { line } = aside
    if (line.line < last && (aside.kind === 'note' || line.line > first)) {
      result.body.push(line)
      if (aside.kind === 'credit') {
        result.doubts.push({
          code: 'credit_in_text',
          message: `“${line.text}” stands between two paragraphs and stayed there; it may be a credit.`,
          line: line.line,
        })
      }
    } else if (aside.kind === 'note') notes.push(line)
    else if (aside.kind === 'credit') placeCredits(result, line, aside.credits)
    else placeDate(result, line, aside.date, line.line < (rail[0]?.line ?? Infinity))
  }
  result.body.sort((one, other) => one.line - other.line)
  const [note] = notes
  if (note !== undefined) {
    result.body.push(...notes)
    result.doubts.push({
      code: 'notes_at_end',
      message: `Notes below the article, from “${note.text}” on, were put at the end of its text.`,
      line: note.line,
    })
  }
  return result
}

function placeDate(result: PlacedAsides, { text, line }: TextLine, date: string, isOfPage: boolean): void {
  if (isOfPage && result.printedDate === null) {
    result.printedDate = date
    const message = `“${text}” was read as the date of the page, ${date}; it is not taken over as the date of publication.`
    result.doubts.push({ code: 'date_read', message, line })
  } else {
    result.unread.push({ text, line, block: 0 })
    result.doubts.push({ code: 'text_not_used', message: `The date “${text}” was not used.`, line })
  }
}

/** Takes over who a line credits; `credits` without names are of a line, or a part of one, that could not be read. */
export function placeCredits(
  result: Pick<PlacedAsides, 'credits' | 'unread' | 'doubts'>,
  line: TextLine,
  credits: readonly CreditLine[] = [UNREAD_CREDIT],
): void {
  for (const credit of credits.filter(({ names }) => names.length > 0)) {
    result.credits.push({ ...credit, line: line.line })
    const message = `“${line.text}” was read as a credit (${credit.role}) of ${credit.names.join(' and ')}.`
    result.doubts.push({ code: 'credit_read', message, line: line.line })
    if (credit.extra.length > 0) {
      const rest = `“${credit.extra.join(', ')}” in the credit “${line.text}” was not taken for a name.`
      result.doubts.push({ code: 'credit_extra', message: rest, line: line.line })
    }
  }
  if (credits.some(({ names }) => names.length === 0)) {
    result.unread.push(line)
    const message = `“${line.text}” seems to be a credit, and no name could be read from it; it was not used.`
    result.doubts.push({ code: 'credit_not_understood', message, line: line.line })
  }
}
