import { dictionary } from '@zxcvbn-ts/language-common'

/** In code points, after NFKC. NIST SP 800-63B-4 §3.1.1.2: 15 or more where the password is the only factor, and 64 accepted at least. */
export const PASSWORD_LENGTH = { least: 15, most: 256 } as const

export type PasswordFault = {
  readonly reason: 'too_short' | 'too_long' | 'common' | 'predictable' | 'expected'
  readonly message: string
}

/** So much of a password has to be left when what anybody would try first is taken out. */
const LEAST_OWN = 6

/** Rows and columns of keys, as fingers run along them: QWERTY, QWERTZ, AZERTY, ЙЦУКЕН. */
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  ...['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  // The number row with Shift, on American, British and German keyboards.
  ...['!@#$%^&*()_+', '!"£$%^&*()_+', '!"§$%&/()=?'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', 'azwsx', 'sxedc', 'dcrfv', 'fvtgb', 'gbyhn', 'hnujm'],
]
const RUNS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')])

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'])
const LEAST_COMMON = 4

/** What stands for a letter in what people take for clever: `p@ssw0rd`. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
}

/** Languages whose months and days are tried. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'sv']

/** Words about passwords, days and months: what people write who are asked for many letters. */
const FILLERS: readonly string[] = [
  ...['password', 'passphrase', 'passcode', 'secret', 'login', 'welcome', 'newsroom', 'admin', 'administrator'],
  ...['passwort', 'kennwort', 'contraseña', 'motdepasse', 'пароль'],
  ...['thisis', 'iamthe', 'ineeda', 'itsmy'],
  ...LANGUAGES.flatMap((language) => [
    ...Array.from({ length: 12 }, (_, month) => nameOf(language, { month: 'long' }, Date.UTC(2024, month, 1))),
    ...Array.from({ length: 7 }, (_, day) => nameOf(language, { weekday: 'long' }, Date.UTC(2024, 0, day + 1))),
  ]).flatMap(waysToWrite),
]

/** What everybody knows who is asked for several words. */
const SAYINGS: readonly string[] = [
  ...['correct horse battery staple', 'the quick brown fox', 'jumps over the lazy dog', 'lorem ipsum dolor sit amet'],
  ...['to be or not to be', 'that is the question', 'once upon a time', 'it was the best of times', 'call me ishmael'],
  ...['may the force be with you', 'may the fourth be with you', 'live long and prosper', 'winter is coming'],
  ...['i think therefore i am', 'cogito ergo sum', 'we the people', 'god save the king', 'god save the queen'],
  ...['roses are red', 'violets are blue', 'twinkle twinkle little star', 'open sesame', 'hello world', 'let me in'],
  ...['all your base are belong to us', 'our father who art in heaven', 'in the beginning was the word'],
  ...['sein oder nichtsein', 'es war einmal', 'vater unser im himmel', 'ich denke also bin ich'],
  ...['être ou ne pas être', 'il était une fois', 'je pense donc je suis', 'portez ce vieux whisky'],
  ...['ser o no ser', 'érase una vez', 'en un lugar de la mancha', 'pienso luego existo'],
].flatMap(waysToWrite)

/** Dates without signs between them, the year or the day first, and nothing else. */
const DATES =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)+$/

/**
 * What is wrong with a new password, or null. There are no rules about which kinds of signs it has; what is refused is what anybody
 * would try first.
 *
 * @param password in NFKC
 * @param expected words that those who know the account or the newsroom would try
 */
export function faultOfPassword(password: string, expected: readonly string[]): PasswordFault | null {
  const signs = Array.from(password)
  if (signs.length < PASSWORD_LENGTH.least)
    return {
      reason: 'too_short',
      message: `A password has ${String(PASSWORD_LENGTH.least)} characters or more; this one has ${String(signs.length)}. Several words with spaces between them are easy to remember.`,
    }
  if (signs.length > PASSWORD_LENGTH.most)
    return { reason: 'too_long', message: `A password has ${String(PASSWORD_LENGTH.most)} characters at most.` }

  const core = folded(password)
  if (isMadeOfFew(core === '' ? password : core))
    return {
      reason: 'predictable',
      message:
        'This password repeats a few characters, or runs along the alphabet or the keyboard. Others try that first.',
    }
  if (isCommon(core) || isCommon(asLetters(password)))
    return { reason: 'common', message: 'This password is among those that many people use. Others try these first.' }
  const names = expected.flatMap((word) => [word, Array.from(word).reverse().join('')])
  if (isLittleBeside(core, names) || isLittleBeside(asLetters(password), names))
    return {
      reason: 'expected',
      message: 'This password is little more than the name of the newsroom or of the account. Others try that first.',
    }
  const known = [...FILLERS, ...SAYINGS]
  if (isLittleBeside(core, known) || isLittleBeside(core, [...known, ...names]))
    return {
      reason: 'predictable',
      message: 'This password is little more than a date, or words that many would think of. Others try that first.',
    }
  return null
}

function nameOf(language: string, form: Intl.DateTimeFormatOptions, time: number): string {
  return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(time)
}

/** Also without accents, and of several words each. */
function waysToWrite(words: string): readonly string[] {
  const bare = words.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l')
  return [words, bare, ...[words, bare].flatMap((each) => (each.includes('-') ? each.split('-') : []))]
}

/** The letters that a password is meant to be read as, without the digits at its ends. */
function asLetters(password: string): string {
  const trimmed = password
    .toLowerCase()
    .replace(/^[\p{N}\s]+/u, '')
    .replace(/[\p{N}\s]+$/u, '')
  return folded(Array.from(trimmed, (sign) => LOOKS_LIKE[sign] ?? sign).join(''))
}

/** Letters and digits only, in small letters: spaces and signs between them make nothing hard to guess. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Whether little is left when repeats and runs count as one. */
function isMadeOfFew(text: string): boolean {
  const signs = Array.from(text)
  if (new Set(signs).size < 5) return true
  const repeated = /^(.+?)\1+/u.exec(text)
  if (repeated && Array.from(text.replace(repeated[0], repeated[1] ?? '')).length < PASSWORD_LENGTH.least / 2 + 1)
    return true
  const period = signs.findIndex((_, at) => at > 0 && signs.every((sign, nth) => nth < at || sign === signs[nth - at]))
  if (period !== -1 && period < PASSWORD_LENGTH.least / 2 + 1) return true
  if (DATES.test(text)) return true
  if ([0, 1].every((from) => isRun(signs.filter((_, at) => at % 2 === from)))) return true
  return signs.filter((sign, at) => at === 0 || !follows(signs[at - 1] ?? '', sign)).length < LEAST_OWN
}

function isRun(signs: readonly string[]): boolean {
  return signs.every((sign, at) => at === 0 || follows(signs[at - 1] ?? '', sign))
}

/** Whether one comes after the other in the alphabet, in counting, on the keyboard, backwards too, or is the same. */
function follows(before: string, sign: string): boolean {
  const step = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  return Math.abs(step) <= 1 || RUNS.some((run) => run.includes(before + sign))
}

/** Whether it is a common password, or one or two of them with digits before, between or after. */
function isCommon(core: string): boolean {
  if (COMMON.has(core)) return true
  const words = core
    .replaceAll(/\p{N}+/gu, ' ')
    .trim()
    .split(' ')
  if (words.length > 2 || words[0] === '') return false
  return words.length === 1 ? isOneOrTwo(words[0] ?? '') : words.every((word) => isWord(word))
}

function isOneOrTwo(text: string): boolean {
  if (isWord(text)) return true
  return Array.from(text).some((_, at) => isWord(text.slice(0, at)) && isWord(text.slice(at)))
}

function isWord(text: string): boolean {
  return text.length >= LEAST_COMMON && COMMON.has(text)
}

/** Whether little is left beside certain words, and digits. */
function isLittleBeside(core: string, expected: readonly string[]): boolean {
  const words = expected.map(folded).filter((word) => Array.from(word).length >= LEAST_COMMON)
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), core)
  if (rest === core) return false
  const own = rest.replaceAll(/[\p{N}\s]/gu, '')
  return Array.from(own).length < LEAST_OWN || isCommon(own)
}
