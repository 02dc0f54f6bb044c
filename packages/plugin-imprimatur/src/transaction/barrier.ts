import type { Layer } from '../hardening/adapter/index.ts'

/**
 * Where a request that changes something can be held: before its transaction begins (on SQLite: before it waits for its
 * turn), when a transition or a save has been judged and nothing is written, when the main row is written and the log is not, and
 * when everything is written and not committed.
 */
export type BarrierPoint = 'begin' | 'judged' | 'effected' | 'commit'

/** A seam for tests of races and crashes: called at each point, and waited for. Production has none. */
export type Barrier = (point: BarrierPoint) => Promise<void>

export const noBarrier: Barrier = () => Promise.resolve()

/** A layer that calls the barrier before each transaction begins and before it commits. */
export function atBarrier(barrier: () => Barrier): Layer {
  const points: Partial<Record<string, BarrierPoint>> = { beginTransaction: 'begin', commitTransaction: 'commit' }
  return (method, _, next) => {
    const point = points[method]
    if (point === undefined) return next
    return async (args) => {
      await barrier()(point)
      return next(args)
    }
  }
}
