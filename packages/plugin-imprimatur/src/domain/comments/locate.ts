import type { KeptAnchor } from './anchorIn.ts'
import { candidatesIn, type Place } from './candidatesIn.ts'
import type { Passage } from './passagesOf.ts'
import { EDGES, placesOf } from './placesOf.ts'

/** By how much the best place has to be better than the next one. */
const CLEARLY = 0.15

/**
 * Where the words of an anchor stand in another text: the same words between the same surroundings, or else what is left of them where
 * most of both is left, and nowhere else as much.
 *
 * It begins and ends with words that the anchor has.
 *
 * @returns null when they are gone, or when it cannot be told which of several places it is
 */
export function locate(anchor: KeptAnchor, passages: readonly Passage[]): Place | null {
  const { after, before, exact, nth, of } = anchor
  const same = placesOf(passages, before + exact + after)
  if (same.length > 0) {
    const found = same.length === of ? same[nth] : undefined
    if (!found) return null
    const start = found.at + before.length - EDGES.begin.length
    return { path: found.passage.path, start, end: start + exact.length }
  }
  if (!anchor.alone) return null
  const [best, ...others] = candidatesIn(passages, anchor)
  if (!best?.enough) return null
  const rival = others.find(({ place }) => !overlaps(place, best.place))
  return rival && best.score - rival.score < CLEARLY ? null : best.place
}

function overlaps(one: Place, other: Place): boolean {
  return one.path === other.path && one.start < other.end && other.start < one.end
}
