import type { Layer } from '../hardening/adapter/index.ts'

/** Ids of sessions that only read. Global, as Next bundles a second copy of this module. */
const snapshots = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.snapshots')] ??=
  new Set()) as Set<string>

/** Has every write in the session `id` refused from now on; returns what ends that. */
export function readOnly(id: number | string): () => void {
  snapshots.add(String(id))
  return () => snapshots.delete(String(id))
}

/** A layer under which nothing is written within a snapshot. */
export const refuseWritesInSnapshots: Layer = (method, kind, next) =>
  kind === 'writes'
    ? async (args) => {
        const id = await args.req?.transactionID
        if (id !== undefined && snapshots.has(String(id)))
          throw new Error(`imprimatur: ${method} was called within a snapshot, which only reads.`)
        return next(args)
      }
    : next
