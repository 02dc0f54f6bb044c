import { coded } from '../../errors/index.ts'
import { Scope } from '../../scope/index.ts'

const hurried = new Scope<true>('hurried')

/**
 * Does `work`, which waits before everybody else wherever it has to wait for a turn: for what is short, comes seldom and has a person waiting
 * for nothing else, as a login is.
 */
export function aheadOfOthers<T>(work: () => Promise<T>): Promise<T> {
  return hurried.run(true, work)
}

type Waiting = { readonly start: () => void; readonly isAhead: boolean }

/** A queue for a number of places, in order of arrival; what is done {@link aheadOfOthers} comes before the rest of it. */
export class Turns {
  private readonly waiting: Waiting[] = []
  private taken = 0
  private waits = 0

  constructor(private readonly places: number) {}

  /**
   * Waits for a place, and gives what leaves it again, once however often it is called.
   *
   * @throws CodedError `busy` when none was free for `longestMs`.
   */
  async take(longestMs: number): Promise<() => void> {
    if (this.taken < this.places) this.taken++
    else await this.wait(longestMs)
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.waiting.shift()
      if (next) next.start()
      else this.taken--
    }
  }

  /** How many have had to wait so far. */
  get waited(): number {
    return this.waits
  }

  private wait(longestMs: number): Promise<void> {
    this.waits++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(mine), 1)
        reject(coded('busy'))
      }, longestMs)
      const start = () => {
        clearTimeout(timer)
        resolve()
      }
      const mine = { start, isAhead: hurried.get() === true }
      const firstBehind = mine.isAhead ? this.waiting.findIndex(({ isAhead }) => !isAhead) : -1
      this.waiting.splice(firstBehind === -1 ? this.waiting.length : firstBehind, 0, mine)
    })
  }
}
