import type { DatabaseAdapter } from 'payload'

/**
 * Where a request that changes something can be held: before its transaction begins (on SQLite: before it waits for its
 * turn), when a transition or a save has been judged and nothing is written, when the main row is written and the log is not, and
 * when everything is written and not committed.
 */
export type BarrierPoint = 'begin' | 'judged' | 'effected' | 'commit'

/** A seam for tests of races and crashes: called at each point, and waited for. Production has none. */
export type Barrier = (point: BarrierPoint) => Promise<void>

export const noBarrier: Barrier = () => Promise.resolve()

/** Calls `barrier` before each transaction of `database` begins and before it commits. */
export function barrierAtTransactions(database: DatabaseAdapter, barrier: Barrier): void {
  const begin = database.beginTransaction.bind(database)
  const commit = database.commitTransaction.bind(database)
  database.beginTransaction = async (options) => {
    await barrier('begin')
    return begin(options)
  }
  database.commitTransaction = async (id) => {
    await barrier('commit')
    await commit(id)
  }
}
