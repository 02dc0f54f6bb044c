import { readBiography } from './biography.ts'
import { takeDates } from './dateLine.ts'
import { folded } from './folded.ts'
import { isAgency, isOrganizationName, POST } from './organizations.ts'
import { endsSentence, roughWordCount } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { endsCut } from './printedExcerpt.ts'
import { tidyName } from './personNames.ts'
import { namesPost } from './postTitle.ts'
import { readByline } from './readByline.ts'
import type { BylineNames } from './readByline.ts'

/** A byline and the lines below it that belong to it, `to` is exclusive. */
export type BylineLines = BylineNames & {
  to: number
  timesPrinted: number
  /** Whether it names one author a line. */
  stacked: boolean
}

/** Lines of a byline that names one author a line. */
const MAX_STACK = 10
/** Words of a name at most. */
const MAX_NAME_WORDS = 7
/** Lines below the names that are none. */
const MAX_ADDED = 4
/** Words of such a line at most. */
const MAX_ADDED_WORDS = 6

/** Reads the byline that begins at `index`, with its repetitions and the agency, place or time under it. Null if no name does. */
export function readBylineLines(lines: readonly TextLine[], index: number): BylineLines | null {
  const line = lines[index]
  if (line === undefined) return null
  const stack = stackedNames(lines, index)
  const read = stack ?? readByline(line.text, true) ?? readUnusual(lines, index)
  if (read === null) return null
  const height = stack?.names.length ?? 1
  const bare = repeatedTo(lines, index, height)
  const below = additionsFrom(lines, index, bare)
  const whole = bare - index + below.length
  const full = below.length === 0 ? bare : repeatedTo(lines, index, whole)
  const timesPrinted = ((bare - index) / height) * ((full - index) / whole)
  // Under a name that nothing confirms it may be anything.
  const isSure = read.introduced || timesPrinted > 1
  const [to, added] = isSure ? [full, below] : [bare, []]
  const dated = added.map((text) => ({ text, ...takeDates(text, true) }))
  return {
    ...read,
    printed: [read.printed, ...dated.map(({ rest }) => rest).filter((rest) => isOrganizationName(rest))].join(', '),
    extra: [...read.extra, ...dated.map(({ rest }) => rest).filter((rest) => rest !== '')],
    dates: [...read.dates, ...dated.flatMap(({ dates }) => dates)],
    to,
    timesPrinted,
    stacked: stack !== null,
  }
}

/** A name of any form, if it is printed twice and a biography begins with the same words: 50 Cent, will.i.am. */
function readUnusual(lines: readonly TextLine[], index: number): BylineNames | null {
  const name = tidyName(lines[index]?.text ?? '')
  if (!/\p{L}/u.test(name) || roughWordCount(name) > MAX_NAME_WORDS || name.length > 100) return null
  const to = repeatedTo(lines, index, 1)
  const next = tidyName(lines[to]?.text ?? '')
  if (to === index + 1 || !next.startsWith(`${name} `) || readBiography(next, [name])?.jobTitle == null) return null
  return { printed: name, names: [name], extra: [], dates: [], introduced: false, joined: false }
}

/** A line as it is compared with a byline. */
export function bylineKey(text: string): string {
  return folded(readByline(text, true)?.printed ?? text)
}

/** Authors on lines of their own in one block; null if there are fewer than two. */
function stackedNames(lines: readonly TextLine[], index: number): BylineNames | null {
  const block = lines[index]?.block
  const names: string[] = []
  let introduced = false
  for (const line of lines.slice(index, index + MAX_STACK)) {
    const read = line.block === block ? readByline(line.text) : null
    const [name] = read?.names ?? []
    if (read === null || name === undefined || read.names.length > 1 || read.extra.length > 0) break
    if (names.length > 0 && (isOrganizationName(name) || POST.test(name))) break
    if (names.some((known) => folded(known) === folded(name))) break
    introduced ||= read.introduced
    names.push(name)
  }
  return names.length < 2 ? null : { printed: names.join(', '), names, extra: [], dates: [], introduced, joined: false }
}

function repeatedTo(lines: readonly TextLine[], index: number, height: number): number {
  let to = index + height
  while (sameLines(lines, index, to, height)) to += height
  return to
}

function sameLines(lines: readonly TextLine[], from: number, to: number, height: number): boolean {
  return Array.from({ length: height }, (_, offset) => [lines[from + offset], lines[to + offset]] as const).every(
    ([one, other]) => one !== undefined && other !== undefined && bylineKey(one.text) === bylineKey(other.text),
  )
}

/**
 * The lines under a byline that name an agency, a place, a time or an address. An agency may stand in a block of its own; of the others it
 * takes the end of the byline's block, so that no heading of the article is among them.
 */
function additionsFrom(lines: readonly TextLine[], index: number, from: number): string[] {
  const block = lines[from - 1]?.block
  const added: string[] = []
  for (const line of lines.slice(from, from + MAX_ADDED)) {
    const isOwn = line.block === block
    if (!isShort(line.text) || namesPost(line.text)) break
    if (isOwn ? !isLoose(line.text) : !isAgency(line.text)) break
    if (folded(line.text) === folded(lines[index]?.text ?? '')) break
    added.push(line.text)
  }
  const endsBlock = lines[from + added.length]?.block !== block
  return endsBlock ? added : added.slice(0, added.findLastIndex((text) => isAgency(text)) + 1)
}

function isShort(text: string): boolean {
  return roughWordCount(text) <= MAX_ADDED_WORDS && !endsSentence(text) && !endsCut(text)
}

/** An organisation, one word, `In Accra`, a time, or an address. */
function isLoose(text: string): boolean {
  return (
    isOrganizationName(text) ||
    /^[^\s,:(，（]{1,20}$/u.test(text) ||
    /^(?:In|At|From) \p{Lu}\S*$/u.test(text) ||
    text.includes('@') ||
    takeDates(text, true).rest === ''
  )
}
