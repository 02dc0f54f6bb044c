import { candidatesIn } from './candidatesIn.ts'
import type { Passage } from './passagesOf.ts'
import { CONTEXT, EDGES, edged, placesOf } from './placesOf.ts'

/** Which words of which revision a comment is about. */
export type Anchor = {
  /** Digest of the revision. */
  readonly digest: string
  /** Of the passage that they stand in; of a field as a whole, its name. */
  readonly path: string
  /** The words; empty for a field as a whole. */
  readonly exact: string
  /** What stands before and behind them in their passage. */
  readonly prefix: string
  readonly suffix: string
}

/** An anchor with what tells its words from the same words elsewhere. */
export type KeptAnchor = Anchor & {
  /** Up to {@link CONTEXT} units around the words, with the {@link EDGES} of the passage where they are nearer. */
  readonly before: string
  readonly after: string
  /** Which of the places with the same words and surroundings it is, from 0, and how many there were. */
  readonly nth: number
  readonly of: number
  /** Whether nothing else in that revision could be taken for it. */
  readonly alone: boolean
}

/**
 * The anchor as it is kept, if its words stand at that place of the revision; where prefix and suffix are given, between these.
 *
 * @returns null when they do not
 */
export function anchorIn(passages: readonly Passage[], anchor: Anchor): KeptAnchor | null {
  const { exact, path, prefix, suffix } = anchor
  const passage = passages.find((each) => each.path === path)
  const whole = prefix + exact + suffix
  const at = passage && exact !== '' ? passage.text.indexOf(whole) : -1
  if (!passage || at === -1) return null
  const text = edged(passage.text)
  const start = EDGES.begin.length + at + prefix.length
  const end = start + exact.length
  // Half a surrogate pair is no text, and Postgres keeps none.
  const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, '')
  const after = text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, '')
  const places = placesOf(passages, before + exact + after)
  const nth = places.findIndex((each) => each.passage === passage && each.at === start - before.length)
  const candidates = candidatesIn(passages, { before, exact, after })
  const alone = candidates.every(({ place }) => place.path === path && place.start < end && start < place.end)
  return { ...anchor, before, after, nth, of: places.length, alone }
}
