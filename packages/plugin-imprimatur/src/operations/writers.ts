import type { PayloadRequest, Where } from 'payload'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { requireStaff } from '../store/index.ts'
import { wholePiece } from './transitionsOf.ts'

/** Payload's locks (3.90), which block nobody here: each says that somebody has unsaved changes in a document. */
const LOCKS = 'payload-locked-documents'

/** After so long without a report somebody counts as gone, in milliseconds: a crashed browser reports nothing. */
const UNHEARD_MS = 60_000

/** Somebody who has a text of a piece that is not saved. */
export type Writer = {
  /** Id of the user. */
  readonly id: string
  /** ISO 8601. */
  readonly since: string
}

type Lock = {
  readonly id: number | string
  readonly createdAt: string
  readonly updatedAt: string
  readonly user: { value: number | string }
}

/** Who else writes in a piece now. It warns and blocks nobody: the base of a save protects a text. */
export async function otherWriters(req: PayloadRequest, slug: string, id: string): Promise<readonly Writer[]> {
  const asker = requireStaff(req)
  await wholePiece(req, slug, id)
  const heard = new Date(runtimeOf(req.payload).now().getTime() - UNHEARD_MS).toISOString()
  const locks = await locksOf(req, slug, id, { updatedAt: { greater_than: heard } })
  const others = locks.filter(({ user }) => String(user.value) !== asker.id)
  return others.map(({ createdAt, user }) => ({ id: String(user.value), since: createdAt }))
}

/** Notes that the asker writes in a piece, or has stopped. */
export async function noteWriter(req: PayloadRequest, slug: string, id: string, writing: unknown): Promise<void> {
  const asker = requireStaff(req)
  if (typeof writing !== 'boolean') throw coded('invalid_value', { field: 'writing', message: 'It is true or false.' })
  await wholePiece(req, slug, id)
  const { db } = req.payload
  const { users } = runtimeOf(req.payload)
  const own = idFor(req.payload, users, asker.id)
  const isMine: Where = { 'user.value': { equals: own } }
  if (!writing) {
    await db.deleteMany({ collection: LOCKS, where: { and: [...ofPiece(req, slug, id), isMine] }, req })
    return
  }
  const updatedAt = runtimeOf(req.payload).now().toISOString()
  const [known] = await locksOf(req, slug, id, isMine)
  const user = { relationTo: users, value: own }
  if (known) await db.updateOne({ collection: LOCKS, id: known.id, data: { updatedAt }, returning: false, req })
  else {
    const document = { relationTo: slug, value: idFor(req.payload, slug, id) }
    await db.create({
      collection: LOCKS,
      data: { document, user, createdAt: updatedAt, updatedAt },
      returning: false,
      req,
    })
  }
}

async function locksOf(req: PayloadRequest, slug: string, id: string, more: Where): Promise<readonly Lock[]> {
  const { docs } = await req.payload.find({
    collection: LOCKS,
    where: { and: [...ofPiece(req, slug, id), more] },
    depth: 0,
    overrideAccess: true,
    pagination: false,
    sort: 'createdAt',
    req,
  })
  return docs as unknown as readonly Lock[]
}

function ofPiece({ payload }: PayloadRequest, slug: string, id: string): Where[] {
  return [{ 'document.relationTo': { equals: slug } }, { 'document.value': { equals: idFor(payload, slug, id) } }]
}
