import { markupOf } from './markupSize.ts'

type Open = { name: string; index: number }

/**
 * The element that a text ends in the middle of: the item or entry if it is in one, otherwise the innermost. Null for a text that is
 * whole, or whose elements cross before its end.
 */
export function unclosedAtEnd(text: string): Open | null {
  const open: Open[] = []
  for (const { from, isTag, to } of markupOf(text)) {
    if (!isTag) continue
    const [, end = '', name = ''] = /^<(\/?)([^\s/>]{0,100})/u.exec(text.slice(from, from + 110)) ?? []
    if (end === '') {
      if (text[to - 1] !== '/' || to === text.length) open.push({ name, index: from })
    } else if (open.pop()?.name !== name) return null
  }
  return open.findLast(({ name }) => name === 'item' || name === 'entry') ?? open.at(-1) ?? null
}
