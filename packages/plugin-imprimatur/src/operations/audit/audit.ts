import type { Payload } from 'payload'
import { pieceKey } from '../../domain/workflow/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import { inSnapshot } from '../../transaction/index.ts'
import { problemsIn } from '../../guard/index.ts'
import { pagesOf, publicRows } from '../../store/index.ts'

export type Offence = {
  /** `collection:id`. */
  readonly piece: string
  readonly title: string | null
  readonly fault: string
}

export type AuditReport = {
  readonly pieces: number
  readonly events: number
  readonly public: number
  readonly offences: readonly Offence[]
}

/**
 * Verifies every event chain, every dossier against its events, and every public document against the digest that was
 * signed off. Reads only, page by page and each piece in a snapshot of its own: so that all findings about a piece are
 * of one state, and a piece that is made or removed in the meantime is no offence.
 *
 * @param progress is told after each page how many pieces were looked at, of how many there were at the beginning
 */
export async function audit(
  payload: Payload,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<AuditReport> {
  const offences: Offence[] = []
  const all = await payload.db.count({ collection: runtimeOf(payload).slugs.dossiers })
  const check = async (piece: string, title: string | null): Promise<void> => {
    const faults = await inSnapshot({ payload }, (seen) => problemsIn(seen, piece))
    offences.push(...faults.map((fault) => ({ piece, title, fault })))
  }
  let [pieces, live] = [0, 0]
  for await (const rows of pagesOf<DossierColumns>({ payload }, dossierColumns(payload))) {
    for (const row of rows) {
      await check(row.piece, row.title ?? null)
      pieces++
      if (row.live) live++
    }
    progress(pieces, all.totalDocs)
  }
  for await (const page of withoutDossier(payload)) for (const piece of page) await check(piece, null)
  const { totalDocs } = await payload.db.count({ collection: runtimeOf(payload).slugs.events })
  return { pieces, events: totalDocs, public: live, offences }
}

type DossierColumns = { readonly piece: string; readonly title?: string | null; readonly live: boolean }

const dossierColumns = (payload: Payload) =>
  ({
    collection: runtimeOf(payload).slugs.dossiers,
    by: 'piece',
    select: { piece: true, title: true, live: true },
  }) as const

/** Pieces that are in the log, or public, and have no dossier; those of which both is true come once. */
async function* withoutDossier(payload: Payload): AsyncGenerator<readonly string[]> {
  const { dossiers, events } = runtimeOf(payload).slugs
  const inLog = { collection: events, by: 'piece', select: { piece: true }, where: { seq: { equals: 1 } } } as const
  for await (const rows of pagesOf<{ piece: string }>({ payload }, inLog)) {
    yield await missingFrom(payload, dossiers, [...new Set(rows.map((row) => row.piece))])
  }
  for (const collection of runtimeOf(payload).collections.keys()) {
    const where = publicRows(payload)
    for await (const rows of pagesOf<{ id: number | string }>(
      { payload },
      { collection, by: 'id', select: { id: true }, where },
    )) {
      const pieces = rows.map((row) => pieceKey(collection, String(row.id)))
      yield await missingFrom(payload, events, await missingFrom(payload, dossiers, pieces))
    }
  }
}

/** Those of `pieces` of which the collection has no row. */
async function missingFrom(
  payload: Payload,
  collection: string,
  pieces: readonly string[],
): Promise<readonly string[]> {
  if (pieces.length === 0) return []
  const first = collection === runtimeOf(payload).slugs.events ? [{ seq: { equals: 1 } }] : []
  const { docs } = await payload.db.find<{ piece: string }>({
    collection,
    where: { and: [{ piece: { in: [...pieces] } }, ...first] },
    select: { piece: true },
    limit: 0,
    pagination: false,
  })
  const there = new Set(docs.map((doc) => doc.piece))
  return pieces.filter((piece) => !there.has(piece))
}
