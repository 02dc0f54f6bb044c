import type { DatabaseAdapter, Payload, PayloadRequest, Where } from 'payload'
import { pieceKey } from '../../workflow/index.ts'
import { coded } from '../errors/CodedError.ts'
import { DOSSIERS, EVENTS } from './machineCollections.ts'
import { forgetScopesAtEnd, grantFor } from './transactionScope.ts'

type Writes = Pick<
  DatabaseAdapter,
  'create' | 'updateOne' | 'updateMany' | 'upsert' | 'deleteOne' | 'deleteMany' | 'createVersion'
>

/**
 * The last line of defence, in the database adapter itself, where every route of Payload ends: the main row of a piece
 * is born as a draft and changes only under a transition's grant; events are never changed or deleted; the row
 * of a piece that readers can see is not deleted. Draft saves write to the versions and pass.
 */
export function guardWritePath(payload: Payload, collections: readonly string[]): void {
  const database = payload.db
  const guarded = new Set(collections)
  const plain: Writes = {
    create: database.create.bind(database),
    updateOne: database.updateOne.bind(database),
    updateMany: database.updateMany.bind(database),
    upsert: database.upsert.bind(database),
    deleteOne: database.deleteOne.bind(database),
    deleteMany: database.deleteMany.bind(database),
    createVersion: database.createVersion.bind(database),
  }

  const idsOf = async (collection: string, where: Where, req?: Partial<PayloadRequest>): Promise<string[]> => {
    const { docs } = await database.find({ collection, where, pagination: false, limit: 0, ...(req ? { req } : {}) })
    return docs.map((doc) => String((doc as { id: unknown }).id))
  }

  const guards: Writes = {
    create: (args) => {
      if (guarded.has(args.collection) && args.data._status !== 'draft') throw coded('use_transitions')
      return plain.create(args)
    },
    updateOne: async (args) => {
      if (args.collection === EVENTS) throw coded('use_transitions')
      if (guarded.has(args.collection)) {
        const ids = args.id === undefined ? await idsOf(args.collection, args.where, args.req) : [String(args.id)]
        for (const id of ids) await judge(database, args, id)
      }
      return plain.updateOne(args)
    },
    updateMany: (args) => {
      if (guarded.has(args.collection) || args.collection === EVENTS) throw coded('use_transitions')
      return plain.updateMany(args)
    },
    upsert: (args) => {
      if (guarded.has(args.collection) || args.collection === EVENTS) throw coded('use_transitions')
      return plain.upsert(args)
    },
    deleteOne: async (args) => {
      if (args.collection === EVENTS) throw coded('use_transitions')
      if (guarded.has(args.collection)) {
        await refuseIfPublic(database, args.collection, await idsOf(args.collection, args.where, args.req), args.req)
      }
      return plain.deleteOne(args) as Promise<Record<string, unknown>>
    },
    deleteMany: async (args) => {
      if (args.collection === EVENTS) throw coded('use_transitions')
      if (guarded.has(args.collection)) {
        await refuseIfPublic(database, args.collection, await idsOf(args.collection, args.where, args.req), args.req)
      }
      return plain.deleteMany(args)
    },
    createVersion: async (args) =>
      plain.createVersion(
        guarded.has(args.collectionSlug) ? { ...args, updatedAt: await afterLatest(database, args) } : args,
      ),
  }
  Object.assign(database, guards)
  forgetScopesAtEnd(database)
}

/** Accepts what a grant is for, and beside it only the way of an unseen piece into the trash and out of it. */
async function judge(
  database: DatabaseAdapter,
  args: Parameters<DatabaseAdapter['updateOne']>[0],
  id: string,
): Promise<void> {
  const status: unknown = args.data._status
  const grant = await grantFor(args.req, pieceKey(args.collection, id))
  if (grant) {
    if (status !== (grant.makes === 'public' ? 'published' : 'draft')) throw coded('use_transitions')
    return
  }
  if (status !== 'draft' || !('deletedAt' in args.data)) throw coded('use_transitions')
  const stored = await database.findOne<{ id: string; deletedAt?: unknown }>({
    collection: args.collection,
    where: { id: { equals: id } },
    ...(args.req ? { req: args.req } : {}),
  })
  if (Boolean(stored?.deletedAt) === Boolean(args.data.deletedAt)) throw coded('use_transitions')
  await refuseIfPublic(database, args.collection, [id], args.req)
}

async function refuseIfPublic(
  database: DatabaseAdapter,
  collection: string,
  ids: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<void> {
  if (ids.length === 0) return
  const { docs } = await database.find({
    collection: DOSSIERS,
    where: {
      and: [
        { piece: { in: ids.map((id) => pieceKey(collection, id)) } },
        { or: [{ live: { equals: true } }, { retracted: { equals: true } }] },
      ],
    },
    limit: 1,
    ...(req ? { req } : {}),
  })
  if (docs.length > 0) {
    throw coded('use_transitions', { message: 'Readers can see this piece, or its retraction. Withdraw it first.' })
  }
}

/**
 * A time for a new version that is later than that of the version before. Payload 3.90 takes `latest` away from older
 * versions only, so two of the same millisecond would both keep it and the piece would be listed twice.
 */
async function afterLatest(
  database: DatabaseAdapter,
  args: Parameters<DatabaseAdapter['createVersion']>[0],
): Promise<string> {
  const { docs } = await database.findVersions({
    collection: args.collectionSlug,
    where: { and: [{ parent: { equals: args.parent } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    ...(args.req ? { req: args.req } : {}),
  })
  const previous = Date.parse(String(docs[0]?.updatedAt))
  const wanted = Date.parse(args.updatedAt)
  return new Date(Number.isNaN(previous) ? wanted : Math.max(wanted, previous + 1)).toISOString()
}
