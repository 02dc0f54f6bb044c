import { isLostRace, coded } from '../errors/index.ts'
import { Scope } from '../scope/index.ts'

/** How often work that lost against another transaction is done. */
export const TRIES = 6

/** How often work may lose before it is given the database for itself, where the adapter can do that. */
const LOSSES_BEFORE_ALONE = 2

type Attempt = { lost: boolean; readonly tried: number }

const attempts = new Scope<Attempt>('retrying')

/**
 * Does `work`, and does it again from the start, after a growing random pause, when it lost against another transaction: it threw that, or
 * {@link noteLostRace} was told of it. There is one layer of this: within another call `work` is done once, and the outermost one
 * does all of it again.
 *
 * @throws CodedError `busy` when it lost each time; nothing is changed then.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  if (attempts.get()) return work()
  for (let tried = 1; ; tried++) {
    const attempt: Attempt = { lost: false, tried }
    try {
      const result = await attempts.run(attempt, work)
      if (!attempt.lost || tried === TRIES) return result
    } catch (error) {
      if (!isLostRace(error)) throw error
      if (tried === TRIES) throw coded('busy')
    }
    await pauseAfter(tried)
  }
}

/** Whether what is done now has lost so often that others should wait for it. */
export function lostTooOften(): boolean {
  return (attempts.get()?.tried ?? 0) > LOSSES_BEFORE_ALONE
}

/** For errors that were made into an answer on their way: has the attempt that they belong to done again. */
export function noteLostRace(error: unknown): void {
  const attempt = attempts.get()
  if (attempt && isLostRace(error)) attempt.lost = true
}

/** Parts those who lost against each other. Up to 40 ms at first, doubling: a save takes longer than that. */
function pauseAfter(tried: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** tried * 20))
}
