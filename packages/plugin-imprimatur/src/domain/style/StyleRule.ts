/** One rule of the house style. */
export type StyleRule = {
  readonly id: string
  /** Words as they are written; `*` is the rest of a word, or one word where it stands alone. */
  readonly pattern: string
  /** What to do instead. */
  readonly advice: string
  /** Whether a piece that has it can be submitted and signed off. */
  readonly severity: 'advice' | 'blocks'
  /** BCP 47 tag of the texts that it is for, `en` for `en-GB` too; empty: all texts. */
  readonly language: string
  /** Whether nothing of another word may stand before and behind it. */
  readonly wholeWords: boolean
  readonly matchCase: boolean
}

/** How much there may be of rules: texts in UTF-16 units. */
export const STYLE_LIMITS = {
  pattern: 80,
  advice: 300,
  /** `*` in one pattern. */
  wildcards: 4,
  /** Rules of a newsroom. */
  rules: 1_000,
  /** Passages of one severity that are told of one piece. */
  found: 200,
} as const

/** A `*` with more of the same word behind it. */
const WITHIN_A_WORD = /\*[\p{L}\p{M}\p{N}*]/u

/** What is wrong with the words of a rule, as a sentence; null for nothing. */
export function patternFault(pattern: string): string | null {
  const { pattern: most, wildcards } = STYLE_LIMITS
  if (pattern.trim() === '') return 'Write the words that the rule is about.'
  if (pattern.length > most) return `The words may have ${String(most)} characters at most.`
  if (pattern.split('*').length - 1 > wildcards) return `There may be ${String(wildcards)} “*” at most.`
  if (pattern.trimStart().startsWith('*'))
    return 'A “*” cannot stand first. To find words within other words, do without “Whole words only”.'
  return WITHIN_A_WORD.test(pattern)
    ? 'A “*” stands for the rest of a word: nothing of the word can come behind it.'
    : null
}

/** What is wrong with the advice of a rule. */
export function adviceFault(advice: string): string | null {
  const { advice: most } = STYLE_LIMITS
  if (advice.trim() === '') return 'Write what to do instead.'
  return advice.length > most ? `The advice may have ${String(most)} characters at most.` : null
}

/** Whether a rule for `range` is for a text in `language`: RFC 4647, basic filtering. A text that names no language has the rules for all. */
export function addressesLanguage(range: string, language: string | null): boolean {
  if (range === '') return true
  const [wanted, tag] = [range.toLowerCase(), language?.toLowerCase()]
  return tag === wanted || tag?.startsWith(`${wanted}-`) === true
}
