import { foldedName } from './folded.ts'

const HONORIFIC =
  /^(?:(?:prof|professor|dr|mr|mrs|ms|mx|sir|dame|lord|lady|ambassador|amb|gen|general|col|colonel|rev|hon|h\.\s?e)\.?\s+)+/iu
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/iu
const PARTICLES = new Set(
  'af al av bin bint ben da das de del della den der di do dos du e el het ibn la las le los of ten ter van vom von y zu zum zur'.split(
    ' ',
  ),
)
/** Words that begin sentences and headings, never a name. */
const NO_NAME = new Set(
  (
    'a about after again and are as at before but for from has have here how in into is it its more most not now on once or our over ' +
    'related some still that the their then there these they this those too under until up was we what when where which while who why ' +
    'with without yet your'
  ).split(' '),
)
// A capitalised word, or one of a script without capitals; hyphens, apostrophes and full stops inside (O’Neill, J.-P., Jean-Luc).
const NAME_WORD = /^(?:(?:d|l|al|el|ad|as|an|ar)['’‘ʼ‐-])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’‘ʼ·‐‑-]*$/u

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

/** One space between the words of a name, whatever white space was printed. */
export function tidyName(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Parts a name into what is put before it (Dr., Professor) and the rest. */
export function splitHonorific(name: string): { honorificPrefix: string | null; name: string } {
  const tidy = tidyName(name)
  const found = HONORIFIC.exec(tidy)?.[0] ?? ''
  const rest = tidy.slice(found.length)
  return rest === '' || found === ''
    ? { honorificPrefix: null, name: tidy }
    : { honorificPrefix: found.trim(), name: rest }
}

/**
 * Whether a text has the shape of a person's name: two to seven words (or as few as `least`), capitalised but for particles, none
 * of them a word that sentences begin with. The shape is no evidence that it is one.
 */
export function hasNameShape(text: string, least = 2): boolean {
  if (text.length > 100) return false
  const words = splitHonorific(text).name.replace(/,/gu, '').split(' ')
  if (words.length > 7) return false
  const capitalised = words.filter((word) => NAME_WORD.test(word) && !PARTICLES.has(word))
  if (words.some((word) => NO_NAME.has(word.toLowerCase()))) return false
  if (!words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word) || SUFFIX.test(word))) return false
  const last = words.at(-1) ?? ''
  if (PARTICLES.has(last) || (last.endsWith('.') && !SUFFIX.test(last) && !/^\p{Lu}\.$/u.test(last))) return false
  // A script without capitals and often without spaces: one word can be a whole name, a long one is a sentence.
  if (capitalised.length === 1 && words.length === 1 && /^\p{Lo}{2,6}$/u.test(last)) return true
  if (words.some((word) => (UNSPACED.test(word) && word.length > 6) || (/\p{Lo}/u.test(word) && word.length > 15)))
    return false
  return capitalised.length >= least
}

/** The words of a name for comparing: folded, without honorifics and suffixes. */
export function nameWords(name: string): string[] {
  return foldedName(splitHonorific(name).name.replace(/,/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !SUFFIX.test(word))
}

/** A byline such as "The Editorial Board". */
const INSTITUTION = /^The(?: \p{Lu}[\p{L}\p{M}’'-]*){1,4}$/u

/** Whether a name in a byline seems to be an organisation's or a pseudonym: it begins with "The" or is a single word. */
export function isNoPerson(name: string): boolean {
  return INSTITUTION.test(name) || (!name.includes(' ') && !/^\p{Lo}+$/u.test(name))
}

/** What a byline says: the names in it, and words that are none (a city, an agency). */
export type BylineNames = {
  /** The byline without `By` and with single spaces: what is printed. */
  printed: string
  names: string[]
  extra: string[]
  /** Whether it began with a word such as `By`. */
  introduced: boolean
}

const INTRODUCTION = /^(?:by|text by|words by|written by|von|par|por|af|av|door)(?::\s*|\s+)(?=\S)/iu
const SEPARATOR = /\s*[;|•、，]\s*|\s+(?:and|und|et|with|&|и|和|与|與)\s+|\s*\/\s*/iu

/** Characters of a byline, and of what is no name in it, at most. */
const MAX_BYLINE = 300
const MAX_EXTRA = 60
/** Marks that sentences have and bylines have not. */
const SENTENCE_MARK = /[!?…。！？"“”]/u
/** A name with the family name in front: "O’Neill, Seán". */
const INVERTED = /^\p{Lu}[\p{L}\p{M}'’-]+, \p{Lu}[\p{L}\p{M}'’-]+$/u

/**
 * Reads a line as a byline: one or several names joined by commas or words such as "and". Null if no part of it has the shape of
 * a name. `least` is the number of capitalised words that a name needs (one where something else confirms the byline).
 */
export function readByline(line: string, least = 2): BylineNames | null {
  if (line.length > MAX_BYLINE || SENTENCE_MARK.test(line)) return null
  const tidy = tidyName(line)
  const introduction = INTRODUCTION.exec(tidy)?.[0] ?? ''
  const printed = tidy.slice(introduction.length)
  if (INVERTED.test(printed)) return { printed, names: [printed], extra: [], introduced: introduction !== '' }
  const names: string[] = []
  const extra: string[] = []
  for (const part of printed.split(SEPARATOR)) {
    for (const piece of part.split(/\s*,\s*(?:(?:and|und|et|&)\s+)?/u)) {
      const last = names.at(-1)
      if (piece === '') continue
      if (SUFFIX.test(piece) && last !== undefined) names[names.length - 1] = `${last}, ${piece}`
      else if (hasNameShape(piece, names.length === 0 ? least : 2) || (least === 1 && INSTITUTION.test(piece)))
        names.push(piece)
      else extra.push(piece)
    }
  }
  const known = new Set<string>()
  const distinct = names.filter((name) => {
    const key = foldedName(name)
    return known.has(key) ? false : known.add(key)
  })
  return distinct.length === 0 || extra.join().length > MAX_EXTRA
    ? null
    : { printed, names: distinct, extra, introduced: introduction !== '' }
}

/**
 * The name as it is filed: "Wang, Paul", "Beethoven, Ludwig van", "King, Martin Luther, Jr.". The last word is the family name,
 * unless the fuller name shows that the first is: it ends with the word that the printed name begins with. An organisation's name, and
 * one that is printed that way round, is left as it is.
 */
export function sortName(displayName: string, fullName: string | null = null): string {
  if (isNoPerson(displayName) || INVERTED.test(displayName)) return displayName
  const words = splitHonorific(displayName).name.replace(/,/gu, '').split(' ')
  const suffixes: string[] = []
  while (words.length > 1 && SUFFIX.test(words.at(-1) ?? '')) suffixes.unshift(words.pop() ?? '')
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  if (words.length === 1) return [first, ...suffixes].join(', ')
  const full = fullName === null ? [] : nameWords(fullName)
  const familyFirst =
    full.length > 1 &&
    full.at(-1) === foldedName(first) &&
    full[0] !== foldedName(first) &&
    !full.includes(foldedName(last))
  const [family, given] = familyFirst ? [first, words.slice(1)] : [last, words.slice(0, -1)]
  return [family, given.join(' '), ...suffixes].join(', ')
}
