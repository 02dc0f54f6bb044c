/**
 * How much of what can be made as long as one likes: `full` with FULL=1, which `.ci/run` and `npm run mutants` set, and `short` otherwise. The
 * kinds of cases are the same; there are fewer of each.
 */
export function inFull(full: number, short: number): number {
  return process.env.FULL === '1' ? full : short
}
