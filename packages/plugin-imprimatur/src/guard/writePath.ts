import type { DatabaseAdapter, Payload, PayloadRequest, SelectType, Where } from 'payload'
import { pieceKey } from '../domain/workflow/index.ts'
import { isTransient, coded } from '../errors/index.ts'
import type { Layer, WriteName } from '../hardening/adapter/index.ts'
import { hasPlugin, runtimeOf } from '../runtime/index.ts'
import { type InPayload, grantFor, newestVersion, recall, scopeOf, transactionOf } from '../transaction/index.ts'
import { besideAutosave } from './keepAutosave.ts'
import { mayBeNamed, refuseNamed, refuseOnRecord } from './keepNamed.ts'
import { SHOWN, SHOWN_BY } from '../collections/index.ts'
import { isPublicRow, pagesOf, parentsOf, pieceOfDossier } from '../store/index.ts'
import { mayBeReferredTo, referrerOf } from './keepReferred.ts'
import { createUnderUnusedId } from './unusedId.ts'

type Request = Partial<PayloadRequest> | undefined

type Write = {
  readonly data?: Readonly<Record<string, unknown>>
  readonly where?: Where
  /** The one row that it is about, where it names that by its id. */
  readonly id?: number | string | undefined
  readonly req?: Request
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** A method of the adapter that writes, as this file calls it; `null` for one that writes nothing that is judged here. */
type Guards = {
  readonly [Name in WriteName]:
    ((args: Parameters<DatabaseAdapter[Name]>[0], next: AnyWrite) => Promise<unknown>) | null
}

type AnyWrite = (args: { readonly req?: Request }) => Promise<unknown>

/**
 * The last line of defence, a layer in the database adapter itself, where every route of Payload ends.
 *
 * At once: the main row of a piece is born as a draft and changes only under a transition's grant, redirects of slugs
 * likewise; events are never changed or deleted; the row of a piece that readers can see is not deleted; nothing is
 * written outside a transaction. What the rules of the workflow name is not deleted ({@link refuseNamed}), nor who is on record ({@link refuseOnRecord}).
 *
 * At the commit: each piece that the transaction touched, in its row, its versions, its dossier, its events or the media
 * documents that readers see in it, is read back and proved ("proveAtCommit.ts").
 */
export function guardWritePath(payload: Payload): Layer {
  // Asked each time: the config of a running Payload is another one after an edit.
  const guarded = { has: (slug: string) => runtimeOf(payload).collections.has(slug) }
  const isMedia = (slug: string) => runtimeOf(payload).media.includes(slug)
  const isStaff = (slug: string) => runtimeOf(payload).users === slug
  const slugs = () => runtimeOf(payload).slugs
  const refuseInBulk = (collection: string): void => {
    const { dossiers, events, movedSlugs } = slugs()
    if (guarded.has(collection) || [dossiers, events, movedSlugs].includes(collection)) throw coded('use_transitions')
  }
  /** Whether a write to the redirects is about pieces; documents without the workflow move with their own writes. */
  const isOfPieces = async (write: Write): Promise<boolean> => {
    const { data } = write
    if (data && !(typeof data.collection === 'string' && !guarded.has(data.collection))) return true
    for await (const rows of rowsOf(payload, slugs().movedSlugs, write, { collection: true }))
      if (rows.some((row) => guarded.has(String(row.collection)))) return true
    return false
  }
  /** Judges writes to the other collections that the promise hangs on, and notes the pieces that they are about. */
  const judgeBeside = async (collection: string, write: Write): Promise<void> => {
    const { data, req } = write
    if (collection === slugs().movedSlugs && (await isOfPieces(write))) await requireGrant(req)
    if (collection === slugs().dossiers || collection === slugs().events) {
      await touch(req, data ? [String(data.piece)] : [])
      const known = write.id === undefined ? undefined : await pieceOfDossier(asking(payload, req), write.id)
      if (known !== undefined && collection === slugs().dossiers) return touch(req, [known])
      for await (const rows of rowsOf(payload, collection, write, { piece: true }))
        await touch(
          req,
          rows.map((row) => String(row.piece)),
        )
    }
    if (isMedia(collection))
      await judgeMedia(rowsOf(payload, collection, write, { [SHOWN]: true, [SHOWN_BY]: true }), data, req)
  }

  const touchParents = async (collection: string, where: Where, req: Request): Promise<void> => {
    await touch(req, [])
    for await (const parents of parentsOf(asking(payload, req), { collection, where }))
      await touch(
        req,
        parents.map((id) => pieceKey(collection, id)),
      )
  }

  const guards: Guards = {
    create: async (args, next) => {
      const { collection, data, req } = args
      await judgeBeside(collection, { data, req })
      if (!guarded.has(collection)) return next(args)
      if (data._status !== 'draft') throw coded('use_transitions')
      await scopeOf(req)
      const made = await createUnderUnusedId(payload, args, (each) => next(each) as Promise<Row>)
      await touch(req, [pieceKey(collection, String(made.id))])
      return made
    },
    updateOne: async (args, next) => {
      const { collection, data, req } = args
      if (collection === slugs().events) throw coded('use_transitions')
      const where: Where = args.where ?? { id: { equals: args.id } }
      const id = args.where ? undefined : args.id
      await judgeBeside(collection, { data, where, id, req })
      if (id !== undefined && guarded.has(collection) && (await grantFor(req, pieceKey(collection, String(id))))) {
        const piece = pieceKey(collection, String(id))
        await touch(req, [piece])
        await judge(payload, args, { id })
        ;(await scopeOf(req)).forReaders.add(piece)
      } else if (guarded.has(collection)) {
        for await (const rows of rowsOf(payload, collection, { where, req }, { deletedAt: true })) {
          for (const row of rows) {
            await touch(req, [pieceKey(collection, String(row.id))])
            await judge(payload, args, row)
          }
        }
      }
      return next(args)
    },
    updateMany: async (args, next) => {
      refuseInBulk(args.collection)
      await judgeBeside(args.collection, args)
      return next(args)
    },
    upsert: async (args, next) => {
      refuseInBulk(args.collection)
      await judgeBeside(args.collection, args)
      return next(args)
    },
    deleteOne: async (args, next) => {
      await allowDeletion(args)
      return next(args)
    },
    deleteMany: async (args, next) => {
      await allowDeletion(args)
      return next(args)
    },
    createVersion: async (args, next) => {
      if (!guarded.has(args.collectionSlug)) return next(args)
      await touch(args.req, [pieceKey(args.collectionSlug, String(args.parent))])
      const updatedAt = await afterLatest(payload, args)
      return next({ ...args, updatedAt } as typeof args)
    },
    updateVersion: async (args, next) => {
      if (guarded.has(args.collection)) {
        const where: Where = args.where ?? { id: { equals: args.id } }
        const { parent } = args.versionData
        const moved = parent === undefined ? [] : [pieceKey(args.collection, String(parent))]
        await touch(args.req, moved)
        await touchParents(args.collection, where, args.req)
        const beside = await besideAutosave(payload, args)
        if (beside) return payload.db.createVersion(beside)
      }
      return next(args)
    },
    deleteVersions: async (args, next) => {
      const { collection, where, req } = args
      if (collection && guarded.has(collection)) {
        await touchParents(collection, where, req)
      }
      return next(args)
    },
    createGlobal: null,
    updateGlobal: null,
    createGlobalVersion: null,
    updateGlobalVersion: null,
    // Payload's jobs are in a collection of their own.
    updateJobs: null,
  }

  const allowDeletion = async (args: Write & { collection: string; where: Where }): Promise<void> => {
    const { collection, where, req } = args
    if (collection === slugs().events) throw coded('use_transitions')
    await judgeBeside(collection, { where, req })
    if (guarded.has(collection)) await touch(req, [])
    else if (!isStaff(collection) && !mayBeNamed(payload, collection) && !mayBeReferredTo(payload, collection)) return
    const columns: SelectType = guarded.has(collection) ? { _status: true } : { id: true }
    for await (const rows of rowsOf(payload, collection, { where, req }, columns)) {
      const ids = rows.map((row) => String(row.id))
      await refuseNamed(asking(payload, req), collection, ids)
      if (isStaff(collection) && ids.length > 0) await refuseOnRecord(asking(payload, req), ids)
      if (!guarded.has(collection)) {
        // A collection that came after the plugin has no hook that asks this before.
        if (mayBeReferredTo(payload, collection) && (await referrerOf(asking(payload, req), collection, ids)))
          throw coded('in_use', { message: 'A piece still refers to this.' })
        continue
      }
      if (rows.some(isPublicRow)) throw coded('use_transitions')
      const pieces = ids.map((id) => pieceKey(collection, id))
      await touch(req, pieces)
      await refuseIfPublic(payload, pieces, req)
    }
  }

  return (method, kind, next) => {
    const guard = kind === 'writes' ? (guards[method as WriteName] as AnyGuard | null) : null
    if (!guard) return next
    const guarding = notingLostRaces((args) => guard(args, next))
    // Without the plugin there is nothing to guard: somebody took it out while `next dev` ran.
    return (args) => (hasPlugin(payload) ? guarding(args) : next(args))
  }
}

type AnyGuard = (args: { readonly req?: Request }, next: AnyWrite) => Promise<unknown>

/** `write`, with a race that it lost remembered: of what fails in bulk Payload 3.90 keeps the message alone. */
function notingLostRaces(write: AnyWrite): AnyWrite {
  return async (args) => {
    try {
      return await write(args)
    } catch (error) {
      if (isTransient(error) && (await transactionOf(args.req)) !== undefined) (await scopeOf(args.req)).lostRace = true
      throw error
    }
  }
}

/**
 * Notes that this transaction writes to `pieces`.
 *
 * @throws CodedError `use_transitions` outside a transaction: nothing could be proved there.
 */
async function touch(req: Request, pieces: readonly string[]): Promise<void> {
  const { touched } = await scopeOf(req)
  for (const piece of pieces) touched.add(piece)
}

/** Accepts what a grant is for, and beside it only the way of an unseen piece into the trash and out of it. */
async function judge(payload: Payload, args: Parameters<DatabaseAdapter['updateOne']>[0], stored: Row): Promise<void> {
  const piece = pieceKey(args.collection, String(stored.id))
  const status: unknown = args.data._status
  const grant = await grantFor(args.req, piece)
  if (grant) {
    const onlyStatus = Object.keys(args.data).every((name) => name === '_status')
    const due = grant.makes === 'public' ? status === 'published' : status === 'draft' && onlyStatus
    if (!due) throw coded('use_transitions')
    return
  }
  if (status !== 'draft' || !('deletedAt' in args.data)) throw coded('use_transitions')
  if (Boolean(stored.deletedAt) === Boolean(args.data.deletedAt)) throw coded('use_transitions')
  await refuseIfPublic(payload, [piece], args.req)
}

async function refuseIfPublic(payload: Payload, pieces: readonly string[], req: Request): Promise<void> {
  if (pieces.length === 0) return
  const { docs } = await payload.db.find({
    collection: runtimeOf(payload).slugs.dossiers,
    where: {
      and: [{ piece: { in: [...pieces] } }, { or: [{ live: { equals: true } }, { retracted: { equals: true } }] }],
    },
    limit: 1,
    ...(req ? { req } : {}),
  })
  if (docs.length > 0) {
    throw coded('use_transitions', { message: 'Readers can see this piece, or its retraction. Withdraw it first.' })
  }
}

/** The rows that a write is about, page by page, as they are before it; none for one that names no rows. */
async function* rowsOf(
  payload: Payload,
  collection: string,
  { where, req }: Write,
  select: SelectType,
): AsyncGenerator<readonly Row[]> {
  if (where) yield* pagesOf<Row>(asking(payload, req), { collection, by: 'id', select, where })
}

/** The request of a write, as reads in its transaction take it; a script need not name more of it than the transaction. */
function asking(payload: Payload, req: Request): InPayload {
  return req?.payload ? (req as InPayload) : { ...req, payload }
}

/** Whether readers may have a file follows from publications alone; the public pieces that show it have to stay true. */
async function judgeMedia(stored: AsyncIterable<readonly Row[]>, data: Write['data'], req: Request): Promise<void> {
  const shows = data && SHOWN in data ? Boolean(data[SHOWN]) : null
  const pieces = new Set<string>()
  let [changes, isNew] = [false, true]
  for await (const rows of stored) {
    isNew = false
    changes ||= shows !== null && rows.some((row) => Boolean(row[SHOWN]) !== shows)
    for (const row of rows)
      for (const piece of Array.isArray(row[SHOWN_BY]) ? row[SHOWN_BY] : []) pieces.add(String(piece))
  }
  if (isNew) changes = shows === true
  const onlyShown = data && Object.keys(data).every((name) => name === SHOWN || name === SHOWN_BY)
  if (changes || onlyShown) {
    await requireGrant(req)
    return
  }
  if (pieces.size > 0) await touch(req, [...pieces])
}

async function requireGrant(req: Request): Promise<void> {
  if ((await scopeOf(req)).grants.size === 0) throw coded('use_transitions')
}

/**
 * A time for a new version that is later than that of the version before. Payload 3.90 takes `latest` away from older
 * versions only, so two of the same millisecond would both keep it and the piece would be listed twice.
 */
async function afterLatest(payload: Payload, args: Parameters<DatabaseAdapter['createVersion']>[0]): Promise<string> {
  const { collectionSlug, parent } = args
  const req = asking(payload, args.req)
  const latest = async () => {
    const { docs } = await payload.db.findVersions({
      collection: collectionSlug,
      where: { and: [{ parent: { equals: parent } }, { latest: { equals: true } }] },
      sort: '-updatedAt',
      limit: 1,
      pagination: false,
      req,
    })
    return docs[0]
  }
  const before = (await recall<{ updatedAt: unknown }>(req, newestVersion(collectionSlug, parent))) ?? (await latest())
  const previous = Date.parse(String(before?.updatedAt))
  const wanted = Date.parse(args.updatedAt)
  return new Date(Number.isNaN(previous) ? wanted : Math.max(wanted, previous + 1)).toISOString()
}
