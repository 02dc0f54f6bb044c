/** Numbers that follow from `seed` alone (mulberry32): each call another one, from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws from 0 to below `size`; the first is drawn twice as often as the second and three times as often as the third (Zipf's law). */
export function zipf(random: () => number, size: number): () => number {
  const sums: number[] = []
  let sum = 0
  for (let rank = 1; rank <= size; rank++) sums.push((sum += 1 / rank))
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'w']
const CORES = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'é']
const ENDS = ['', '', 'n', 'r', 's', 'l', 't', 'nd']

/** Sentences of words that are nobody's, used as often as the words of a language are. */
export class RandomTexts {
  private readonly words: readonly string[]
  private readonly pick: () => number

  constructor(
    private readonly random: () => number,
    vocabulary = 8_000,
  ) {
    const words = new Set<string>()
    while (words.size < vocabulary) words.add(this.word(words.size < 100 ? 1 : 1 + Math.floor(random() * 3)))
    this.words = [...words]
    this.pick = zipf(random, vocabulary)
  }

  /** So many words, beginning with a capital, without a full stop. */
  line(length: number): string {
    const words = Array.from({ length }, () => this.words[this.pick()] ?? '')
    return capital(words.join(' '))
  }

  /** Paragraphs of four or five sentences, with so many words in all. */
  paragraphs(length: number): string[] {
    const made: string[] = []
    for (let left = length; left > 0;) {
      const sentences: string[] = []
      for (let nth = 0; nth < 4 + Math.floor(this.random() * 2) && left > 0; nth++) {
        const words = Math.min(left, 8 + Math.floor(this.random() * 14))
        sentences.push(`${this.line(words)}.`)
        left -= words
      }
      made.push(sentences.join(' '))
    }
    return made
  }

  private word(syllables: number): string {
    const one = (of: readonly string[]) => of[Math.floor(this.random() * of.length)] ?? ''
    return Array.from({ length: syllables }, () => one(ONSETS) + one(CORES) + one(ENDS)).join('')
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
