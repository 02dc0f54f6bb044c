import { foldText, UNSEEN } from './foldText.ts'

/** Longer words are cut, here and in queries. */
const LONGEST = 40

const LETTERS = `\\p{L}\\p{N}\\p{M}%_${UNSEEN}`
/** Apostrophes, hyphens and dots hold a word together where they stand between letters. */
const JOINERS = "'’‘ʼ＇´`.\\-‐‑·"

/** A word with what holds it together, as it stands in a text. */
const WORD = new RegExp(`[${LETTERS}]+(?:[${JOINERS}][${LETTERS}]+)*`, 'gu')
/** Also what a sign becomes that stands for several words. */
const BETWEEN = new RegExp(`[^${LETTERS}]+`, 'u')
const SIGN = /[%_]/u

/** Scripts that put no spaces between words, and Korean, which joins endings to them. */
const DENSE = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((of) => `\\p{scx=${of}}`).join('')
const RUN = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu')
const IS_DENSE = new RegExp(`^[${DENSE}]`, 'u')
const HAS_DENSE = new RegExp(`[${DENSE}]`, 'u')

/** One word of a text: where it stands, in UTF-16 code units, and what it is found by. */
export type Word = { readonly start: number; readonly end: number; readonly tokens: readonly string[] }

/** The words of a text, first to last. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: word, index: start } of text.matchAll(WORD))
    yield { start, end: start + word.length, tokens: tokensOfWord(word) }
}

/**
 * What a text is found by, each token once. `It’s` gives `it`, `s` and `its`; `50%` gives `50%`, `50` and `%`. Chinese, Japanese, Korean,
 * Thai, Lao, Khmer and Burmese give each character with the next one, and the last one alone.
 *
 * @param most tokens; what comes later in the text is not found by
 */
export function tokensOf(text: string, most = Infinity): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { tokens } of wordsIn(text)) {
    for (const token of tokens) found.add(token)
    if (found.size >= most) break
  }
  return found
}

/** The tokens that a text must have to be found by these words: of each word the parts, as they are typed. */
export function tokensAsked(query: string): readonly string[] {
  const asked = [...query.matchAll(WORD)].flatMap(([word]) =>
    partsOf(word).flatMap((part) => runsOf(part).flatMap((run) => (isDense(run) ? pairsOf(run, false) : [run]))),
  )
  return asked.map(cut)
}

function tokensOfWord(word: string): readonly string[] {
  const parts = partsOf(word)
  const whole = parts.length > 1 ? [parts.join('')] : []
  return [...parts.flatMap(tokensOfPart), ...whole.filter((each) => !HAS_DENSE.test(each))].map(cut)
}

function partsOf(word: string): readonly string[] {
  return foldText(word)
    .split(BETWEEN)
    .filter((part) => part !== '')
}

function tokensOfPart(part: string): readonly string[] {
  return runsOf(part).flatMap((run) => {
    if (isDense(run)) return pairsOf(run, true)
    if (!SIGN.test(run)) return [run]
    return [run, ...run.split(/([%_])/u).filter((each) => each !== '' && each !== run)]
  })
}

function runsOf(part: string): readonly string[] {
  return part.match(RUN) ?? []
}

function isDense(run: string): boolean {
  return IS_DENSE.test(run)
}

/** Each character with the next one. A single one, and where it is wanted the last one, stands alone. */
function pairsOf(run: string, last: boolean): readonly string[] {
  const characters = Array.from(run)
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
  return last || characters.length === 1 ? [...pairs, ...characters.slice(-1)] : pairs
}

function cut(token: string): string {
  return token.length <= LONGEST ? token : Array.from(token).slice(0, LONGEST).join('')
}
