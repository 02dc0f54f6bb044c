import {
  authorsBegunWith,
  beginsWithPerson,
  isAboutAllAuthors,
  isBiography,
  isBiographyLabel,
  readBiography,
} from './biography.ts'
import { bylineKey, readBylineLines } from './bylineLines.ts'
import type { BylineLines } from './bylineLines.ts'
import type { Doubt } from './doubts.ts'
import { isUnknownCredit } from './creditLine.ts'
import { folded } from './folded.ts'
import { POST } from './organizations.ts'
import { endsSentence } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { hasNameShape, nameWords, splitHonorific, UNSPACED } from './personNames.ts'
import { namesPost } from './postTitle.ts'
import { endsCut } from './printedExcerpt.ts'
import { fitsRail } from './rail.ts'
import { readByline, saysByWhom } from './readByline.ts'

/** A byline: `from` to `to` (exclusive) are the lines that it is printed on. */
export type FoundByline = BylineLines & {
  from: number
  /** How well it is confirmed; 0 is not at all. */
  strength: number
}

/** A page parted at its byline. */
export type PageParts = {
  body: TextLine[]
  byline: FoundByline | null
  /** The line of the byline; 0 without one. */
  bylineLine: number
  biographies: TextLine[]
  rail: TextLine[]
  /** The line that the article ends on. */
  end: number
  doubts: Doubt[]
}

/**
 * Finds where the article ends and the rail begins: at the byline, for want of one at the biography, for want of both where cut
 * excerpts begin. `lines` are those under the headline.
 */
export function splitPage(lines: readonly TextLine[]): PageParts {
  const opening = findOpeningByline(lines)
  const above = lines.slice(0, opening?.from ?? 0)
  const openingBiographies = opening === null ? [] : biographiesFrom(lines, opening.to, opening.names, [], true)
  const bodyFrom = (opening?.to ?? 0) + openingBiographies.length
  const doubts: Doubt[] = []
  const assemble = (
    bodyTo: number,
    byline: FoundByline | null,
    biographies: readonly TextLine[],
    railFrom: number,
  ): PageParts => ({
    body: [...above, ...lines.slice(bodyFrom, bodyTo)],
    byline,
    bylineLine: byline === null ? 0 : (lines[byline.from]?.line ?? 0),
    biographies: [...openingBiographies, ...biographies],
    rail: lines.slice(railFrom),
    end: lines[bodyTo - 1]?.line ?? 1,
    doubts,
  })

  const [first] = lines
  if (opening === null && first !== undefined && saysByWhom(first.text)) doubts.push(possibleByline(first))
  const closing = findClosingByline(lines, bodyFrom, opening)
  if (closing !== null) {
    const found = biographiesFrom(lines, closing.to, closing.names)
    return assemble(closing.from, mergeBylines(lines, opening, closing, doubts), found, closing.to + found.length)
  }
  const loose = findLooseBiography(lines, bodyFrom, opening?.names ?? null)
  if (loose !== null) {
    const found = lines.slice(loose.from, loose.to)
    const more = opening === null ? [] : biographiesFrom(lines, loose.to, opening.names, found)
    return assemble(loose.from, opening, [...found, ...more], loose.to + more.length)
  }
  const railFrom = findCutRail(lines, bodyFrom)
  const teaser = lines[railFrom]
  if (teaser !== undefined) {
    doubts.push({
      code: 'rail_guessed',
      message: `The teasers were taken to begin with “${teaser.text}”: from there on excerpts are cut.`,
      line: teaser.line,
    })
  }
  const result = assemble(railFrom, opening, [], railFrom)
  if (opening === null && result.body.length > 1) {
    for (const line of [result.body[0], result.body.at(-1)]) {
      const isSaid = doubts.some((doubt) => doubt.line === line?.line)
      if (line !== undefined && !isSaid && readByline(line.text) !== null) doubts.push(possibleByline(line))
    }
  }
  return result
}

function possibleByline({ text, line }: TextLine): Doubt {
  return {
    code: 'possible_byline',
    message: `“${text}” may be a byline; nothing confirms it, so it stayed in the text.`,
    line,
  }
}

/**
 * The byline that begins at `index`, or null if no name does. Its strength: 3 printed twice, 2 introduced by "By"; and on top of
 * it, if a biography follows, 2 for one that says who works where, 1 for one that says less.
 */
function bylineAt(lines: readonly TextLine[], index: number): FoundByline | null {
  const read = readBylineLines(lines, index)
  if (read === null) return null
  const { to, timesPrinted, stacked } = read
  let strength = 0
  if (timesPrinted > 1) strength = 3
  else if (read.introduced) strength = 2
  const next = lines[to]
  const isNamedAgain = next !== undefined && opensWith(next.text, read.printed)
  if (strength > 0 || isNamedAgain || stacked || readByline(lines[index]?.text ?? '') !== null) {
    strength += confirmation(next, read.names)
  }
  return { ...read, from: index, strength }
}

function confirmation(next: TextLine | undefined, names: readonly string[]): number {
  if (next === undefined) return 0
  const biography = readBiography(next.text, names)
  if (biography === null) return 0
  if (biography.jobTitle !== null && biography.affiliation !== null) return 2
  return biography.jobTitle !== null || sharesName(biography.fullName, names) ? 1 : 0
}

/** Whether a text goes on after these words: as a biography begins with the byline. */
function opensWith(text: string, words: string): boolean {
  const [longer, start] = [text, words].map((each) => folded(splitHonorific(each).name))
  if (longer === undefined || start === undefined) return false
  return longer.startsWith(start) && /^(?:\s|[,:(|，、]|\p{Lo})/u.test(longer.slice(start.length))
}

/** Whether a biography's name has a word of one of these names; "The author" stands for whoever it is. */
function sharesName(fullName: string | null, names: readonly string[]): boolean {
  if (fullName === null) return true
  const words = nameWords(fullName)
  return names.some((name) => nameWords(name).some((word) => word.length > 1 && words.includes(word)))
}

/** Whether a paragraph begins as a biography of one of these people does: with the name, then what the person is or does. */
export function saysSomethingOf(text: string, names: readonly string[]): boolean {
  const biography = readBiography(text, names)
  return biography !== null && sharesName(biography.fullName, names)
}

/**
 * A byline directly under the headline, or under a standfirst if it is printed twice or begins with "By"; a weakly confirmed one
 * counts if the same words stand below the article again.
 */
function findOpeningByline(lines: readonly TextLine[]): FoundByline | null {
  const found = bylineAt(lines, 0)
  const [first, second] = lines
  if (found === null && first !== undefined && second !== undefined && fitsRail(first)) {
    const below = bylineAt(lines, 1)
    const isStated = readByline(second.text)?.introduced === true || (below?.timesPrinted ?? 0) > 1
    // Running text below it; else it stands below an article of one paragraph.
    if (below !== null && isStated && lines.slice(below.to).some((line) => !fitsRail(line))) return below
  }
  if (found === null || found.strength >= 2) return found
  const again = lines.slice(found.to + 1).some((line) => bylineKey(line.text) === folded(found.printed))
  return again && readByline(lines[0]?.text ?? '') !== null ? found : null
}

/** The best confirmed byline below at least one paragraph. */
function findClosingByline(lines: readonly TextLine[], from: number, opening: FoundByline | null): FoundByline | null {
  const lastLong = lines.findLastIndex((line) => !fitsRail(line))
  let best: FoundByline | null = null
  for (let index = from + 1; index < lines.length; index += 1) {
    const found = bylineAt(lines, index)
    if (found === null) continue
    if (opening !== null && bylineKey(lines[index]?.text ?? '') === folded(opening.printed)) found.strength += 3
    if (found.strength > (best?.strength ?? 0)) {
      // Printed twice, it ends the article. Else it may be a heading in the article: then running text follows.
      const after = found.to + biographiesFrom(lines, found.to, found.names).length
      const hasForm = readByline(found.printed) !== null || found.strength >= 5
      if ((found.timesPrinted > 1 && hasForm) || lastLong < after) best = found
    }
    index = found.to - 1
  }
  return best
}

function mergeBylines(
  lines: readonly TextLine[],
  opening: FoundByline | null,
  closing: FoundByline,
  doubts: Doubt[],
): FoundByline {
  if (opening === null) return closing
  if (folded(opening.names.join()) === folded(closing.names.join())) {
    return { ...opening, timesPrinted: opening.timesPrinted + closing.timesPrinted }
  }
  doubts.push({
    code: 'byline_extra',
    message: `The byline “${closing.printed}” below the article is not the one above it; it was not used.`,
    line: lines[closing.from]?.line ?? 1,
  })
  return opening
}

/**
 * The biographies that begin at `index`, under a byline: each a paragraph about one person, with those that go on about them. One
 * author has one: a teaser can read like a biography, too. `before` are those that were found above. Where the article follows
 * (`isAbove`), one word of a name begins none: an article may begin with the same word.
 */
function biographiesFrom(
  lines: readonly TextLine[],
  index: number,
  names: readonly string[],
  before: readonly TextLine[] = [],
  isAbove = false,
): TextLine[] {
  const label = lines[index]
  if (label !== undefined && isBiographyLabel(label.text)) {
    const below = biographiesFrom(lines, index + 1, names, before, isAbove)
    return below.length === 0 ? [] : [label, ...below]
  }
  const found: TextLine[] = []
  for (const [offset, line] of lines.slice(index).entries()) {
    const begins = isBiography(line.text, names) || saysSomethingOf(line.text, names)
    const isText = endsSentence(line.text) && !endsCut(line.text)
    if (found.length + before.length === 0) {
      const isNamed = names.some((name) => opensWith(line.text, name)) || (!isAbove && isOfAuthors(line.text, names))
      const saysMore = isText || (namesPost(line.text) && !endsCut(line.text))
      if (!begins && !(isNamed && saysMore) && !isBiographyByPlace(lines, index, names)) break
    } else if (begins ? names.length < 2 : !(isText && goesOnAbout(lines, index + offset, names, isAbove))) break
    found.push(line)
  }
  return found
}

/** A line in one block with the byline above it: it says a post, it names the person, or it is a sentence with which the block ends. */
function isBiographyByPlace(lines: readonly TextLine[], index: number, names: readonly string[]): boolean {
  const line = lines[index]
  if (line === undefined || !isUnderByline(lines, index)) return false
  if (isBarePost(line.text, names) || names.some((name) => opensWith(line.text, name))) return !endsCut(line.text)
  if (!endsSentence(line.text) || endsCut(line.text)) return false
  const endsBlock = lines[index + 1]?.block !== line.block && lines[0]?.block !== line.block
  return mentions(line.text, names) || (endsBlock && /[.。]["”’»)]*$/u.test(line.text))
}

/** Whether a paragraph under a biography is about the same people: it says "she", or names one of several who have none yet. */
function goesOnAbout(lines: readonly TextLine[], index: number, names: readonly string[], isAbove = false): boolean {
  const text = lines[index]?.text ?? ''
  if (/^(?:he|she|they|his|her|their)\b/iu.test(text)) return true
  return (names.length > 1 && names.some((name) => opensWith(text, name))) || (!isAbove && isOfAuthors(text, names))
}

/** Whether a text begins with one of several authors, by whatever part of the name, or with all of them. */
function isOfAuthors(text: string, names: readonly string[]): boolean {
  const isStated = /[.。]["”’»)]*$/u.test(text) && !endsCut(text)
  return isStated && (authorsBegunWith(text, names).length > 0 || isAboutAllAuthors(text, names))
}

/** Whether a line under a byline begins with what somebody is: "Professor of Law, X University". */
function isBarePost(text: string, names: readonly string[]): boolean {
  return names.length === 1 && !isUnknownCredit(text) && POST.test(text.split(/\s+/u).slice(0, 6).join(' '))
}

/** Whether the line stands in one block with the line before it, or under the label of a biography. */
function isUnderByline(lines: readonly TextLine[], index: number): boolean {
  const before = lines[index - 1]
  return before !== undefined && (before.block === lines[index]?.block || isBiographyLabel(before.text))
}

function mentions(text: string, names: readonly string[]): boolean {
  const words = new Set(nameWords(text.replace(/[^\p{L}\p{M}\s'’-]/gu, ' ')))
  return names.some(
    (name) =>
      (UNSPACED.test(name) && text.includes(name)) ||
      nameWords(name).some((word) => word.length > 1 && words.has(word)),
  )
}

/**
 * Biographies with no byline above them: the last paragraphs before the rail or the end, about people who are in the byline under
 * the headline, or who hold a post and whom the article does not mention. `to` is exclusive.
 */
function findLooseBiography(
  lines: readonly TextLine[],
  from: number,
  names: readonly string[] | null,
): { from: number; to: number } | null {
  let cutBelow = false
  for (let index = lines.length - 1; index > from; index -= 1) {
    const line = lines[index]
    if (line === undefined) break
    if (endsCut(line.text)) cutBelow = true
    else if (endsSentence(line.text) || (names !== null && namesPost(line.text))) {
      const placed = names !== null || cutBelow || index === lines.length - 1
      if (placed && isLooseBiography(lines, index, from, names)) {
        return { from: firstOfBiographies(lines, index, from, names), to: index + 1 }
      }
    }
    if (!fitsRail(line)) break
  }
  return null
}

/** Where the biographies begin of which the last stands at `last`; at least one paragraph above stays. */
function firstOfBiographies(
  lines: readonly TextLine[],
  last: number,
  from: number,
  names: readonly string[] | null,
): number {
  let first = last
  for (let index = last - 1; index > from; index -= 1) {
    const line = lines[index]
    if (line === undefined) break
    if (isLooseBiography(lines, index, from, names) || (first === index + 1 && isBiographyLabel(line.text)))
      first = index
    else if (!goesOnAbout(lines, index, names ?? [])) break
  }
  return first
}

function isLooseBiography(
  lines: readonly TextLine[],
  index: number,
  from: number,
  names: readonly string[] | null,
): boolean {
  const text = lines[index]?.text ?? ''
  // Nobody who writes an article begins its last paragraphs with their own name.
  const isUnderLabel = isBiographyLabel(lines[index - 1]?.text ?? '')
  if (names !== null && (isUnderLabel || beginsWithPerson(text, names))) return true
  const above = lines.slice(from, index)
  if (names !== null && isOfAuthors(text, names) && !isSpokenOf(above, text, names)) return true
  const biography = readBiography(text, names ?? [])
  if (biography === null) return false
  if (names !== null && sharesName(biography.fullName, names)) return true
  const { fullName, jobTitle, affiliation } = biography
  if (fullName === null || jobTitle === null || affiliation === null || !hasNameShape(fullName)) return false
  return !above.some((other) => mentions(other.text, [fullName]))
}

/** Whether paragraphs of the article speak of whom a text begins with: by the same word, or of the authors of something. */
function isSpokenOf(paragraphs: readonly TextLine[], text: string, names: readonly string[]): boolean {
  const first = splitHonorific(text).name.split(/[\s,:;]/u)[0] ?? ''
  const who = isAboutAllAuthors(text, names)
    ? (/(?:author|writer|autor|auteur)\p{L}*/iu.exec(text)?.[0] ?? first)
    : first
  return paragraphs.some((paragraph) => mentions(paragraph.text, [who]))
}

/** Where pairs of a headline and a cut excerpt begin at the end of the page; the number of lines if nowhere. */
function findCutRail(lines: readonly TextLine[], from: number): number {
  let start = lines.length
  while (start - 2 > from) {
    const headline = lines[start - 2]
    const excerpt = lines[start - 1]
    if (headline === undefined || excerpt === undefined) break
    if (!endsCut(excerpt.text) || endsSentence(headline.text) || !fitsRail(headline) || !fitsRail(excerpt)) break
    start -= 2
  }
  return start
}
