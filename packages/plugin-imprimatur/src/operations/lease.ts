import type { PayloadRequest } from 'payload'
import { mayWrite, pieceKey } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import {
  asOfNow,
  beginLease,
  lasts,
  leasesOf,
  peopleOf,
  prolongLease,
  requireStaff,
  type LeaseRow,
} from '../store/index.ts'
import { inTransaction } from '../transaction/index.ts'
import { notify } from './notify.ts'
import { wholePiece } from './transitionsOf.ts'

/** How long somebody is told that a piece was taken over from them, in milliseconds: until they are back the next day. */
const TOLD_MS = 24 * 60 * 60 * 1_000

export type Colleague = {
  readonly id: string
  readonly name: string
}

/** Who writes in a piece, as one person is told. Times are ISO 8601. */
export type LeaseView = {
  /** Null: nobody does. */
  readonly lease: {
    readonly holder: Colleague
    readonly yours: boolean
    readonly since: string
    readonly until: string
  } | null
  /** Who took the piece over from the asker, as long as they have not taken hold of it again; for a day. */
  readonly lost: { readonly to: Colleague; readonly at: string } | null
}

/**
 * Who writes in a piece now.
 *
 * @throws CodedError `not_authenticated`, `not_found`, `forbidden` where the asker may have only what readers get.
 */
export async function leaseOf(req: PayloadRequest, slug: string, id: string): Promise<LeaseView> {
  const asker = requireStaff(req)
  await wholePiece(req, slug, id)
  return viewOf(req, await leasesOf(req, pieceKey(slug, id)), asker.id)
}

/**
 * Takes hold of a piece, or goes on holding it. What somebody else holds stays theirs unless `takeOver` is true; that is recorded, and they are told.
 *
 * @throws CodedError as {@link leaseOf}; `forbidden` without the right to write the piece, `locked` with the `lease` of somebody else.
 */
export function holdPiece(req: PayloadRequest, slug: string, id: string, takeOver: boolean): Promise<LeaseView> {
  return inTransaction(req, async () => {
    const asker = await asOfNow(req, requireStaff(req))
    const { row: dossier } = await wholePiece(req, slug, id)
    if (!mayWrite(asker, dossier.state.owner)) throw coded('forbidden')
    const { now } = runtimeOf(req.payload)
    const piece = pieceKey(slug, id)
    const rows = await leasesOf(req, piece)
    const [newest] = rows
    const held = lasts(newest, now()) ? newest : undefined
    if (held?.holder === asker.id) {
      const same = await prolongLease(req, held)
      return viewOf(req, [same, ...rows.slice(1)], asker.id)
    }
    if (held && !takeOver) throw coded('locked', { ...(await viewOf(req, rows, asker.id)) })
    const taken = await beginLease(req, piece, newest, { holder: asker.id, takenFrom: held?.holder ?? null })
    if (held)
      await notify(req, { kind: 'taken_over', piece: { collection: slug, id }, to: [held.holder], actor: asker.id })
    return viewOf(req, [taken, ...rows], asker.id)
  })
}

/** Lets go of a piece; what the asker does not hold stays as it is. @throws CodedError as {@link leaseOf}. */
export function leavePiece(req: PayloadRequest, slug: string, id: string): Promise<LeaseView> {
  return inTransaction(req, async () => {
    const asker = requireStaff(req)
    await wholePiece(req, slug, id)
    const rows = await leasesOf(req, pieceKey(slug, id))
    const [newest] = rows
    if (newest?.holder !== asker.id || !lasts(newest, runtimeOf(req.payload).now())) return viewOf(req, rows, asker.id)
    return viewOf(req, [await prolongLease(req, newest, true), ...rows.slice(1)], asker.id)
  })
}

async function viewOf(req: PayloadRequest, rows: readonly LeaseRow[], asker: string): Promise<LeaseView> {
  const now = runtimeOf(req.payload).now()
  const lease = lasts(rows[0], now) ? rows[0] : null
  const lost = lostBy(rows, asker, new Date(now.getTime() - TOLD_MS))
  const people = await peopleOf(
    req,
    [lease?.holder, lost?.holder].filter((each) => each !== undefined),
  )
  const colleague = (id: string): Colleague => ({ id, name: people.get(id)?.name ?? 'Somebody' })
  return {
    lease: lease && {
      holder: colleague(lease.holder),
      yours: lease.holder === asker,
      since: lease.since,
      until: lease.until,
    },
    lost: lost && { to: colleague(lost.holder), at: lost.since },
  }
}

/** The lease that took the piece from `asker`, unless they have held it since, or it is older than `after`. */
function lostBy(rows: readonly LeaseRow[], asker: string, after: Date): LeaseRow | null {
  const last = rows.find(({ holder, takenFrom }) => holder === asker || takenFrom === asker)
  return last?.takenFrom === asker && last.since > after.toISOString() ? last : null
}
