import type { Term } from './searchTerms.ts'

/** Where in a piece a word stands: 1 in its title, 2 in what introduces it, 3 anywhere else. */
export type Tier = 1 | 2 | 3
export const TIERS: readonly Tier[] = [1, 2, 3]

/** What a piece gains by one word: twice as much in each better place, and a third less where it only begins with what was asked. */
export function gain({ token }: Term, found: string, tier: Tier): number {
  return 2 ** (4 - tier) * (found === token ? 3 : 2)
}

export type Ranked = { readonly piece: string; readonly score: number; readonly at: number }

/** The best first; of equal ones the newer, then by their names, so that there is one order. */
export function byRelevance(a: Ranked, b: Ranked): number {
  return b.score - a.score || b.at - a.at || (a.piece < b.piece ? -1 : a.piece > b.piece ? 1 : 0)
}
