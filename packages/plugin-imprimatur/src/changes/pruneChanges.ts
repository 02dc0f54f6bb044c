import { createLocalReq, type Payload, type Where } from 'payload'
import { runtimeOf } from '../runtime/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { findBatches, newestBatch } from './rows.ts'

const DAY_MS = 86_400_000

/**
 * Forgets what was removed longer ago than changes are kept. What is public stays in the log however old it is. Of what is forgotten the last number
 * stays: whoever was told of all of it has missed nothing and goes on; older cursors are told to begin again.
 */
export async function pruneChanges(payload: Payload): Promise<void> {
  const { changesKeptDays, now, slugs } = runtimeOf(payload)
  const before = new Date(now().getTime() - changesKeptDays * DAY_MS).toISOString()
  const old = { at: { less_than: before } }
  if ((await findBatches({ payload }, old, { limit: 1 })).length === 0) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const newest = await newestBatch(req)
    const behind = { seq: { less_than: newest?.seq ?? 0 } }
    const [last] = await findBatches(req, { and: [old, behind] }, { sort: '-seq', limit: 1 })
    if (!last) return
    const upTo: Where = { seq: { less_than_equal: last.seq } }
    const removed: Where = { and: [{ op: { equals: 'remove' } }, { seq: { greater_than: 0 } }, upTo] }
    await req.payload.db.deleteMany({ collection: slugs.changes, where: removed, req })
    await req.payload.db.deleteMany({ collection: slugs.changeBatches, where: { seq: { less_than: last.seq } }, req })
    const anchor = { after: last.seq - 1 }
    await req.payload.db.updateOne({
      collection: slugs.changeBatches,
      id: last.id,
      data: anchor,
      req,
      returning: false,
    })
  })
}
