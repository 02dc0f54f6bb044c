import { AsyncLocalStorage } from 'node:async_hooks'
import { coded } from 'payload-plugin-imprimatur'

/**
 * Lets so much work of a kind run at once, in order of arrival; the rest waits.
 *
 * @param count how many run at once
 * @param patienceMs how long one waits before it is refused with `busy`, in milliseconds
 */
export class Slots {
  readonly #waiting: (() => void)[] = []
  readonly #patienceMs: number
  readonly #places = new AsyncLocalStorage<() => void>()
  #free: number

  constructor(count: number, patienceMs: number) {
    this.#free = count
    this.#patienceMs = patienceMs
  }

  /** @throws CodedError `busy` when there was no room in time; `work` was not begun then. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await this.#turn()
    let left = false
    const leave = () => {
      if (left) return
      left = true
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
    try {
      return await this.#places.run(leave, work)
    } finally {
      leave()
    }
  }

  /** Gives up the place of the work that calls this, whose other part needs none. */
  leave(): void {
    this.#places.getStore()?.()
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(mine), 1)
        reject(coded('busy'))
      }, this.#patienceMs)
      this.#waiting.push(mine)
    })
  }
}
