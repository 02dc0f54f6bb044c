'use client'

import { useEffect } from 'react'
import type { Place } from '../domain/comments/index.ts'
import { onPage } from './passagesInPage.ts'

/** Names of highlights, and of the mark at the side, by what is painted. */
const NAMES = {
  comments: { all: 'imp-comment', here: 'imp-comment-here', marked: 'imp-commented' },
  style: { all: 'imp-style', here: 'imp-style-here', marked: 'imp-styled' },
} as const

/**
 * Paints passages without touching the text of the page, by the CSS Custom Highlight API. Where a browser has none, or words are not drawn
 * as they were found, the paragraph gets a mark at its side.
 *
 * @param drawn changes when the page was drawn anew
 */
export function usePainted(
  page: () => HTMLElement | null,
  places: readonly Place[],
  here: Place | null,
  drawn: unknown,
  what: keyof typeof NAMES = 'comments',
): void {
  useEffect(() => {
    const { all, here: at, marked: mark } = NAMES[what]
    const root = page()
    if (!root) return
    const found = places.flatMap((place) => onPage(root, place) ?? [])
    const current = here && onPage(root, here)
    const paints = 'highlights' in CSS
    const ranges = found.flatMap(({ range }) => range ?? [])
    if (paints) {
      CSS.highlights.set(all, new Highlight(...ranges))
      CSS.highlights.set(at, new Highlight(...(current?.range ? [current.range] : [])))
    }
    const marked = found.filter(({ range }) => !paints || range === null).map(({ element }) => element)
    for (const element of marked) element.classList.add(mark)
    return () => {
      if (paints) for (const name of [all, at]) CSS.highlights.delete(name)
      for (const element of marked) element.classList.remove(mark)
    }
  }, [drawn, here, page, places, what])
}
