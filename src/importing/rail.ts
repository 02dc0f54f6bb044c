import type { Doubt } from './doubts.ts'
import { folded } from './folded.ts'
import { roughWordCount } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { endsCut, readPrintedExcerpt } from './printedExcerpt.ts'
import { quoteFault } from './quotes.ts'

/** A teaser as the page prints it. `excerpt` ends with `…` if and only if `excerptTruncated`; null if there is none. */
export type ParsedTeaser = {
  headline: string
  excerpt: string | null
  excerptTruncated: boolean
  line: number
}

/** What a rail held; `unread` is text that no teaser has. */
export type Rail = {
  teasers: ParsedTeaser[]
  unread: TextLine[]
  doubts: Doubt[]
}

/** Words of a headline or an excerpt at most: what is longer is running text. */
const MAX_TEASER_WORDS = 80
const LABEL =
  /^(?:(?:related|latest|more|most read|recent|top|other|further)\s*(?:news|stories|articles|posts|reading|headlines|from \S+)?|read (?:also|more|next)|see also|you may also like|recommended|news|trending|in this section)\s*:?$/iu

/** Whether a line is short enough for a headline or an excerpt. */
export function fitsRail(line: TextLine): boolean {
  return roughWordCount(line.text) <= MAX_TEASER_WORDS
}

function endsAsExcerpt(text: string): boolean {
  return endsCut(text) || /[.。][”"’)]?$/u.test(text)
}

/**
 * Reads the lines beside an article as pairs of headline and excerpt. A line that follows a headline is its excerpt, unless the line
 * after it shows that it is a headline itself (it is not cut and ends as no sentence, and an excerpt follows it).
 */
export function readRail(lines: readonly TextLine[]): Rail {
  const rail: Rail = { teasers: [], unread: [], doubts: [] }
  // Lines of the teasers so far, by what they say.
  const known = new Map<string, number>()
  const rest = lines.filter((line) => {
    if (!fitsRail(line)) {
      leaveOut(
        rail,
        line,
        `${String(roughWordCount(line.text))} words after the article are too many for a teaser and were not used.`,
      )
      return false
    }
    if (LABEL.test(line.text)) {
      rail.doubts.push({
        code: 'rail_label_left_out',
        message: `“${line.text}” was taken for a label and left out.`,
        line: line.line,
      })
      return false
    }
    return true
  })

  for (let index = 0; index < rest.length; index += 1) {
    const headline = rest[index]
    if (headline === undefined) break
    const next = rest[index + 1]
    const afterNext = rest[index + 2]
    const strayExcerpt =
      rail.teasers.length > 0 &&
      endsAsExcerpt(headline.text) &&
      (next === undefined || (!endsAsExcerpt(next.text) && afterNext !== undefined && endsAsExcerpt(afterNext.text)))
    if (strayExcerpt) {
      leaveOut(rail, headline, `“${headline.text}” belongs to no headline and was not used.`)
      continue
    }
    // Two headlines in a row: the second has the excerpt.
    const nextIsHeadline =
      next !== undefined &&
      !endsAsExcerpt(next.text) &&
      afterNext !== undefined &&
      endsAsExcerpt(afterNext.text) &&
      !(rest[index + 3] !== undefined && endsAsExcerpt(rest[index + 3]?.text ?? ''))
    const excerpt = next === undefined || nextIsHeadline ? undefined : next
    if (excerpt !== undefined) index += 1
    addTeaser(rail, known, headline, excerpt)
  }
  return rail
}

function leaveOut(rail: Rail, line: TextLine, message: string): void {
  rail.unread.push(line)
  rail.doubts.push({ code: 'text_not_used', message, line: line.line })
}

function addTeaser(
  rail: Rail,
  known: Map<string, number>,
  headline: TextLine,
  excerptLine: TextLine | undefined,
): void {
  const doubt = (code: Doubt['code'], message: string, line: number): void => {
    rail.doubts.push({ code, message, line })
  }
  const excerpt = excerptLine === undefined ? null : readPrintedExcerpt(excerptLine.text)
  const teaser: ParsedTeaser = {
    headline: headline.text,
    excerpt: excerpt?.text ?? null,
    excerptTruncated: excerpt?.truncated ?? false,
    line: headline.line,
  }
  const key = JSON.stringify([folded(teaser.headline), folded(teaser.excerpt ?? '')])
  const same = known.get(key)
  if (same !== undefined) {
    doubt('teaser_repeated', `“${teaser.headline}” is also on line ${String(same)}; one teaser is made.`, teaser.line)
    return
  }
  known.set(key, teaser.line)
  rail.teasers.push(teaser)

  if (endsCut(headline.text)) doubt('headline_cut', `The headline “${headline.text}” seems to be cut.`, headline.line)
  if (quoteFault(headline.text) !== null) {
    doubt(
      'unbalanced_quote',
      `A quotation mark in the headline “${headline.text}” has no partner; it is kept as it is.`,
      headline.line,
    )
  }
  if (excerpt === null || excerptLine === undefined) {
    doubt('teaser_without_excerpt', `“${headline.text}” has no excerpt.`, headline.line)
    return
  }
  if (excerpt.truncated) {
    doubt(
      'excerpt_cut',
      `The excerpt of “${headline.text}” was cut: “${excerpt.text}”. Its rest is not on the page.`,
      excerptLine.line,
    )
  }
  if (!endsAsExcerpt(excerptLine.text)) {
    doubt(
      'excerpt_guessed',
      `“${excerpt.text}” was taken for the excerpt of “${headline.text}”; it may be a headline.`,
      excerptLine.line,
    )
  }
  if (excerpt.more) {
    doubt('excerpt_link_left_out', `What follows the ellipsis was dropped: “${excerptLine.text}”.`, excerptLine.line)
  }
  // A cut excerpt may well end before its quotation does.
  if (!excerpt.truncated && quoteFault(excerpt.text) !== null) {
    doubt(
      'unbalanced_quote',
      `A quotation mark in “${excerpt.text}” has no partner; it is kept as it is.`,
      excerptLine.line,
    )
  }
}
