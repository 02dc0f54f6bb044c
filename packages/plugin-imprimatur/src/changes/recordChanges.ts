import type { PayloadRequest } from 'payload'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type PublicChange, type WorkflowCollection } from '../runtime/index.ts'
import { readDossier, readMainRevision, splitPiece, type DossierRow } from '../store/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { findRows, type ChangeRow } from './rows.ts'

/** What the proof at the commit has read of a piece, so that it is not read again. */
export type Proved = {
  readonly dossier: DossierRow | null
  /** Whether readers never had it before this transaction: then nothing is written down of it. */
  readonly isNewToReaders: boolean
  /** The document that readers had before this transaction, of a piece that it publishes anew. */
  readonly had: Readonly<Record<string, unknown>> | undefined
}

/**
 * Writes down what became of `pieces` (`collection:id`) for readers, in the transaction that changed them: what an anonymous reader would get at
 * its end is compared with what is written down already. So it does not matter who changed it, or by what.
 *
 * @param proved what was read of them at the end of this same transaction, as far as it was
 * @returns what is different for readers
 */
export async function recordChanges(
  req: InPayload,
  pieces: Iterable<string>,
  proved: ReadonlyMap<string, Proved> = new Map(),
): Promise<readonly PublicChange[]> {
  const changes: PublicChange[] = []
  for (const piece of pieces) {
    const [slug, id] = splitPiece(piece)
    const collection = runtimeOf(req.payload).collections.get(slug)
    const change = collection && (await recordOne(req, collection, piece, id, proved.get(piece)))
    if (change) changes.push(change)
  }
  return changes
}

/** The same, and whoever wants to know in this transaction is told. */
export async function recordAndTell(
  req: InPayload,
  pieces: Iterable<string>,
  proved?: ReadonlyMap<string, Proved>,
): Promise<readonly PublicChange[]> {
  const changes = await recordChanges(req, pieces, proved)
  if (changes.length > 0) await runtimeOf(req.payload).onPublicChange(req, changes)
  return changes
}

async function recordOne(
  req: InPayload,
  collection: WorkflowCollection,
  piece: string,
  id: string,
  proved: Proved | undefined,
): Promise<PublicChange | null> {
  const { slug: of } = collection
  const at = runtimeOf(req.payload).now().toISOString()
  const known = proved?.isNewToReaders ? [] : await findRows(req, { piece: { equals: piece } })
  const upsert = known.find(({ op }) => op === 'upsert')
  const seen = await publicState(req, collection, id)
  const dossier = seen || upsert ? (proved ? proved.dossier : await readDossier(req, of, id)) : null
  let noted = Math.max(microseconds(), ...known.map((row) => row.noted + 1))
  const write = async (row: Partial<ChangeRow>, before: ChangeRow | undefined): Promise<void> => {
    const data = { ...row, at, noted: noted++, seq: 0 }
    const into = { collection: runtimeOf(req.payload).slugs.changes, data, req, returning: false } as const
    if (before) await req.payload.db.updateOne({ ...into, id: before.id })
    else await req.payload.db.create(into).catch(asLostRace)
  }
  const state = dossier?.state
  if (!seen) {
    if (!upsert) return null
    const reason = state?.retraction ? 'retracted' : state?.live ? 'expired' : 'withdrawn'
    await write({ op: 'remove', reason, expiresAt: null }, upsert)
    return { kind: reason, collection: of, id, slug: upsert.slug ?? null, digest: upsert.digest, at }
  }
  const { slug, expiresAt } = seen
  const digest = state?.live?.digest ?? (await readMainRevision(req, collection, id))?.digest ?? ''
  const address = `${piece}/${slug ?? ''}`
  if (upsert?.address === address && upsert.digest === digest && instant(upsert.expiresAt) === expiresAt) return null
  const hasMoved = upsert !== undefined && upsert.address !== address
  if (hasMoved) await write({ op: 'remove', reason: 'moved', expiresAt: null }, upsert)
  const row = { op: 'upsert', reason: 'published', digest, slug, expiresAt } as const
  const whole = { ...row, address, piece, collection: of, pieceId: id }
  await write(
    whole,
    known.find((each) => each.address === address),
  )
  const kind = hasMoved ? 'moved' : upsert ? 'updated' : 'published'
  const had = upsert && proved?.had ? { before: proved.had } : {}
  return { kind, collection: of, id, slug, ...(hasMoved ? { from: upsert.slug ?? null } : {}), ...had, digest, at }
}

type Seen = { readonly slug: string | null; readonly expiresAt: string | null }

/** What an anonymous reader gets of the piece in this transaction; null when that is nothing. */
async function publicState(req: InPayload, collection: WorkflowCollection, id: string): Promise<Seen | null> {
  const { slugField, options } = collection
  const names = ['id', slugField, options.expires].filter((name) => typeof name === 'string')
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { id: { equals: idFor(req.payload, collection.slug, id) } },
    select: Object.fromEntries(names.map((name) => [name, true])),
    depth: 0,
    limit: 1,
    pagination: false,
    draft: false,
    disableErrors: true,
    overrideAccess: false,
    user: null,
    req: stranger(req),
  })
  const doc = docs[0] as Readonly<Record<string, unknown>> | undefined
  if (!doc) return null
  const slug = slugField === null ? null : doc[slugField]
  const expires = options.expires === undefined ? null : doc[options.expires]
  return { slug: typeof slug === 'string' ? slug : null, expiresAt: instant(expires) }
}

/** An anonymous request in the transaction of `req`. */
export function stranger({ transactionID }: InPayload): Partial<PayloadRequest> {
  return transactionID === undefined ? {} : { transactionID }
}

function instant(value: unknown): string | null {
  return value === undefined || value === null ? null : new Date(value as string).toISOString()
}

/** Of a real clock, also where the newsroom's stands still, and never twice the same in this process. */
let last = 0
function microseconds(): number {
  last = Math.max(last + 1, Math.floor((performance.timeOrigin + performance.now()) * 1000))
  return last
}

/** Two wrote down the same address at once; adapters make a `ValidationError` of a broken unique index. */
function asLostRace(error: unknown): never {
  throw error instanceof Error && error.name === 'ValidationError' ? coded('conflict') : error
}
