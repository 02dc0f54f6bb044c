import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import { recall, remembered, rememberedEach, type InPayload, type Revision, type Source } from '../transaction/index.ts'
import {
  assignmentAfter,
  pieceKey,
  UNASSIGNED,
  type Assignment,
  type Dossier,
  type Stage,
  type WorkflowEvent,
} from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { concerned } from '../domain/notifications/index.ts'
import {
  attributeKey,
  attributesOf,
  columnsOf,
  columnsOfAssignment,
  rowOf,
  splitPiece,
  titleOf,
  wordsOf,
  type DossierRow,
  type Stored,
} from './dossierRow.ts'
import { appendEvent } from './eventStore.ts'
import { writeNotifications } from './notifications.ts'
import { pagesOf } from './pagesOf.ts'

/** The dossier of one piece, or null when the workflow has never seen it. Read once in a transaction, and again when dossiers were written. */
export async function findDossier(req: InPayload, collection: string, id: string): Promise<DossierRow | null> {
  const piece = pieceKey(collection, id)
  return (await dossiersOf(req, [piece])).get(piece) ?? null
}

/** The same of several pieces, by their keys; those that are not remembered are read together. */
export async function dossiersOf(req: InPayload, pieces: readonly string[]): Promise<ReadonlyMap<string, DossierRow>> {
  const rows = await rememberedEach(req, pieces, {
    key: dossierOf,
    sources: sourcesOf(req),
    read: async (missing) => {
      const found = await findDossiers(req, { piece: { in: [...missing] } })
      return new Map(found.map((row) => [row.state.piece, row]))
    },
  })
  for (const row of rows.values()) await rememberPiece(req, row)
  return rows
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

/** Ids of the pieces of a collection at a stage, those that came to it last first. */
export async function idsAtStage(
  req: InPayload,
  collection: string,
  stage: Stage,
  limit: number,
): Promise<readonly string[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: runtimeOf(req.payload).slugs.dossiers,
    where: { and: [{ collection: { equals: collection } }, { stage: { equals: stage } }] },
    select: { pieceId: true },
    sort: '-stageSince',
    pagination: false,
    limit,
    req,
  })
  return docs.map(({ pieceId }) => String(pieceId))
}

/** All dossiers that meet `where`, page by page, each as it is when its page is read. */
export async function* pagesOfDossiers(req: InPayload, where: Where): AsyncGenerator<readonly DossierRow[]> {
  const asked = { collection: runtimeOf(req.payload).slugs.dossiers, by: 'id', select: DOSSIER_COLUMNS, where } as const
  for await (const page of pagesOf<Stored>(req, asked)) yield page.map(rowOf)
}

const DOSSIER_COLUMNS = {
  collection: true,
  pieceId: true,
  title: true,
  digest: true,
  state: true,
  attributes: true,
  words: true,
  assignees: true,
  dueAt: true,
  priority: true,
  assignedBy: true,
  assignedAt: true,
  autosavedBy: true,
} as const

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

/**
 * Adds `event` to the log, brings the dossier into step with it and with the newest revision, and tells whom it concerns. What it wrote is
 * known from then on.
 */
export async function saveDossier(
  req: PayloadRequest,
  collection: WorkflowCollection,
  change: {
    row: DossierRow | null
    state: Dossier
    event: WorkflowEvent | null
    revision: Revision
    autosavedBy?: string | null
  },
): Promise<void> {
  const { autosavedBy = null, event, revision, row, state } = change
  if (event) await appendEvent(req, event)
  if (event)
    for (const told of concerned(row?.state ?? null, event))
      await writeNotifications(req, state, { ...told, actor: event.actor, event: event.seq })
  const [, pieceId] = splitPiece(state.piece)
  const assignment = assignmentAfter(row?.assignment ?? UNASSIGNED, event?.transition ?? null)
  const attributes = attributesOf(collection, revision.doc)
  // Always the whole row: with a `hasMany` field in it, SQLite's adapter (3.90) inserts before it updates.
  const data = {
    ...columnsOf(state),
    piece: state.piece,
    collection: collection.slug,
    pieceId,
    digest: revision.digest,
    title: titleOf(collection, revision.doc),
    autosavedBy,
    indexed: null,
    shows: revision.media.map((each) => each.id),
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : [attributeKey(name, value)],
    ),
    words: wordsOf(collection, revision.doc),
    ...columnsOfAssignment(assignment),
  }
  // Before it is written: an adapter changes what it is given, also the id.
  const written = rowOf({ ...data, id: '' })
  const known = async (id: number | string): Promise<void> => {
    const made = { ...written, id }
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

/** Writes who works on a piece, and nothing else of its dossier. */
export async function saveAssignment(req: PayloadRequest, row: DossierRow, assignment: Assignment): Promise<void> {
  const { dossiers } = runtimeOf(req.payload).slugs
  const where: Where = { id: { equals: row.id } }
  const stored = await req.payload.db.findOne<Stored>({ collection: dossiers, where, req })
  if (!stored) throw coded('not_found')
  // Always the whole row, as in `saveDossier`.
  const { createdAt: _createdAt, id, updatedAt: _updatedAt, ...columns } = stored
  const data = { ...columns, ...columnsOfAssignment(assignment) }
  await req.payload.db.updateOne({ collection: dossiers, id, data, req, returning: false })
}
