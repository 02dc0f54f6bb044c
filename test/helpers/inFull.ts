/**
 * Whether matrices, made-up requests, random commands and crashes are as many as they are meant to be: FULL=1, which `.ci/run` and
 * `npm run mutants` set. Otherwise there are fewer of the same kinds.
 */
export const IN_FULL = process.env.FULL === '1'

export function inFull(full: number, short: number): number {
  return IN_FULL ? full : short
}
