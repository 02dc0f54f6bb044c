import { coded } from '../../errors/index.ts'

/** A queue for a number of places, in order of arrival. */
export class Turns {
  private readonly waiting: (() => void)[] = []
  private taken = 0

  constructor(private readonly places: number) {}

  /**
   * Waits for a place, and gives what leaves it again.
   *
   * @throws CodedError `busy` when none was free for `longestMs`.
   */
  async take(longestMs: number): Promise<() => void> {
    if (this.taken < this.places) this.taken++
    else await this.wait(longestMs)
    return () => {
      const next = this.waiting.shift()
      if (next) next()
      else this.taken--
    }
  }

  private wait(longestMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(mine), 1)
        reject(coded('busy'))
      }, longestMs)
      this.waiting.push(mine)
    })
  }
}
