import { Scope } from 'payload-plugin-imprimatur/scope'
import { Turns } from 'payload-plugin-imprimatur/server'

/**
 * Lets so much work of a kind run at once, in order of arrival; the rest waits.
 *
 * @param count how many run at once
 * @param patienceMs how long one waits before it is refused with `busy`, in milliseconds
 */
export class Slots {
  readonly #turns: Turns
  readonly #patienceMs: number
  readonly #places = new Scope<() => void>()

  constructor(count: number, patienceMs: number) {
    this.#turns = new Turns(count)
    this.#patienceMs = patienceMs
  }

  /** @throws CodedError `busy` when there was no room in time; `work` was not begun then. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.#turns.take(this.#patienceMs)
    try {
      return await this.#places.run(leave, work)
    } finally {
      leave()
    }
  }

  /** Gives up the place of the work that calls this, whose other part needs none. */
  leave(): void {
    this.#places.get()?.()
  }
}
