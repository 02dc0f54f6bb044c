import type { Barrier, BarrierPoint } from '../../packages/plugin-imprimatur/src/index.ts'

export type BarrierGate = {
  /** To be handed to the newsroom. */
  readonly barrier: Barrier
  /**
   * Sends all `requests` at once, holds them at `point` until all have come there or one of them was answered without,
   * and then lets them go in the order of `turns` (positions in order of arrival).
   */
  readonly together: <T>(
    point: BarrierPoint,
    turns: readonly number[],
    requests: readonly (() => Promise<T>)[],
  ) => Promise<T[]>
  /** How often all requests of a call were held together. */
  readonly met: () => number
}

/** A barrier that is open until requests are to meet at it. */
export function aBarrierGate(): BarrierGate {
  let closed: BarrierPoint | null = null
  let expected: readonly number[] = []
  let waiting: (() => void)[] = []
  let met = 0

  const open = (): void => {
    const held = waiting
    const order = held.length === expected.length ? expected : held.map((_, at) => at)
    closed = null
    waiting = []
    for (const at of order) held[at]?.()
  }
  return {
    barrier: (point) => {
      if (point !== closed) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.push(resolve)
        if (waiting.length < expected.length) return
        met++
        open()
      })
    },
    together: (point, turns, requests) => {
      closed = point
      expected = turns
      return Promise.all(requests.map((request) => request().finally(open)))
    },
    met: () => met,
  }
}
