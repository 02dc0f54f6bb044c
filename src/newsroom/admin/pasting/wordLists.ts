import { attribute, findWithin, nameOf, styleOf, textWithin, type PastedNode } from './pastedDom.ts'

/** An item of a list that Word (or whoever) wrote as a paragraph that begins with a bullet or a number. */
export type FakeItem = {
  readonly type: 'bullet' | 'number'
  readonly start: number
  readonly depth: number
  /** The same for items of one list. */
  readonly key: string
  /** The element that holds nothing but the bullet, if there is one. */
  readonly marker: PastedNode | undefined
  /** The bullet or the number as it is written. */
  readonly written: string
}

/** U+F0B7, U+F0A7 and U+F0D8 are bullets of the fonts Symbol and Wingdings. */
const BULLET = /^\s*[·•▪▫◦‣⁃∙●○■□\uf0b7\uf0a7\uf0d8]\s+(?=\S)/
/** What is a bullet only where Word says that this is a list. */
const WORDS_BULLET = /^\s*[-–—*o§ü]\s{2,}(?=\S)/
const WORDS_NUMBER = /^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s{2,}(?=\S)/i
/** The bullets of Wingdings are letters, but alone. */
const IS_NUMBER = /^\(?(\d+|[a-z]{1,5}(?=[.)]))[.)]?$/i

/** What a list begins with at most: the server refuses a text with a number beyond 1,000,000, and its items count on. */
export const MOST_NUMBER = 900_000

/** Whether a paragraph is an item of a list, and of which. */
export function fakeItem(paragraph: PastedNode): FakeItem | undefined {
  const list = styleOf(paragraph)['mso-list'] ?? ''
  const [, number = '', level = '1'] = /^(l\d+) level(\d+)/.exec(list) ?? []
  const isWords = number !== '' || /(?:^|\s)MsoListParagraph/.test(attribute(paragraph, 'class'))
  const marker = isWords ? findWithin(paragraph, isMarker) : undefined
  // Lines of one paragraph stay what they are.
  if (!isWords && findWithin(paragraph, (each) => nameOf(each) === 'br')) return undefined
  const start = marker ? textWithin(marker) : startOf(textWithin(paragraph), isWords)
  const written = start?.trim() ?? ''
  const [, count] = IS_NUMBER.exec(written) ?? []
  // "1.1." or "Article 1": nothing that a list here could show, so it stays in the text.
  if (count === undefined && !/^.$/u.test(written)) return undefined
  if (Number(count) > MOST_NUMBER) return undefined
  return {
    type: count === undefined ? 'bullet' : 'number',
    start: Number(count ?? 1) || 1,
    depth: Number(level),
    key: `word ${number} ${String(count === undefined)}`,
    marker,
    written,
  }
}

/** The bullet or number that a text begins with, with the spaces around it. */
function startOf(text: string, isWords: boolean): string | undefined {
  const patterns = isWords ? [BULLET, WORDS_BULLET, WORDS_NUMBER] : [BULLET]
  return patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined)
}

const isMarker = (element: PastedNode): boolean => styleOf(element)['mso-list'] === 'ignore'
