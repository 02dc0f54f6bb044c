/** Durations in seconds; null when there is none. */
export type Summary = { readonly count: number; readonly median: number | null; readonly p90: number | null }

/**
 * The median (of an even number the mean of the two in the middle) and the 90th percentile by the nearest rank: the smallest value
 * that at least nine of ten do not exceed.
 */
export function summaryOf(values: readonly number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other)
  const count = sorted.length
  const at = (index: number): number => sorted[index] ?? 0
  if (count === 0) return { count, median: null, p90: null }
  return {
    count,
    median: (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2,
    p90: at(Math.ceil(count * 0.9) - 1),
  }
}
