/**
 * The first and the longest pause between two tries, in milliseconds: what was put right goes out within about a
 * minute.
 */
const FIRST_MS = 5_000
const LONGEST_MS = 60_000

/** After so many turns, the pause would double to more than the longest. */
const DOUBLED = 4
const ALL_DOUBLED_MS = FIRST_MS * (2 ** DOUBLED - 1)

/**
 * How many times what could not be done is tried again within `ms` milliseconds: 5, 15, 35 and 75 seconds after the first
 * try, and then each minute.
 */
export function turnsAfter(ms: number): number {
  if (ms < 0) return 0
  if (ms < ALL_DOUBLED_MS) return Math.floor(Math.log2(ms / FIRST_MS + 1))
  return DOUBLED + Math.floor((ms - ALL_DOUBLED_MS) / LONGEST_MS)
}
