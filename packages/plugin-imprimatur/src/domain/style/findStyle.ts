import type { Passage } from '../comments/index.ts'
import type { Finding } from '../workflow/index.ts'
import { addressesLanguage, STYLE_LIMITS, type StyleRule } from './StyleRule.ts'
import { exceptionFor, type StyleException } from './exceptions.ts'

/** Name of the gate, sent as `gate`. */
export const HOUSE_STYLE = 'house_style'

/** Words that a rule is about. */
export type StyleMatch = {
  readonly rule: StyleRule
  /** Path of their passage. */
  readonly path: string
  /** UTF-16 units of the passage. */
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** The beginnings of patterns, as a tree; `*` is an edge like a letter. */
type Node = { readonly next: Map<string, Node>; readonly rules: StyleRule[] }

/** An address stands by itself and is no prose. */
const ADDRESS = /^[a-z][a-z\d+.-]*:\/\/\S+$/i

const WILDCARD = '*'

/**
 * Where the rules for `language` have their words in `passages`, in the order of the text; the same words once for each rule.
 *
 * All rules are looked for at once, letter by letter, and nothing is tried again: the time is bounded by the text and the longest pattern,
 * however many rules there are and whatever they say. Of each severity the first {@link STYLE_LIMITS}`.found` are given.
 */
export function findStyle(
  passages: readonly Passage[],
  rules: readonly StyleRule[],
  language: string | null,
): readonly StyleMatch[] {
  const own = rules.filter((rule) => addressesLanguage(rule.language, language))
  const trees = [true, false].map((matchCase) => ({
    matchCase,
    root: treeOf(own.filter((rule) => rule.matchCase === matchCase)),
  }))
  const left = { advice: STYLE_LIMITS.found as number, blocks: STYLE_LIMITS.found as number }
  return passages
    .filter(({ text }) => !ADDRESS.test(text))
    .flatMap(({ path, text }) => {
      const words = wordsIn(text)
      const found = trees.flatMap(({ matchCase, root }) => matchesIn(alike(text, matchCase), words, root))
      return found
        .sort((one, other) => one.start - other.start || one.end - other.end)
        .filter(({ rule: { severity } }) => left[severity]-- > 0)
        .map((match) => ({ ...match, path, exact: text.slice(match.start, match.end) }))
    })
}

/** Findings of the gate: what blocks stops the way into and through the review, and never what was signed off. */
export function styleFindings(
  matches: readonly StyleMatch[],
  exceptions: readonly StyleException[],
): readonly Finding[] {
  return matches
    .filter((match) => exceptionFor(match, exceptions) === undefined)
    .map(({ end, exact, path, rule: { advice, severity }, start }) => ({
      gate: HOUSE_STYLE,
      blocks: severity === 'blocks' ? 'review' : 'never',
      message: `“${exact}”: ${advice}`,
      field: path.split('.')[0] ?? path,
      passage: { path, start, end, exact },
    }))
}

type Found = { readonly rule: StyleRule; readonly start: number; readonly end: number }

function treeOf(rules: readonly StyleRule[]): Node {
  const root: Node = { next: new Map(), rules: [] }
  for (const rule of rules) {
    let node = root
    for (const sign of alike(rule.pattern.trim().replace(/\s+/g, ' '), rule.matchCase)) {
      const next: Node = node.next.get(sign) ?? { next: new Map(), rules: [] }
      node.next.set(sign, next)
      node = next
    }
    if (node !== root) node.rules.push(rule)
  }
  return root
}

function matchesIn(text: readonly string[], { isWord, wordEnd }: Words, root: Node): readonly Found[] {
  const found: Found[] = []
  const free = new Map<StyleRule, number>()
  const isWithin = (at: number): boolean => isWord[at - 1] === 1 && isWord[at] === 1
  for (let start = 0; start < text.length; start += 1) {
    const open: [Node, number][] = [[root, start]]
    for (let each = open.pop(); each; each = open.pop()) {
      const [node, at] = each
      for (const rule of node.rules) {
        if ((free.get(rule) ?? 0) > start || (rule.wholeWords && (isWithin(start) || isWithin(at)))) continue
        found.push({ rule, start, end: at })
        free.set(rule, at)
      }
      const next = text[at] === undefined || text[at] === WILDCARD ? undefined : node.next.get(text[at])
      if (next) open.push([next, at + 1])
      const rest = node.next.get(WILDCARD)
      const end = wordEnd[at] ?? at
      // Behind a letter the rest of its word may be nothing; by itself it is a word.
      if (rest && (end > at || isWord[at - 1] === 1)) open.push([rest, end])
    }
  }
  return found
}

type Words = {
  /** 1 for each unit of a letter, mark or digit. */
  readonly isWord: Uint8Array
  /** For each unit, where the word that it is in ends; for what is in no word, its own place. */
  readonly wordEnd: Uint32Array
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

function wordsIn(text: string): Words {
  const isWord = new Uint8Array(text.length)
  let at = 0
  for (const sign of text) {
    if (LETTER.test(sign)) isWord.fill(1, at, at + sign.length)
    at += sign.length
  }
  const wordEnd = new Uint32Array(text.length)
  for (let unit = text.length - 1; unit >= 0; unit -= 1)
    wordEnd[unit] = isWord[unit] === 0 ? unit : isWord[unit + 1] === 1 ? (wordEnd[unit + 1] ?? unit + 1) : unit + 1
  return { isWord, wordEnd }
}

const ALIKE: Readonly<Record<string, string>> = { '’': "'", ʼ: "'", '“': '"', '”': '"', '„': '"' }

/** The units of a text in the one form in which they are compared: spaces of all kinds, quotation marks and, unless it matters, case. */
function alike(text: string, matchCase: boolean): readonly string[] {
  return text.split('').map((sign) => {
    if (/\s/.test(sign)) return ' '
    const small = matchCase ? sign : sign.toLowerCase()
    return small.length === 1 ? (ALIKE[small] ?? small) : sign
  })
}
