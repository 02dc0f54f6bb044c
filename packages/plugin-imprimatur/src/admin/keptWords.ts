import { forgetIn, keepIn, keptIn, keysIn } from './browserStore.ts'
import type { Changes } from './mergeWords.ts'

/** Words of one person in one document that are not stored in the newsroom, as this computer keeps them. */
export type KeptWords = {
  /** When they were kept, ISO 8601. */
  readonly at: string
  /** Digest of the revision that they were written on; null for a document that was never saved. */
  readonly base: string | null
  readonly changes: Changes
}

export type Place = {
  /** Id of the user. */
  readonly person: string
  readonly collection: string
  /** Null: a document that was never saved. */
  readonly id: string | null
  /** Name of the browser's tab, by which documents that were never saved are told apart. */
  readonly tab: string
}

const PREFIX = 'imprimatur-words'

/**
 * Keeps words in the browser's storage, which outlives the page. It is written at once: there is no time to wait for anything while a
 * page closes.
 *
 * @returns false when the browser keeps nothing, or has no room
 */
export function keepWords(place: Place, words: KeptWords): boolean {
  return keepIn('localStorage', keyOf(place), JSON.stringify(words))
}

/** What is kept; null when nothing is, or nothing that can be read. */
export function keptWords(place: Place): KeptWords | null {
  try {
    const found: unknown = JSON.parse(keptIn('localStorage', keyOf(place)) ?? 'null')
    return isKept(found) ? found : null
  } catch {
    return null
  }
}

export function forgetWords(place: Place): void {
  forgetIn('localStorage', keyOf(place))
}

/**
 * Where words are that can be offered at a place: there, and in a new document also where a tab has left some behind.
 *
 * @param living names of the tabs whose page lives; null: nobody knows
 */
export function placesToOffer(place: Place, living: ReadonlySet<string> | null): readonly Place[] {
  if (place.id !== null) return [place]
  const begins = keyOf({ ...place, tab: '' })
  const tabs = keysIn('localStorage', begins).map((key) => key.slice(begins.length))
  const others = tabs.filter((tab) => tab !== place.tab && living?.has(tab) !== true)
  return [place, ...others.map((tab) => ({ ...place, tab }))]
}

/** Forgets all that is kept for somebody. */
export function forgetWordsOf(person: string): void {
  for (const key of keysIn('localStorage', `${PREFIX}:${person}:`)) forgetIn('localStorage', key)
}

function keyOf({ collection, id, person, tab }: Place): string {
  return [PREFIX, person, collection, ...(id === null ? ['new', tab] : [id])].join(':')
}

function isKept(value: unknown): value is KeptWords {
  if (typeof value !== 'object' || value === null) return false
  const { at, changes } = value as Partial<KeptWords>
  return typeof at === 'string' && typeof changes === 'object' && Object.keys(changes).length > 0
}
