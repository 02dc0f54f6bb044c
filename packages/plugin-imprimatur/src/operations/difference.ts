import type { PayloadRequest } from 'payload'
import { drawDifference, markedDifference, type Change, type Drawing, type Drawn } from '../domain/difference/index.ts'
import type { JsonObject } from '../domain/content/index.ts'
import { isDigest, MEDIA_KEY, type Digest } from '../domain/workflow/index.ts'
import { coded, parametersIn } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { mainRevision, newestRevision, versionWith, type DossierRow } from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'
import { drawingOf } from './drawingOf.ts'
import { wholePiece } from './transitionsOf.ts'

/** Which revisions are compared: a digest, `live` or `newest`. Left out: what readers have, or nothing, with the newest. */
export type DifferenceQuery = {
  /** Null: nothing, so that the plain text of `to` is drawn. */
  readonly from?: string | null
  readonly to?: string
}

export type DifferenceView = {
  /** Null: there is nothing to compare with; the piece is new. */
  readonly from: Digest | null
  readonly to: Digest
  readonly changes: readonly Change[]
  readonly html: string
}

const PARAMETERS = ['from', 'to'] as const

/** Takes the two revisions out of a URL; any other parameter is refused. */
export function differenceQuery(search: URLSearchParams): DifferenceQuery {
  const query = parametersIn(search, PARAMETERS)
  for (const [field, value] of Object.entries(query)) {
    if (value !== 'live' && value !== 'newest' && !isDigest(value)) {
      throw coded('invalid_value', { field, message: 'It is live, newest, or a digest: sha256: and 64 hex digits.' })
    }
  }
  return query
}

/**
 * What is different between two revisions of a piece, to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`, `not_found` for a piece or revision that is not there or not the asker's to see, `forbidden`
 *   where they may have only what readers get.
 */
export async function differenceBetween(
  req: PayloadRequest,
  slug: string,
  id: string,
  query: DifferenceQuery,
): Promise<DifferenceView> {
  const { from, to, drawn } = await drawnBetween(req, slug, id, query)
  return { from: from?.digest ?? null, to: to.digest, changes: drawn.changes, html: drawn.html }
}

/** The same with the revisions, for a screen that shows more of them. */
export async function drawnBetween(
  req: PayloadRequest,
  slug: string,
  id: string,
  { from, to }: DifferenceQuery,
): Promise<{ from: Revision | null; to: Revision; drawn: Drawn; drawing: Drawing; row: DossierRow; newest: Revision }> {
  const { revision: newest, row } = await wholePiece(req, slug, id)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const older = await olderOf(req, collection, row, from)
  const newer = await revisionCalled(req, collection, row, to ?? 'newest', 'to')
  const order = collection.fields.map(({ name }) => name)
  const difference = markedDifference(older && contentIn(older), contentIn(newer), MEDIA_KEY, order)
  const known = await drawingOf(req, collection, older ? [older, newer] : [newer])
  const drawing = { ...known, compares: older !== null }
  return { from: older, to: newer, drawn: drawDifference(difference, drawing), drawing, row, newest }
}

/** What readers have, when nobody has asked for another; null when they have nothing. */
async function olderOf(
  req: PayloadRequest,
  collection: WorkflowCollection,
  row: DossierRow,
  name: string | null = 'live',
): Promise<Revision | null> {
  if (name === null || (name === 'live' && !row.state.live)) return null
  return revisionCalled(req, collection, row, name, 'from')
}

async function revisionCalled(
  req: PayloadRequest,
  collection: WorkflowCollection,
  row: DossierRow,
  name: string,
  field: string,
): Promise<Revision> {
  const found = await (name === 'newest'
    ? newestRevision(req, collection, row.pieceId)
    : name === 'live'
      ? row.state.live && mainRevision(req, collection, row.pieceId)
      : isDigest(name)
        ? revisionWith(req, collection, row, name)
        : null)
  if (!found)
    throw coded('not_found', { field, message: 'This piece has no such revision, or it is not kept any more.' })
  return found
}

/** A revision by its digest: what readers have, or one of the versions. */
export async function revisionWith(
  req: PayloadRequest,
  collection: WorkflowCollection,
  row: DossierRow,
  digest: Digest,
): Promise<Revision | null> {
  const live = row.state.live?.digest === digest ? await mainRevision(req, collection, row.pieceId) : null
  return live?.digest === digest ? live : versionWith(req, collection, row.pieceId, digest, 'all')
}

function contentIn(revision: Revision): JsonObject {
  return JSON.parse(revision.canonical) as JsonObject
}
