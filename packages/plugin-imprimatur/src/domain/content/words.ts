/**
 * A stretch of text that counts as one word. `start` and `end` are UTF-16 offsets into the text as given; `end` is
 * exclusive.
 */
export type Word = {
  readonly start: number
  readonly end: number
  /**
   * How the word was found. `spaced`: it stands between white space (or between white space and a script that has
   * none). `characters`: Chinese or Japanese, where reading speed is measured in characters. `unspaced`: the other
   * scripts without spaces between words.
   */
  readonly kind: 'spaced' | 'characters' | 'unspaced'
  /** Letters and digits, each with its marks; only counted for `characters`, otherwise 0. */
  readonly characters: number
}

/** Unicode White_Space, not `\s`: `\s` takes U+FEFF for a space and misses U+0085. */
const TOKEN = /\P{White_Space}+/gu
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

const letterOf = (...scripts: string[]): string =>
  `(?=[\\p{L}\\p{N}])[${scripts.map((script) => `\\p{sc=${script}}`).join('')}]`
/**
 * Letters and digits of Chinese and Japanese, with the iteration, repeat and prolonged sound marks, which Unicode gives
 * to several scripts at once (Script=Common).
 */
const CHARACTER = `(?:${letterOf('Hani', 'Hira', 'Kana', 'Bopo')}|[\\u3006\\u3031-\\u3035\\u303c\\u30fc\\uff70\\uff9e\\uff9f])`
/**
 * The scripts of Southeast Asia for which Unicode (Line_Break=SA) wants a dictionary, and Tibetan, which marks
 * syllables only.
 */
const COMPLEX = letterOf('Thai', 'Laoo', 'Khmr', 'Mymr', 'Tale', 'Talu', 'Lana', 'Tavt', 'Ahom', 'Tibt')
/** What stays with the letter before it: marks, variation selectors, the joiners. */
const ATTACHED = '[\\p{M}\\u200c\\u200d]*'

const UNSPACED_RUN = new RegExp(`(?<characters>(?:${CHARACTER}${ATTACHED})+)|(?:${COMPLEX}${ATTACHED})+`, 'gu')
const UNSPACED_LETTER = new RegExp(`${CHARACTER}|${COMPLEX}`, 'u')
const COMPLEX_RUN = new RegExp(`(?:${COMPLEX}${ATTACHED})+`, 'gu')
const COMPLEX_LETTER = new RegExp(COMPLEX, 'u')
const CLUSTER = new RegExp(`[^]${ATTACHED}`, 'gu')

/** The dictionaries are chosen by script, not by locale: a fixed one keeps the count the same on every machine. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * `Intl.Segmenter` takes quadratic time on a run without breaks (139 s for 360,000 characters on Node 20.20). Runs are
 * therefore given to it in windows of this many clusters; words that begin in the last `OVERLAP` clusters of a window
 * are looked at again in the next.
 */
const WINDOW = 600
const OVERLAP = 60

/**
 * The words of a text, in order, with their places. The rule is CONTRACT §6 "Words":
 *
 * - In scripts that part words by white space, a word is what stands between white space and holds a letter or digit
 *   (Unicode L or N); so `Secretary-General` is one word and a lone dash or quote is none.
 * - Runs of Chinese, Japanese, Thai, Lao, Khmer, Burmese and their kin are cut into the word-like segments of
 *   `Intl.Segmenter`, whatever the language of the text is said to be. What stands before, after and between such runs
 *   follows the first rule.
 *
 * Decomposed text (NFD) has the same words as composed text.
 *
 * @param language BCP 47 tag of the text. Only `ko` matters: Korean parts words by white space also where it writes
 *   Chinese characters.
 */
export function findWords(text: string, language?: string): Word[] {
  const korean = primaryLanguage(language) === 'ko'
  const unspacedLetter = korean ? COMPLEX_LETTER : UNSPACED_LETTER
  const unspacedRun = korean ? COMPLEX_RUN : UNSPACED_RUN
  const found: Word[] = []
  for (const token of text.matchAll(TOKEN)) {
    const start = token.index
    if (!unspacedLetter.test(token[0])) {
      addSpaced(found, token[0], start)
      continue
    }
    let done = 0
    for (const run of token[0].matchAll(unspacedRun)) {
      addSpaced(found, token[0].slice(done, run.index), start + done)
      addSegments(found, run[0], start + run.index, run.groups?.characters === undefined ? 'unspaced' : 'characters')
      done = run.index + run[0].length
    }
    addSpaced(found, token[0].slice(done), start + done)
  }
  return found
}

/**
 * The words of a text as they stand in it, punctuation attached (`regret,`). See {@link findWords} for what a word is.
 *
 * @param language BCP 47 tag of the text; may be left out.
 */
export function words(text: string, language?: string): string[] {
  return findWords(text, language).map((word) => text.slice(word.start, word.end))
}

/** How many words a text has. See {@link findWords} for what a word is. */
export function countWords(text: string, language?: string): number {
  return findWords(text, language).length
}

/** The first subtag of a BCP 47 tag in lower case (`de` of `de-AT`), or an empty string. */
export function primaryLanguage(language: string | undefined): string {
  return (language ?? '').split(/[-_]/, 1)[0]?.toLowerCase() ?? ''
}

function addSpaced(found: Word[], piece: string, start: number): void {
  if (LETTER_OR_DIGIT.test(piece)) found.push({ start, end: start + piece.length, kind: 'spaced', characters: 0 })
}

function addSegments(found: Word[], run: string, start: number, kind: 'characters' | 'unspaced'): void {
  const clusters = run.match(CLUSTER) ?? []
  // The segmenter finds other words in decomposed kana; it is given the composed form, and places are counted in
  // clusters.
  const composed = clusters.map((cluster) => cluster.normalize('NFC'))
  const offsets = [0]
  for (const cluster of clusters) offsets.push((offsets.at(-1) ?? 0) + cluster.length)

  let first = 0
  while (first < clusters.length) {
    const last = Math.min(first + WINDOW, clusters.length)
    const accepted = last === clusters.length ? last : last - OVERLAP
    let cluster = first
    let position = 0
    for (const segment of segmenter.segment(composed.slice(first, last).join(''))) {
      const from = cluster
      const segmentEnd = segment.index + segment.segment.length
      while (cluster < last && position < segmentEnd) position += composed[cluster++]?.length ?? 0
      if (segment.isWordLike === true && cluster > from) {
        found.push({
          start: start + (offsets[from] ?? 0),
          end: start + (offsets[cluster] ?? 0),
          kind,
          characters: kind === 'characters' ? cluster - from : 0,
        })
      }
      if (cluster >= accepted) break
    }
    first = cluster
  }
}
