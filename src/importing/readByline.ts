import { takeDates } from './dateLine.ts'
import type { BylineDate } from './dateLine.ts'
import { foldedName } from './folded.ts'
import { isOrganizationName, POST } from './organizations.ts'
import {
  canBeName,
  hasNameShape,
  isInstitution,
  isInverted,
  isSuffix,
  ownWordCount,
  tidyName,
  UNSPACED,
} from './personNames.ts'

/** What a byline says: the names in it, and words that are none (a city, an agency). */
export type BylineNames = {
  /** The byline without `By` and dates, with single spaces: what is printed. */
  printed: string
  names: string[]
  extra: string[]
  /** Dates and times that stood in it. */
  dates: BylineDate[]
  /** Whether it began with a word such as `By`. */
  introduced: boolean
}

const INTRODUCTION =
  /^(?:(?:(?:text|texte|texto|testo|words|story|report|analysis|opinion|comment)\s+)?(?:by|von|par|por|di|de)|written by|af|av|door|(?:author|autor|autora|auteur|autore|text|words|автор|作者|撰文|文|记者|記者)\s*[:：|｜/])(?:\s*:\s*|\s+|(?<=[:：|｜/])\s*)(?=\S)/iu
/** These begin names too (Di Stefano, De Gaulle), so they introduce one in small letters only. */
const SMALL_INTRODUCTION = /^(?:di|de)\s/iu

/** What parts one name from the next, whatever they are. */
const SEPARATOR =
  /\s*[;|•、，]\s*|\s+·\s+|\s*\/\s*|\s+(?:and|AND|und|UND|et|ET|with|WITH|och|og|og|és|și|şi|и|і|та|&|与|與|和|及)\s+/u
/** What parts two names only where each has two words of its own: it stands within names, too (Ortega y Gasset). */
const SOFT_SEPARATOR = /^(?:y|Y|e|E|i|I|en|EN|ve|VE|ja|JA)$/u
/** Between names of a script without spaces. */
const UNSPACED_AND = /[和与與及]/u

/** Characters of a byline, and of what is no name in it, at most. */
const MAX_BYLINE = 300
const MAX_EXTRA = 60
/** Marks that sentences have and bylines have not; quotation marks may hold what somebody is called besides. */
const SENTENCE_MARK = /[!?…。！？]|^["“«]|["”»]$/u
/** What follows a name without a comma: a place, an employer. */
const AFTER_NAME = /\s+(?:in|for|at|from|para|desde|aus|à)\s+(?=\p{Lu}).*$|\s*\([^()]*\)$|\s+<?[\w.+-]*@[\w.-]+>?$/u

/**
 * Reads a line as a byline: one or several names joined by commas or words such as "and". Null if no part of it is a name. Where
 * something else confirms the byline (`evidence`), whatever can be a name is one; without, it takes the form of one.
 */
export function readByline(line: string, evidence = false): BylineNames | null {
  if (line.length > MAX_BYLINE) return null
  const { rest, dates } = takeDates(tidyName(withoutDirections(line)))
  if (SENTENCE_MARK.test(rest)) return null
  const introduction = introductionOf(rest)
  const printed = rest.slice(introduction.length).replace(introduction === '' ? /$/u : /(?<=\p{Ll}{3})\.$/u, '')
  const read = { printed, dates, introduced: introduction !== '' }
  if (isInverted(printed) && !isOrganizationName(printed)) return { ...read, names: [printed], extra: [] }

  const sure = evidence || read.introduced
  const names: string[] = []
  const extra: string[] = []
  for (const part of printed.split(SEPARATOR).flatMap(parted)) {
    for (const piece of part.split(/\s*,\s*(?:(?:and|und|et|y|e|og|och|&)\s+)?/u)) {
      if (piece === '') continue
      const last = names.at(-1)
      if (isSuffix(piece) && last !== undefined) {
        names[names.length - 1] = `${last}, ${piece}`
        continue
      }
      const name = piece.replace(AFTER_NAME, '')
      const isName =
        !isAddition(name, names.length) && (hasNameShape(name) || (sure && extra.length === 0 && isLikely(name, names)))
      if (isName) names.push(name)
      const further = isName ? piece.slice(name.length).trim() : piece
      if (further !== '') extra.push(further)
    }
  }
  const known = new Set<string>()
  const distinct = names.filter((name) => {
    const key = foldedName(name)
    return known.has(key) ? false : known.add(key)
  })
  return distinct.length === 0 || extra.join().length > MAX_EXTRA ? null : { ...read, names: distinct, extra }
}

function introductionOf(text: string): string {
  const found = INTRODUCTION.exec(text)?.[0] ?? ''
  return SMALL_INTRODUCTION.test(found) && found !== found.toLowerCase() ? '' : found
}

/** Marks of the direction of writing, which stand around names in text of two directions. */
function withoutDirections(line: string): string {
  return line.replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu, '')
}

/** Whether what follows a name is an organisation or a post, though it has the form of a name: Associated Press, Political Editor. */
function isAddition(text: string, namesBefore: number): boolean {
  return namesBefore > 0 && (isOrganizationName(text) || POST.test(text))
}

/** Where it is sure that names stand here: whatever can be one, and after the first one of two words or more. */
function isLikely(text: string, before: readonly string[]): boolean {
  return before.length === 0 ? canBeName(text) || isInstitution(text) : canBeName(text) && ownWordCount(text) >= 2
}

/** Parts names at words that stand within names, too. */
function parted(text: string): string[] {
  if (UNSPACED_AND.test(text) && !text.includes(' ') && UNSPACED.test(text)) return partedUnspaced(text)
  const words = text.split(' ')
  const ends = words.flatMap((word, index) => (SOFT_SEPARATOR.test(word) ? [index] : []))
  const names: string[] = []
  let from = 0
  for (const [position, end] of ends.entries()) {
    const left = words.slice(from, end).join(' ')
    const right = words.slice(end + 1, ends[position + 1] ?? words.length).join(' ')
    if (![left, right].every((name) => canBeName(name) && ownWordCount(name) >= 2)) continue
    names.push(left)
    from = end + 1
  }
  return [...names, words.slice(from).join(' ')]
}

/** Names of two to four characters on both sides: 和 is a part of given names, too. */
function partedUnspaced(text: string): string[] {
  const characters = Array.from(text)
  const at = characters.findIndex(
    (character, index) =>
      UNSPACED_AND.test(character) && index >= 2 && index <= 4 && characters.length - index - 1 >= 2,
  )
  if (at < 0) return [text]
  return [characters.slice(0, at).join(''), ...partedUnspaced(characters.slice(at + 1).join(''))]
}
