import type { DatabaseAdapter, Payload } from 'payload'
import { pieceKey } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { isNumbered } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { splitPiece } from '../store/index.ts'

type Create = Parameters<DatabaseAdapter['create']>[0]
type Made = { readonly id: number | string }

/** How many ids are looked at in one query. */
const STEP = 100

/**
 * Makes a piece with an id that no piece had before it: a deleted piece keeps its log and its old addresses, and they are not the new one's.
 * SQLite numbers a row after the highest that is there, unless the table was made with AUTOINCREMENT; other ids come again when a caller chooses them.
 *
 * @throws CodedError `invalid_value` for an id that a caller chose and that a deleted piece had.
 */
export async function createUnderUnusedId(payload: Payload, args: Create, create: (args: Create) => Promise<Made>) {
  const { collection, req } = args
  const made = await create(args)
  if (!mayComeAgain(payload, collection) || !(await hasLog(payload, args, [made.id])).has(String(made.id))) return made
  if (isChosen(payload, args))
    throw coded('invalid_value', {
      field: 'id',
      message: 'A document that was deleted had this id, and its history is kept. Choose another id.',
    })
  await payload.db.deleteOne({ collection, where: { id: { equals: made.id } }, ...(req ? { req } : {}) })
  return create({ ...args, customID: await firstUnused(payload, args, Number(made.id)) })
}

function mayComeAgain({ collections, db }: Payload, collection: string): boolean {
  const mayBeChosen = collections[collection]?.customIDType !== undefined || db.allowIDOnCreate === true
  return mayBeChosen || (db.name === 'sqlite' && db.defaultIDType === 'number')
}

function isChosen(payload: Payload, { collection, data }: Create): boolean {
  if (payload.collections[collection]?.customIDType !== undefined) return true
  return (payload.db.allowIDOnCreate === true && Boolean(data.id)) || !isNumbered(payload, collection)
}

async function firstUnused(payload: Payload, args: Create, from: number): Promise<number> {
  for (let first = from + 1; ; first += STEP) {
    const ids = Array.from({ length: STEP }, (_, at) => first + at)
    const used = await hasLog(payload, args, ids)
    const unused = ids.find((id) => !used.has(String(id)))
    if (unused !== undefined) return unused
  }
}

/** Which of the ids a piece has or had: its first event stays when all else of it is deleted. */
async function hasLog(
  payload: Payload,
  { collection, req }: Create,
  ids: readonly (number | string)[],
): Promise<ReadonlySet<string>> {
  const pieces = ids.map((id) => pieceKey(collection, String(id)))
  const { docs } = await payload.db.find<{ id: string; piece: unknown }>({
    collection: runtimeOf(payload).slugs.events,
    where: { and: [{ piece: { in: pieces } }, { seq: { equals: 1 } }] },
    select: { piece: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return new Set(docs.map(({ piece }) => splitPiece(String(piece))[1]))
}
