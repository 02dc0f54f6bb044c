import type { PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isDuplicate } from './isDuplicate.ts'

/**
 * How long a lease lasts without a word of its holder, in milliseconds. The panel renews it every 20 seconds, and a browser that is in
 * the background still wakes its pages once a minute; longer than that only a browser is silent that has crashed.
 */
const LEASE_MS = 120_000

/** How many rows of a piece are looked at: the lease, and who was lately taken over. Older ones are kept where they took something. */
const ROWS = 20

/** One time that somebody took hold of a piece. Times are ISO 8601, users are named by their ids. */
export type LeaseRow = {
  readonly id: number | string
  readonly turn: number
  readonly holder: string
  /** Who held the piece until then and did not let go of it themselves. */
  readonly takenFrom: string | null
  readonly since: string
  readonly until: string
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** The latest leases of a piece, the newest first. */
export async function leasesOf(req: PayloadRequest, piece: string, limit = ROWS): Promise<readonly LeaseRow[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.leases,
    where: { piece: { equals: piece } },
    sort: '-turn',
    limit,
    pagination: false,
    req,
  })
  return docs.map((doc) => ({
    id: doc.id,
    turn: Number(doc.turn),
    holder: String(doc.holder),
    takenFrom: typeof doc.takenFrom === 'string' ? doc.takenFrom : null,
    since: String(doc.since),
    until: String(doc.until),
  }))
}

/** Whether the lease has not ended. */
export function lasts(row: LeaseRow | undefined, now: Date): row is LeaseRow {
  return row !== undefined && row.until > now.toISOString()
}

/**
 * Begins a lease after `before`, the newest one. Old ones that took nothing from anybody are forgotten.
 *
 * @throws CodedError `conflict` when somebody else has just begun one.
 */
export async function beginLease(
  req: PayloadRequest,
  piece: string,
  before: LeaseRow | undefined,
  lease: { readonly holder: string; readonly takenFrom: string | null },
): Promise<LeaseRow> {
  const { now, slugs } = runtimeOf(req.payload)
  const at = now()
  const row = { piece, turn: (before?.turn ?? 0) + 1, ...lease, since: at.toISOString(), until: endFrom(at) }
  try {
    const made: unknown = await req.payload.db.create({ collection: slugs.leases, data: row, req })
    await req.payload.db.deleteMany({
      collection: slugs.leases,
      where: {
        and: [{ piece: { equals: piece } }, { turn: { less_than: row.turn - ROWS } }, { takenFrom: { exists: false } }],
      },
      req,
    })
    return { ...row, id: (made as Stored).id }
  } catch (error) {
    if (isDuplicate(error)) throw coded('conflict')
    throw error
  }
}

/** The same lease, from now on; ended, when `ends`. */
export async function prolongLease(req: PayloadRequest, row: LeaseRow, ends = false): Promise<LeaseRow> {
  const { now, slugs } = runtimeOf(req.payload)
  const until = ends ? now().toISOString() : endFrom(now())
  await req.payload.db.updateOne({ collection: slugs.leases, id: row.id, data: { until }, returning: false, req })
  return { ...row, until }
}

/** Prolongs the lease of somebody whose words are saved while they type, if they have it. It begins none: scripts save, too. */
export async function prolongOwnLease(req: PayloadRequest, piece: string, saver: string): Promise<void> {
  const [row] = await leasesOf(req, piece, 1)
  if (row?.holder === saver && lasts(row, runtimeOf(req.payload).now())) await prolongLease(req, row)
}

/** Forgets all leases of a piece that is not there any more. */
export async function forgetLeases(req: PayloadRequest, piece: string): Promise<void> {
  const collection = runtimeOf(req.payload).slugs.leases
  await req.payload.db.deleteMany({ collection, where: { piece: { equals: piece } }, req })
}

function endFrom(at: Date): string {
  return new Date(at.getTime() + LEASE_MS).toISOString()
}
