import { dictionary } from '@zxcvbn-ts/language-common'

/** In code points, after NFKC. NIST SP 800-63B-4 §3.1.1.2: 15 or more where the password is the only factor, and 64 accepted at least. */
export const PASSWORD_LENGTH = { least: 15, most: 256 } as const

export type PasswordFault = {
  readonly reason: 'too_short' | 'too_long' | 'common' | 'predictable' | 'expected'
  readonly message: string
}

/** So much of a password has to be left when what anybody would try first is taken out. */
const LEAST_OWN = 6

/** Rows of keys, as fingers run along them: QWERTY, QWERTZ, AZERTY, ЙЦУКЕН. */
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'йцукенгшщзхъ',
]
const RUNS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')])

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'])
const LEAST_COMMON = 4

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
  if (isCommon(core))
    return { reason: 'common', message: 'This password is among those that many people use. Others try these first.' }
  if (isExpected(core, expected))
    return {
      reason: 'expected',
      message: 'This password is little more than the name of the newsroom or of the account. Others try that first.',
    }
  return null
}

/** Letters and digits only, in small letters: spaces and signs between them make nothing hard to guess. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Whether little is left when repeats and runs count as one. */
function isMadeOfFew(text: string): boolean {
  const signs = Array.from(text)
  if (new Set(signs).size < 5) return true
  const once = text.replace(/^(.+?)\1+/u, '$1')
  const repeated = /^(.+?)\1+/u.exec(text)?.[0] ?? ''
  if (repeated.length > 0 && Array.from(once).length < PASSWORD_LENGTH.least / 2 + 1) return true
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

/** Whether little is left beside words that were to be expected, and digits. */
function isExpected(core: string, expected: readonly string[]): boolean {
  const words = expected.map(folded).filter((word) => Array.from(word).length >= LEAST_COMMON)
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), core)
  if (rest === core) return false
  const own = rest.replaceAll(/[\p{N}\s]/gu, '')
  return Array.from(own).length < LEAST_OWN || isCommon(own)
}
