import { countryNamed } from './countries.ts'
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
  /** Whether a word such as "and" stands between names, so that they are people. */
  joined: boolean
}

/** Before a name in these languages, alone or after a word for what was written. */
const BY = 'by|von|par|por|per|di|de|af|av|door|przez|írta|napsal|napsala|kirjoittanut|yazan|بقلم|מאת'
const TEXT = 'text|texte|texto|testo|tekst|words|story|article|report|reportage|reportaje'
const WRITTEN =
  `${TEXT}|analysis|opinion|comment|column|essay|guest post|written|posted|escrito|scritto|écrit|geschrieben|aufgezeichnet|a cura|` +
  'propos recueillis|artículo|articolo|artigo|(?:ein |eine )?(?:gastbeitrag|gastkommentar|kommentar|beitrag|artikel|analyse)'
/** Words for whoever wrote, and for what they wrote, with a colon behind. */
const LABELS =
  'author|authors|autor|autora|autores|auteur|auteurs|autrice|autore|autori|autorka|autorzy|autoři|forfatter|författare|kirjoittaja|' +
  'szerző|text|texte|texto|testo|tekst|teksti|words|текст|автор|автори|авторка|авторы|κείμενο|συντάκτης|作者|撰文|文|记者|記者'
const PICTURES =
  'photos?|photographs|photography|pictures|images|fotos?|fotografie|fotografías|bilder|illustrations?|videos?|zdjęcia'
const AND = String.raw`(?:\s*[,&+/]\s*|\s+(?:and|und|et|y|e|och|og|en|i)\s+)`
/** Words for a text and for pictures, of which one person made both. */
const COMBINED = `(?:(?:${PICTURES})${AND}(?:${TEXT})|(?:${TEXT}|reporting|writing)(?:${AND}(?:${PICTURES}))+)`
const INTRODUCTION = new RegExp(
  String.raw`^(?:(?:(?:${COMBINED}|${WRITTEN})\s+)?(?:${BY})|(?:${COMBINED}|${LABELS}|${BY})\s*[:：|｜/・]|(?:本报)?记者(?=\s))(?:\s*:\s*|\s+|(?<=[:：|｜/・])\s*)(?=\S)`,
  'iu',
)
const FOR_BOTH = new RegExp(`^${COMBINED}`, 'iu')
/** In Chinese a space parts people, where a word such as this one says that they are Chinese. */
const CHINESE_REPORTERS = /记者\s*$/u
/** Words that say in any way who made something: "Devised by". */
const SAYS_BY = /^\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,4} (?:by|von|par|por|door|przez)(?:\s*:\s*|\s+)(?<who>\p{Lu}.+)$/u
/** These begin names too (Di Stefano, De Gaulle, Per), so they introduce one in small letters only, or before names that are whole without. */
const SMALL_INTRODUCTION = /^(?:di|de|per)\s/iu
const WHOLE_NAME = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?: (?:e|ed) |, |$)/u
const WHOLE_NAMES =
  /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:, \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)* (?:e|y|i|și|şi) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u

/** What parts one name from the next, whatever they are. */
const SEPARATOR =
  /\s*[;|•、，،؛]\s*|\s+[·×]\s+|\s*\/\s*|(?<=\p{sc=Han})・(?=\p{sc=Han})|\s+(?:and|AND|und|UND|sowie|et|ET|with|WITH|och|og|og|és|și|şi|и|і|та|και|oraz|और|و|&|与|與|和|及)\s+|(?<=^\p{sc=Hangul}{2,4})[와과]\s+(?=\p{sc=Hangul}{2,4}$)/u
/** Where something else says that names stand here, dashes and plus signs part them, too. */
const SURE_SEPARATOR = new RegExp(String.raw`${SEPARATOR.source}|\s+[–—+-]\s+`, 'u')
/** What parts two names only where each has two words of its own: it stands within names, too (Ortega y Gasset). */
const SOFT_SEPARATOR = /^(?:y|e|ed|i|en|ve|ja|a|ir|un|dan|và|eta|agus|te)$/iu
/** Between names of a script without spaces. */
const UNSPACED_AND = /[和与與及と]/u

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
  const { rest, dates } = takeDates(tidyName(line))
  if (SENTENCE_MARK.test(rest)) return null
  const introduction = introductionOf(rest)
  const printed = rest.slice(introduction.length).replace(introduction === '' ? /$/u : /(?<=\p{Ll}{3})\.$/u, '')
  const read = { printed, dates, introduced: introduction !== '' }
  if (isInverted(printed) && !isOrganizationName(printed))
    return { ...read, names: [printed], extra: [], joined: false }

  const sure = evidence || read.introduced
  const separator = CHINESE_REPORTERS.test(introduction) ? /\s+|[、，,;]/u : sure ? SURE_SEPARATOR : SEPARATOR
  const names: string[] = []
  const extra: string[] = []
  for (const part of printed.split(separator).flatMap(parted)) {
    for (const piece of part.split(/\s*,\s*(?:(?:and|und|et|y|e|og|och|&)\s+)?/u)) {
      if (piece === '') continue
      const last = names.at(-1)
      if (isSuffix(piece) && last !== undefined) {
        names[names.length - 1] = `${last}, ${piece}`
        continue
      }
      const name = piece
        .replace(AFTER_NAME, '')
        .replace(/ of (.+)$/u, (all, place: string) => (isOrganizationName(place) ? '' : all))
      const isName =
        !isAddition(name, names.length) && (hasNameShape(name) || (sure && extra.length === 0 && isLikely(name, names)))
      if (isName) names.push(name)
      const further = isName ? piece.slice(name.length).trim() : piece
      if (further !== '') extra.push(further)
    }
  }
  const joined = isJoined(printed, [...names, ...extra])
  if (FOR_BOTH.test(introduction)) extra.push(introduction.trim())
  const known = new Set<string>()
  const distinct = names.filter((name) => {
    const key = foldedName(name)
    return known.has(key) ? false : known.add(key)
  })
  if (distinct.length === 0 || extra.join().length > MAX_EXTRA) return null
  return { ...read, names: distinct, extra, joined }
}

/** Whether a line says in words that are not known here who made something: "Devised by Anna Berg". */
export function saysByWhom(line: string): boolean {
  const who = SAYS_BY.exec(tidyName(line))?.groups?.['who']
  const read = who === undefined ? null : readByline(who)
  return read !== null && read.extra.length === 0
}

/** Whether words or signs such as "and" and "&" are left of a byline without its parts. */
function isJoined(printed: string, parts: readonly string[]): boolean {
  return /[\p{L}&+×・]/u.test(parts.reduce((text, part) => text.replace(part, ' '), printed))
}

function introductionOf(text: string): string {
  const found = INTRODUCTION.exec(text)?.[0] ?? ''
  if (!SMALL_INTRODUCTION.test(found) || found === found.toLowerCase()) return found
  return (found.startsWith('Di') ? WHOLE_NAME : WHOLE_NAMES).test(text.slice(found.length)) ? found : ''
}

/** Whether what follows a name is an organisation or a post, though it has the form of a name: Associated Press, Political Editor. */
function isAddition(text: string, namesBefore: number): boolean {
  if (namesBefore === 0) return false
  return isOrganizationName(text) || POST.test(text) || (text.includes(' ') && countryNamed(text) !== undefined)
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
