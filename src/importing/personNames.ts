import { foldedName } from './folded.ts'
import { isOrganizationName } from './organizations.ts'

const HONORIFIC =
  /^(?:(?:prof|professor|dr|mr|mrs|ms|mx|sir|dame|lord|lady|ambassador|amb|gen|general|col|colonel|rev|hon|h\.\s?e)\.?\s+)+/iu
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/iu
const PARTICLES = new Set(
  (
    'af al ap av bin bint binti ben da das de degli dei del della den der di do dos du e el het i ibn la las le lo los of ould st te ten ' +
    'ter van vom von wa wan y zu zum zur'
  ).split(' '),
)
/** Words that begin sentences and headings, never a name. */
const NO_NAME = new Set(
  (
    'a about after again and are as at before but for from has have here how in into is it its more most not now on once or our over ' +
    'related some still that the their then there these they this those too under until up was we what when where which while who why ' +
    'with without yet your'
  ).split(' '),
)
// A capitalised word, or one of a script without capitals; hyphens, apostrophes and full stops inside (O’Neill, J.-P., Jean-Luc), an
// okina, ayin or hamza in front (ʻAisha), an Irish h, n or t (Ó hAilpín); the joiners of Persian and Sinhala.
const NAME_WORD =
  /^(?:(?:d|l|al|el|ad|as|an|ar)['’‘ʼ‐-]|[hnt](?=\p{Lu}))?[ʻʼʿʾ‘’'`]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’‘ʼʻʿʾ·‐‑\u200C\u200D-]*$/u
/** A word of a name in any case. */
const ANY_WORD = /^[ʻʼʿʾ‘’'`]?[\p{L}\p{M}][\p{L}\p{M}.'’‘ʼʻʿʾ·‐‑\u200C\u200D-]*$/u
/** What somebody is called besides: José “Pepe” Mujica. */
const NICKNAME =
  /(?<=\S )(?:“[^“”"]{1,30}”|"[^"]{1,30}"|‘[^‘’]{1,30}’|«[^«»]{1,30}»|\([\p{L}\p{M} .’'-]{1,30}\)) (?=\S)/gu

/** Scripts that do not part words. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

/** One space between the words of a name, whatever white space was printed, and no marks of the direction of writing. */
export function tidyName(text: string): string {
  return text
    .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
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
  const words = wordsOf(text)
  if (words.length > 7) return false
  const capitalised = words.filter((word) => NAME_WORD.test(word) && !PARTICLES.has(word))
  if (words.some((word) => NO_NAME.has(word.toLowerCase()))) return false
  if (!words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word) || SUFFIX.test(word))) return false
  const last = words.at(-1) ?? ''
  if (PARTICLES.has(last) || endsWithStop(words)) return false
  // A script without capitals and often without spaces: one word can be a whole name, a long one is a sentence.
  if (capitalised.length === 1 && words.length === 1 && /^\p{Lo}{2,6}$/u.test(last)) return true
  if (words.some((word) => (UNSPACED.test(word) && word.length > 6) || (/\p{Lo}/u.test(word) && word.length > 15)))
    return false
  return capitalised.length >= least
}

/**
 * Whether a text can be a name where something else says that it is one: a word such as `By`, a repetition, a biography. It may be in
 * small letters (bell hooks) and have words that sentences begin with, if they are capitalised (Thomas More).
 */
export function canBeName(text: string): boolean {
  if (hasNameShape(text, 1)) return true
  if (text.length > 100) return false
  const words = wordsOf(text)
  const last = words.at(-1) ?? ''
  if (words.length > 7 || PARTICLES.has(last) || endsWithStop(words)) return false
  if (!words.every((word) => ANY_WORD.test(word) || SUFFIX.test(word)) || words.some((word) => NO_NAME.has(word)))
    return false
  // Words of a script without capitals were judged above.
  const own = words.filter((word) => !PARTICLES.has(word) && !/\p{Lo}/u.test(word))
  const small = own.filter((word) => !NAME_WORD.test(word)).length
  return small === 0 ? own.length > 0 : own.length >= 2 && (small === own.length || own.length <= 3)
}

function wordsOf(name: string): string[] {
  return splitHonorific(name.replace(NICKNAME, '')).name.replace(/,/gu, '').split(' ')
}

/** Whether the last word ends as a sentence does, and not as initials or a short form. */
function endsWithStop(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return last.endsWith('.') && !SUFFIX.test(last) && !(words.length > 1 && /^(?:\p{Lu}\.)+$/u.test(last))
}

/** The words of a name for comparing: folded, without honorifics and suffixes. */
export function nameWords(name: string): string[] {
  return foldedName(splitHonorific(name).name.replace(/,/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !SUFFIX.test(word))
}

/** Names, or words of them, that sentences about other things begin with. */
const ALSO_WORDS = new Set('all an can das der die do he les may my no she so we will'.split(' '))

/** The words of a name that tell who it is: no particles, no single letters, none that sentences begin with. */
export function tellingWords(name: string): string[] {
  return nameWords(name).filter(
    (word) => word.length > 1 && !PARTICLES.has(word) && !NO_NAME.has(word) && !ALSO_WORDS.has(word),
  )
}

/** A byline such as "The Editorial Board". */
const INSTITUTION = /^The(?: \p{Lu}[\p{L}\p{M}’'-]*){1,4}$/u

/** Whether a name in a byline seems to be an organisation's or a pseudonym. */
export function isNoPerson(name: string): boolean {
  return INSTITUTION.test(name) || isOrganizationName(name) || (!name.includes(' ') && !/^\p{Lo}+$/u.test(name))
}

/** Whether a name has the form of an institution's: "The Editorial Board". */
export function isInstitution(name: string): boolean {
  return INSTITUTION.test(name)
}

/** Whether a name stands with the family name in front: "O’Neill, Seán". */
export function isInverted(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]+, \p{Lu}[\p{L}\p{M}'’-]+$/u.test(name)
}

/** Whether a part of a name is one that stands after it: Jr., PhD. */
export function isSuffix(part: string): boolean {
  return SUFFIX.test(part)
}

/** "Ana y Luis Ortega": a first name, a word that may join it to another, and a whole name. */
const JOINED_FIRST = /^\p{Lu}[\p{L}\p{M}’'-]*\s+(?:y|e|i|en|ve)\s+\S+\s+\S/u
/** Between two names Arabic and Hebrew write "and" as the first letter of the second. */
const JOINED_LETTER = /^\S+(?: \S+)* [وו](?<rest>\p{L}{3,}) \S/u
/** Names that begin with that letter, without it. */
const WITH_LETTER = new Set(
  'ليد ائل سام فاء داد حيد جدي جيه سيم صفي هيب ديع ردة ضاح لاء اصف اثق יקטור יקטוריה ייס יצמן ינברג'.split(' '),
)
/** Frequent Chinese family names: a word of Japanese that begins a given name is rarely one. */
const CHINESE_FAMILY =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范廖贾夏韦方邹孟熊秦邱江尹薛段雷侯史陶黎贺顾毛郝龚邵万钱严'

/** Whether a name may be the names of two people: only who knows them can tell. */
export function isMaybeTwo(name: string): boolean {
  if (JOINED_FIRST.test(name)) return true
  const rest = JOINED_LETTER.exec(name)?.groups?.['rest']
  if (rest !== undefined) return !WITH_LETTER.has(rest)
  return (
    /^\p{sc=Han}{2,4}(?: \p{sc=Han}{2,4})+$/u.test(name) &&
    name.split(' ').every((word) => CHINESE_FAMILY.includes(word.slice(0, 1)))
  )
}

/** How many words a name has, particles aside. */
export function ownWordCount(name: string): number {
  return wordsOf(name).filter((word) => !PARTICLES.has(word)).length
}

/**
 * The name as it is filed: "Wang, Paul", "Beethoven, Ludwig van", "King, Martin Luther, Jr.". The last word is the family name,
 * unless the fuller name shows that the first is: it ends with the word that the printed name begins with. An organisation's name, and
 * one that is printed that way round, is left as it is.
 */
export function sortName(displayName: string, fullName: string | null = null): string {
  if (isNoPerson(displayName) || isInverted(displayName)) return displayName
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
