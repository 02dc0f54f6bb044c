import type { Anchor, Place } from '../domain/comments/index.ts'

/** A passage of the text as it is drawn: `data-path` says where it stands in the content (`drawDifference`). */
export type DrawnPassage = { readonly path: string; readonly text: string; readonly element: HTMLElement }

type Part = { readonly node: Text; readonly start: number }

/** What is drawn beside the words of the newest text: what was removed, notes, boxes with passages of their own. */
const BESIDE = 'del, .imp-for-ears, .imp-diff__note, .imp-diff__told, .imp-diff__box, .imp-diff__figure, [data-path]'

const CONTEXT = 32
const MOST = 1_000

/** All passages with words, in the order of the page. */
export function passagesIn(page: HTMLElement): readonly DrawnPassage[] {
  return [...page.querySelectorAll<HTMLElement>('[data-path]')].flatMap((element) => {
    const { text } = partsOf(element)
    return text.trim() === '' ? [] : [{ path: element.dataset['path'] ?? '', text, element }]
  })
}

/** The words of a drawn passage as the newest text has them, and the nodes that they are in. */
function partsOf(element: HTMLElement): { readonly text: string; readonly parts: readonly Part[] } {
  const parts: Part[] = []
  let text = ''
  const walk = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        parts.push({ node: child, start: text.length })
        text += child.data
      } else if (child instanceof HTMLBRElement) text += '\n'
      else if (child instanceof HTMLElement && !child.matches(BESIDE)) walk(child)
    }
  }
  walk(element)
  return { text, parts }
}

/**
 * Where on the page a place is: the range of its words, if they are drawn there as they were found; otherwise the element of its
 * passage alone.
 */
export function onPage(
  page: HTMLElement,
  place: Place,
): { readonly element: HTMLElement; readonly range: Range | null } | null {
  const element = [...page.querySelectorAll<HTMLElement>('[data-path]')].find(
    (each) => each.dataset['path'] === place.path,
  )
  if (!element) return null
  const { parts, text } = partsOf(element)
  const at = (offset: number, isEnd: boolean): readonly [Text, number] | null => {
    const part = parts.findLast(({ start }) => (isEnd ? start < offset : start <= offset))
    return part && offset - part.start <= part.node.length ? [part.node, offset - part.start] : null
  }
  const [start, end] = [at(place.start, false), at(place.end, true)]
  if (!start || !end || place.end <= place.start || place.end > text.length) return { element, range: null }
  const range = document.createRange()
  range.setStart(...start)
  range.setEnd(...end)
  return { element, range }
}

/** What somebody has selected of one passage, without spaces around it; null for nothing. What goes beyond the passage is left out. */
export function selectedIn(page: HTMLElement): Omit<Anchor, 'digest'> | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!page.contains(range.commonAncestorContainer)) return null
  for (const { element, path } of passagesIn(page)) {
    if (!range.intersectsNode(element)) continue
    const { parts, text } = partsOf(element)
    const chosen = parts.flatMap(({ node, start }) => {
      if (!range.intersectsNode(node)) return []
      const from = node === range.startContainer ? range.startOffset : 0
      const to = node === range.endContainer ? range.endOffset : node.length
      return to > from ? [[start + from, start + to] as const] : []
    })
    const [first, last] = [chosen[0], chosen.at(-1)]
    if (!first || !last || text.slice(first[0], last[1]).trim() === '') continue
    return between(path, text, first[0], last[1])
  }
  return null
}

/** The beginning of a passage as what a comment is about: all of it, where it is not too long. */
export function wholePassage({ path, text }: DrawnPassage): Omit<Anchor, 'digest'> {
  return between(path, text, 0, text.length)
}

function between(path: string, text: string, from: number, to: number): Omit<Anchor, 'digest'> {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = Math.min(start + words.trim().length, start + MOST)
  return {
    path,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}
