import type { Payload } from 'payload'
import { pieceKey } from '../../workflow/index.ts'
import { newsroom } from '../plugin/context.ts'
import { findDossiers } from '../plugin/dossierStore.ts'
import { inSnapshot } from '../plugin/inSnapshot.ts'
import { faultsOf } from '../plugin/integrity.ts'
import { EVENTS } from '../plugin/machineCollections.ts'

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
 * signed off. Reads only.
 */
export async function audit(payload: Payload): Promise<AuditReport> {
  const rows = await findDossiers({ payload }, {})
  const titles = new Map(rows.map((row) => [row.state.piece, row.title]))
  const { totalDocs } = await payload.db.count({ collection: EVENTS })
  const offences: Offence[] = []
  for (const piece of new Set([...titles.keys(), ...(await piecesInLog(payload)), ...(await publicPieces(payload))])) {
    const title = titles.get(piece) ?? null
    offences.push(
      ...(await inSnapshot({ payload }, (seen) => faultsOf(seen, piece))).map((fault) => ({ piece, title, fault })),
    )
  }
  return { pieces: rows.length, events: totalDocs, public: rows.filter((row) => row.state.live).length, offences }
}

async function publicPieces(payload: Payload): Promise<readonly string[]> {
  const found = await Promise.all(
    [...newsroom(payload).collections.keys()].map(async (collection) => {
      const where = { _status: { equals: 'published' } }
      const { docs } = await payload.db.find<{ id: string }>({ collection, where, pagination: false, limit: 0 })
      return docs.map((doc) => pieceKey(collection, doc.id))
    }),
  )
  return found.flat()
}

async function piecesInLog(payload: Payload): Promise<readonly string[]> {
  const where = { seq: { equals: 1 } }
  const { docs } = await payload.db.find<{ piece: string }>({ collection: EVENTS, where, pagination: false, limit: 0 })
  return docs.map((doc) => doc.piece)
}
