import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { coded } from '../errors/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { inSnapshot, type InPayload } from '../transaction/index.ts'
import type { AskedChanges } from './askedChanges.ts'
import { cursorOf, positionAt, type Position } from './cursor.ts'
import { stranger } from './recordChanges.ts'
import { findRows, newestBatch, type ChangeRow, type Reason } from './rows.ts'

/** One change of what readers get, as they are told of it. */
export type Change = {
  readonly seq: number
  readonly op: 'remove' | 'upsert'
  readonly collection: string
  readonly id: string
  /** The public slug, or the last one; null in collections without. */
  readonly slug: string | null
  readonly digest: string
  /** Of the document by its id, uncompressed; null of what is gone. */
  readonly etag: string | null
  readonly at: string
  readonly reason: Reason
  /** Names of the answers that show the piece: of itself, and of lists of its collection. */
  readonly keys: readonly string[]
  readonly doc?: object
}

export type ChangePage = {
  readonly changes: readonly Change[]
  /** The cursor behind each of them. */
  readonly cursors: readonly string[]
  /** Where to go on. */
  readonly cursor: string
  /** Number of the last change that the page takes into account, whether it is told of or not. */
  readonly seq: number
  /** Whether there is more already. */
  readonly more: boolean
}

/**
 * What has changed for readers since a cursor, each address once and as it is now, in the order of changes. Read in one snapshot: documents are of
 * the same state.
 *
 * @throws CodedError `invalid_value` or `cursor_reset`, see {@link positionAt}.
 */
export function readChanges(payload: Payload, asked: AskedChanges): Promise<ChangePage> {
  return inSnapshot<InPayload, ChangePage>({ payload }, async (req) => {
    const { collection, limit, since } = asked
    const newest = await newestBatch(req)
    if (!newest) throw coded('busy')
    const from: Position =
      since === undefined ? { seq: -1, start: newest.seq, mark: newest.mark } : await positionAt(req, since, collection)
    const found = await findRows(
      req,
      {
        and: [
          { seq: { greater_than: Math.max(0, from.seq) } },
          { or: [{ op: { equals: 'upsert' } }, { seq: { greater_than: from.start } }] },
          ...(collection === undefined ? [] : [{ collection: { equals: collection } }]),
        ],
      },
      { sort: 'seq', limit: limit + 1 },
    )
    const more = found.length > limit
    const rows = found.slice(0, limit)
    const positions = rows.map((row) => behind(row, from))
    const last = positions.at(-1)
    const end = more && last ? last : { seq: newest.seq, start: newest.seq, mark: newest.mark }
    const told = await tellOf(req, rows, asked)
    return {
      changes: told.flatMap((each) => (each === null ? [] : [each])),
      cursors: positions.flatMap((each, at) => (told[at] === null ? [] : [cursorOf(each, collection)])),
      cursor: cursorOf(end, collection),
      seq: end.seq,
      more,
    }
  })
}

/** The cursor of whoever has had everything, and the number of the last change there is. */
export async function newestCursor(payload: Payload): Promise<Pick<ChangePage, 'cursor' | 'seq'>> {
  const newest = await newestBatch({ payload })
  if (!newest) throw coded('busy')
  const { mark, seq } = newest
  return { cursor: cursorOf({ seq, start: seq, mark }, undefined), seq }
}

/** Where somebody stands who has been told of this row. */
function behind({ seq, mark }: ChangeRow, from: Position): Position {
  return seq > from.start ? { seq, start: seq, mark: mark ?? '' } : { ...from, seq }
}

/** Null for what is not to be read any more: time has taken it away, and the change that says so is on its way. */
async function tellOf(
  req: InPayload,
  rows: readonly ChangeRow[],
  { doc }: AskedChanges,
): Promise<readonly (Change | null)[]> {
  const docs = new Map<string, object>()
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const ids = rows.filter((row) => row.collection === collection && row.op === 'upsert').map((row) => row.pieceId)
    for (const each of await publicDocuments(req, collection, ids)) docs.set(`${collection}:${String(each.id)}`, each)
  }
  return rows.map((row) => {
    const { at, collection, digest, op, pieceId: id, reason, seq, slug } = row
    const keys = [row.piece, collection]
    const change = { seq, op, collection, id, slug: slug ?? null, digest, etag: null, at, reason, keys }
    if (op === 'remove') return change
    const document = docs.get(row.piece)
    return document ? { ...change, etag: etagOf(document), ...(doc ? { doc: document } : {}) } : null
  })
}

/** As anonymous readers get them by their ids. */
async function publicDocuments(
  req: InPayload,
  collection: string,
  ids: readonly string[],
): Promise<readonly { readonly id: number | string }[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: idsFor(req.payload, collection, ids) } },
    pagination: false,
    limit: 0,
    draft: false,
    disableErrors: true,
    overrideAccess: false,
    user: null,
    req: stranger(req),
  })
  return docs
}

/** The strong tag that a server which tags its answers gives to the same bytes without a coding. */
function etagOf(document: object): string {
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url')
  return `"${hash.slice(0, 32)}"`
}
