import type { PayloadRequest, Where } from 'payload'
import type { WorkflowEvent } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { isDuplicate } from './isDuplicate.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** The events of one piece, first to last. */
export async function eventsOf(req: InPayload, piece: string): Promise<readonly WorkflowEvent[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.events,
    where: { piece: { equals: piece } },
    sort: 'seq',
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(eventOf)
}

/** The last events that meet `where`, the newest first, at most `limit`. */
export async function lastEvents(req: InPayload, where: Where, limit: number): Promise<readonly WorkflowEvent[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.events,
    where,
    sort: ['-at', '-seq'],
    pagination: false,
    limit,
    req,
  })
  return docs.map(eventOf)
}

/** The event of `piece` with this number, which has to be there. */
export async function eventAt(req: InPayload, piece: string, seq: number): Promise<WorkflowEvent> {
  const doc = await req.payload.db.findOne<Stored>({
    collection: runtimeOf(req.payload).slugs.events,
    where: { and: [{ piece: { equals: piece } }, { seq: { equals: seq } }] },
    req,
  })
  if (!doc) throw new Error(`${piece}: event ${String(seq)} is missing`)
  return eventOf(doc)
}

/** The events with these numbers, as far as they are there, in no particular order. */
export async function eventsNumbered(
  req: InPayload,
  wanted: readonly { readonly piece: string; readonly seq: number }[],
): Promise<readonly WorkflowEvent[]> {
  if (wanted.length === 0) return []
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.events,
    where: { or: wanted.map(({ piece, seq }): Where => ({ piece: { equals: piece }, seq: { equals: seq } })) },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(eventOf)
}

/** @throws CodedError `conflict` when the piece has an event of this number */
export async function appendEvent(req: PayloadRequest, event: WorkflowEvent): Promise<void> {
  try {
    await req.payload.db.create({ collection: runtimeOf(req.payload).slugs.events, data: { ...event }, req })
  } catch (error) {
    if (isDuplicate(error)) throw coded('conflict')
    throw error
  }
}

const OPTIONAL = [
  'accounts',
  'review',
  'role',
  'after',
  'afterFastTrack',
  'reason',
  'notice',
  'due',
  'code',
  'writers',
] as const

function eventOf(doc: Stored): WorkflowEvent {
  const event: Record<string, unknown> = {
    piece: doc.piece,
    seq: doc.seq,
    transition: doc.transition,
    from: doc.from ?? null,
    to: doc.to,
    actor: doc.actor,
    digest: doc.digest,
    at: doc.at,
    prevHash: doc.prevHash ?? null,
    hash: doc.hash,
  }
  for (const name of OPTIONAL) if (doc[name] !== undefined && doc[name] !== null) event[name] = doc[name]
  return event as unknown as WorkflowEvent
}
