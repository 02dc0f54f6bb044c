import { coded } from '../errors/index.ts'
import type { Layer } from '../hardening/adapter/index.ts'
import { transactionOf } from './transactionOf.ts'

/** Sessions that only read, by id. */
type Snapshots = {
  /** With the reads that are under way in each. */
  readonly open: Map<string, Set<Promise<unknown>>>
  readonly over: Set<string>
}

/** Of those that are over so many are known: what goes on although nobody waits for it asks again at once. */
const MOST_OVER = 1_000

/** Global, as Next bundles a second copy of this module. */
const { open, over } = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.snapshots')] ??= {
  open: new Map(),
  over: new Set(),
}) as Snapshots

/**
 * Has every write in the session `id` refused from now on.
 *
 * @returns to be called before the session ends: has every read in it refused, too, and waits for those that are under way
 */
export function readOnly(id: number | string): () => Promise<void> {
  const key = String(id)
  const underWay = new Set<Promise<unknown>>()
  open.set(key, underWay)
  return async () => {
    open.delete(key)
    over.add(key)
    const [oldest] = over
    if (over.size > MOST_OVER && oldest !== undefined) over.delete(oldest)
    await Promise.allSettled(underWay)
  }
}

/**
 * A layer under which nothing is written within a snapshot, and nothing is read in one that is over: Payload 3.90 takes the main connection where
 * it finds no session, so what its client left would go on there.
 *
 * @throws CodedError `busy` for such a read
 */
export const holdToSnapshots: Layer = (method, kind, next) => {
  if (kind === 'lifecycle') return next
  return async (args) => {
    const id = await transactionOf(args.req)
    const key = String(id)
    if (id === undefined || !(open.has(key) || over.has(key))) return next(args)
    if (kind === 'writes') throw new Error(`imprimatur: ${method} was called within a snapshot, which only reads.`)
    const underWay = open.get(key)
    if (!underWay) throw coded('busy')
    const read = next(args)
    underWay.add(read)
    try {
      return await read
    } finally {
      underWay.delete(read)
    }
  }
}
