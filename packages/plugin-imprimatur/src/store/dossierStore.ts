import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import { recall, remembered, type InPayload, type Revision, type Source } from '../transaction/index.ts'
import { pieceKey, unreviewed, type Digest, type Dossier, type WorkflowEvent } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { pagesOf } from './pagesOf.ts'

/** The row of a dossier: what its events say, and what queues need of the newest revision. */
export type DossierRow = {
  readonly id: number | string
  readonly collection: string
  readonly pieceId: string
  readonly title: string | null
  readonly digest: Digest
  readonly state: Dossier
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** The dossier of one piece, or null when the workflow has never seen it. Read once in a transaction, and again when dossiers were written. */
export async function findDossier(req: InPayload, collection: string, id: string): Promise<DossierRow | null> {
  const piece = pieceKey(collection, id)
  const row = await remembered(req, dossierOf(piece), sourcesOf(req), () => readDossier(req, collection, id))
  if (row) await rememberPiece(req, row)
  return row
}

/** The piece whose dossier is the row with this id, where that was read in this transaction. */
export function pieceOfDossier(req: InPayload, id: number | string): Promise<string | undefined> {
  return recall(req, rowKey(id))
}

function rememberPiece(req: InPayload, { id, state }: DossierRow): Promise<string> {
  return remembered(req, rowKey(id), sourcesOf(req), () => Promise.resolve(state.piece))
}

const dossierOf = (piece: string) => `dossier of ${piece}`
const rowKey = (id: number | string) => `piece of dossier ${String(id)}`

function sourcesOf({ payload }: InPayload): readonly Source[] {
  return [`documents:${runtimeOf(payload).slugs.dossiers}`]
}

/** The same as it stands in the database. */
export async function readDossier(req: InPayload, collection: string, id: string): Promise<DossierRow | null> {
  const [row] = await findDossiers(req, { piece: { equals: pieceKey(collection, id) } }, { limit: 1 })
  return row ?? null
}

/** Dossiers that meet `where`, in no particular order unless `sort` is given. */
export async function findDossiers(
  req: InPayload,
  where: Where,
  page: { limit: number; sort?: string | string[] } = { limit: 0 },
): Promise<readonly DossierRow[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.dossiers,
    where,
    pagination: false,
    limit: page.limit,
    ...(page.sort ? { sort: page.sort } : {}),
    req,
  })
  return docs.map(rowOf)
}

/** All dossiers that meet `where`, page by page, each as it is when its page is read. */
export async function* pagesOfDossiers(req: InPayload, where: Where): AsyncGenerator<readonly DossierRow[]> {
  const asked = { collection: runtimeOf(req.payload).slugs.dossiers, by: 'id', select: DOSSIER_COLUMNS, where } as const
  for await (const page of pagesOf<Stored>(req, asked)) yield page.map(rowOf)
}

const DOSSIER_COLUMNS = { collection: true, pieceId: true, title: true, digest: true, state: true } as const

/** One page of dossiers that meet `where`, with Payload's page counts. */
export async function pageOfDossiers(
  req: PayloadRequest,
  where: Where,
  page: { limit: number; page: number; sort: string },
): Promise<Omit<PaginatedDocs, 'docs'> & { docs: readonly DossierRow[] }> {
  const found = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.dossiers,
    where,
    ...page,
    req,
  })
  return { ...found, docs: found.docs.map(rowOf) }
}

/** Adds `event` to the log and brings the dossier into step with it and with the newest revision. What it wrote is known from then on. */
export async function saveDossier(
  req: PayloadRequest,
  collection: WorkflowCollection,
  change: { row: DossierRow | null; state: Dossier; event: WorkflowEvent | null; revision: Revision },
): Promise<void> {
  const { row, state, event, revision } = change
  if (event) await appendEvent(req, event)
  const [, pieceId] = splitPiece(state.piece)
  // Always the whole row: with a `hasMany` field in it, SQLite's adapter (3.90) inserts before it updates.
  const data = {
    ...columnsOf(state),
    piece: state.piece,
    collection: collection.slug,
    pieceId,
    digest: revision.digest,
    title: titleOf(collection, revision.doc),
    shows: revision.media.map((each) => each.id),
  }
  const known = async (id: number | string): Promise<void> => {
    const { digest, title } = data
    const made: DossierRow = { id, collection: collection.slug, pieceId, title, digest, state }
    await remembered(req, dossierOf(state.piece), sourcesOf(req), () => Promise.resolve(made))
    await rememberPiece(req, made)
  }
  if (row) {
    await req.payload.db.updateOne({
      collection: runtimeOf(req.payload).slugs.dossiers,
      id: row.id,
      data,
      req,
      returning: false,
    })
    await known(row.id)
    return
  }
  const made: unknown = await req.payload.db.create({ collection: runtimeOf(req.payload).slugs.dossiers, data, req })
  await known((made as Stored).id)
}

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

/** `collection:id` taken apart. */
export function splitPiece(piece: string): [collection: string, id: string] {
  const at = piece.indexOf(':')
  return [piece.slice(0, at), piece.slice(at + 1)]
}

async function appendEvent(req: PayloadRequest, event: WorkflowEvent): Promise<void> {
  try {
    await req.payload.db.create({ collection: runtimeOf(req.payload).slugs.events, data: { ...event }, req })
  } catch (error) {
    if (isDuplicate(error)) throw coded('conflict')
    throw error
  }
}

/** Both adapters turn a broken unique index into a `ValidationError`. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError'
}

function columnsOf(state: Dossier): Record<string, unknown> {
  return {
    stage: state.stage,
    stageSince: state.stageSince,
    owner: state.owner,
    seq: state.seq,
    live: state.live !== null,
    retracted: state.retraction !== null,
    signed: state.signOffs.length > 0,
    scheduledAt: state.schedule?.at ?? null,
    unreviewedSince: unreviewed(state)?.since ?? null,
    state,
  }
}

function titleOf(collection: WorkflowCollection, doc: Readonly<Record<string, unknown>>): string | null {
  const title = doc[collection.title]
  return typeof title === 'string' && title !== '' ? title : null
}

function rowOf(doc: Stored): DossierRow {
  return {
    id: doc.id,
    collection: String(doc.collection),
    pieceId: String(doc.pieceId),
    title: (doc.title as string | null | undefined) ?? null,
    digest: doc.digest as Digest,
    state: doc.state as Dossier,
  }
}

const OPTIONAL = ['accounts', 'review', 'role', 'afterFastTrack', 'reason', 'notice', 'due', 'code', 'writers'] as const

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
