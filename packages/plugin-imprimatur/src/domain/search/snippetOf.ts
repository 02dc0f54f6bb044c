import { isMeant, type Term } from './searchTerms.ts'
import { wordsIn } from './tokens.ts'

/** UTF-16 code units of a snippet, and how many of them stand before the first word that was found. */
const LENGTH = 200
const BEFORE = 60

/** Stands between texts that are shown by themselves. */
export const BETWEEN_TEXTS = '\f'

/**
 * Plain text around the first word that was asked for, on one line, cut between words.
 *
 * @param texts with {@link BETWEEN_TEXTS} between them: the first one in which such a word stands is shown, and the beginning of the first of all
 *   where there is none
 */
export function snippetOf(texts: string, terms: readonly Term[]): string {
  const lines = texts.split(BETWEEN_TEXTS).map((text) => text.replace(/\s+/gu, ' ').trim())
  for (const line of lines) {
    const found = firstOf(line, terms)
    if (found !== undefined) return around(line, found)
  }
  return around(lines[0] ?? '', 0)
}

function firstOf(line: string, terms: readonly Term[]): number | undefined {
  for (const { start, tokens } of wordsIn(line))
    if (tokens.some((token) => terms.some((term) => isMeant(term, token)))) return start
  return undefined
}

function around(line: string, found: number): string {
  const from = found <= BEFORE ? 0 : startOfWord(line, found - BEFORE, found)
  const to = line.length - from <= LENGTH ? line.length : endOfWord(line, from + LENGTH)
  return `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`
}

/** Behind a space, or between two characters where there is none. */
function startOfWord(line: string, from: number, found: number): number {
  const space = line.indexOf(' ', from)
  return space >= 0 && space < found ? space + 1 : whole(line, from)
}

function endOfWord(line: string, to: number): number {
  const space = line.lastIndexOf(' ', to)
  return space > to - BEFORE ? space : whole(line, to)
}

/** Not within a pair of surrogates. */
function whole(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at
}
