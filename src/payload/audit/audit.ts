import type { Payload } from 'payload'
import { faultInChain, fold, pieceKey, type Dossier, type WorkflowEvent } from '../../workflow/index.ts'
import { newsroom, type WorkflowCollection } from '../plugin/context.ts'
import { eventsOf, findDossiers, splitPiece, type DossierRow } from '../plugin/dossierStore.ts'
import { EVENTS } from '../plugin/machineCollections.ts'
import { mainRevision, newestRevision } from '../plugin/revision.ts'

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
  const offences: Offence[] = []
  const rows = await findDossiers({ payload }, {})
  const known = new Set(rows.map((row) => row.state.piece))
  let events = 0
  let live = 0
  for (const row of rows) {
    const chain = await eventsOf({ payload }, pieceKey(row.collection, row.pieceId))
    events += chain.length
    if (row.state.live) live++
    const faults = [...faultsInChain(row, chain), ...(await faultsInContent(payload, row))]
    offences.push(...faults.map((fault) => ({ piece: pieceKey(row.collection, row.pieceId), title: row.title, fault })))
  }
  for (const collection of newsroom(payload).collections.values()) {
    offences.push(...(await publicWithoutDossier(payload, collection, known)))
  }
  offences.push(...(await chainsWithoutDossier(payload, known)))
  return { pieces: rows.length, events, public: live, offences }
}

function faultsInChain(row: DossierRow, chain: readonly WorkflowEvent[]): readonly string[] {
  const broken = faultInChain(chain)
  if (broken) return [`the event chain does not hold: ${broken}`]
  if (chain.length === 0) return ['there are no events']
  const differing = differences(fold(chain), row.state)
  return differing.length === 0 ? [] : [`the dossier does not follow from its events: ${differing.join(', ')}`]
}

function differences(expected: Dossier, actual: Dossier): readonly string[] {
  const names = Object.keys(expected) as (keyof Dossier)[]
  return names.filter((name) => stable(expected[name]) !== stable(actual[name]))
}

/** JSON with sorted keys: databases give objects back in an order of their own. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

async function faultsInContent(payload: Payload, row: DossierRow): Promise<readonly string[]> {
  const collection = newsroom(payload).collections.get(row.collection)
  if (!collection) return ['its collection is not under the workflow any more']
  const main = await mainRevision({ payload }, collection, row.pieceId)
  const newest = await newestRevision({ payload }, collection, row.pieceId)
  if (!main || !newest) return ['the piece itself is missing']
  const faults: string[] = []
  const { live } = row.state
  const isPublic = main.doc._status === 'published'
  if (live && !isPublic) faults.push('its dossier says that it is public, and it is not')
  if (!live && isPublic) faults.push('it is public, and its dossier does not know of it')
  if (live && isPublic && main.digest !== live.digest) {
    faults.push(`what is public (${main.digest}) is not what was signed off (${live.digest})`)
  }
  if (newest.digest !== row.digest) faults.push('its newest revision was changed past the workflow')
  return faults
}

async function publicWithoutDossier(
  payload: Payload,
  collection: WorkflowCollection,
  known: ReadonlySet<string>,
): Promise<readonly Offence[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: collection.slug,
    where: { _status: { equals: 'published' } },
    pagination: false,
    limit: 0,
  })
  return docs
    .map((doc) => pieceKey(collection.slug, doc.id))
    .filter((piece) => !known.has(piece))
    .map((piece) => ({ piece, title: null, fault: 'it is public, and has no dossier' }))
}

/** Chains of pieces that were deleted: they may have gone only if readers never had them at the end. */
async function chainsWithoutDossier(payload: Payload, known: ReadonlySet<string>): Promise<readonly Offence[]> {
  const { docs } = await payload.db.find<{ id: string; piece: string }>({
    collection: EVENTS,
    where: { seq: { equals: 1 } },
    pagination: false,
    limit: 0,
  })
  const offences: Offence[] = []
  for (const piece of docs.map((doc) => doc.piece).filter((each) => !known.has(each))) {
    const chain = await eventsOf({ payload }, piece)
    const broken = faultInChain(chain)
    const fault = broken ?? (fold(chain).live ? 'it was public, and its dossier is gone' : null)
    if (fault) offences.push({ piece, title: splitPiece(piece)[1], fault })
  }
  return offences
}
