import type { Where } from 'payload'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'

/** Why an address is as it is. */
export type Reason = 'published' | 'withdrawn' | 'retracted' | 'moved' | 'expired'

/** One address that readers have had: what stands there now, or that nothing does any more. */
export type ChangeRow = {
  readonly id: number | string
  /** The piece and its slug; unique. */
  readonly address: string
  readonly piece: string
  readonly collection: string
  readonly pieceId: string
  readonly slug?: string | null
  readonly op: 'remove' | 'upsert'
  readonly reason: Reason
  readonly digest: string
  /** Since when, as the newsroom tells the time. */
  readonly at: string
  /** When it goes by time alone. */
  readonly expiresAt?: string | null
  /** Microseconds, by the clock of the process that wrote it: in this order rows get their numbers. */
  readonly noted: number
  /** Its number in the order of all changes; 0 until it has one. */
  readonly seq: number
  /** That of the batch in which it got its number. */
  readonly mark?: string | null
}

/** Rows that got their numbers together: those behind `after`, up to `seq`. */
export type Batch = {
  readonly id: number | string
  readonly after: number
  readonly seq: number
  /** Drawn at random: no other log has the same one at this place, also none that was restored and went on. */
  readonly mark: string
  readonly at: string
}

type Found = { readonly sort?: string; readonly limit?: number }

export async function findRows(req: InPayload, where: Where, { sort, limit = 0 }: Found = {}): Promise<ChangeRow[]> {
  const { docs } = await req.payload.db.find<ChangeRow>({
    collection: runtimeOf(req.payload).slugs.changes,
    where,
    ...(sort ? { sort } : {}),
    limit,
    pagination: false,
    req,
  })
  return docs
}

export async function findBatches(req: InPayload, where: Where, { sort, limit = 0 }: Found = {}): Promise<Batch[]> {
  const { docs } = await req.payload.db.find<Batch>({
    collection: runtimeOf(req.payload).slugs.changeBatches,
    where,
    ...(sort ? { sort } : {}),
    limit,
    pagination: false,
    req,
  })
  return docs
}

/** The batch that was numbered last; undefined before the log is made. */
export async function newestBatch(req: InPayload): Promise<Batch | undefined> {
  return (await findBatches(req, {}, { sort: '-seq', limit: 1 }))[0]
}
