import type { Passage } from './passagesOf.ts'

/** As much as is kept of what stands around the words. */
export const CONTEXT = 32

/** Stand for the beginning and the end of a passage; neither is in any text that is kept (`normalizeInput`). */
export const EDGES = { begin: '\u0002', end: '\u0003' } as const

/** A passage with its edges. */
export function edged(text: string): string {
  return EDGES.begin + text + EDGES.end
}

/** Where a text with its edges stands, from first to last; `at` counts the edge. */
export function placesOf(
  passages: readonly Passage[],
  wanted: string,
): readonly { readonly passage: Passage; readonly at: number }[] {
  return passages.flatMap((passage) => {
    const text = edged(passage.text)
    const found: { passage: Passage; at: number }[] = []
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) found.push({ passage, at })
    return found
  })
}
