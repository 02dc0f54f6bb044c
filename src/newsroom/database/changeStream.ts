import type { Payload } from 'payload'
import type { DatabaseChange } from 'payload-plugin-imprimatur/server'
import { NOT_TOLD, PACE, type Follower, type Following } from './following.ts'

type Document = Readonly<Record<string, unknown>>

/** A UUID that the driver makes, in BSON. */
type SessionId = { readonly id: { readonly toString: (form: 'hex') => string } }

/** https://www.mongodb.com/docs/manual/reference/change-events/ */
type Event = {
  /** Of the transaction, if it was in one. */
  readonly lsid?: SessionId
  readonly operationType: string
  readonly ns?: { readonly coll?: string }
  readonly documentKey?: { readonly _id: unknown }
  readonly fullDocument?: Document | null
}

/** As much of MongoDB's driver (6.20) as this file stands on. */
type Stream = {
  readonly cursor: { readonly bufferedCount: () => number }
  readonly tryNext: () => Promise<Event | null>
  readonly close: () => Promise<void>
}
type Watchable = { readonly watch: (pipeline: readonly object[], options: object) => Stream }

/** As much of Payload's adapter (`@payloadcms/db-mongodb` 3.90). */
type Adapter = {
  readonly sessions: Readonly<Record<string, { readonly id?: SessionId } | undefined>>
  readonly connection: { readonly db?: Watchable }
  readonly collections: Readonly<Record<string, { readonly collection: { readonly name: string } }>>
  readonly globals: { readonly collection: { readonly name: string } }
}

/**
 * Follows a stream of what is committed. What this process committed comes along, and is known by its session. When the stream breaks, everything may
 * have changed until there is a new one.
 */
export async function byChangeStream(payload: Payload, follower: Follower): Promise<Following> {
  const adapter = payload.db as unknown as Adapter
  const slugs = new Map(follower.collections.map((slug) => [adapter.collections[slug]?.collection.name, slug]))
  const globals = adapter.globals.collection.name
  const told = { $in: [...slugs.keys(), globals] }
  // What is about a whole collection or database has no key of a document.
  const pipeline = [{ $match: { $or: [{ 'ns.coll': told }, { documentKey: { $exists: false } }] } }]

  const isOwn = ownSessions(payload)
  let stream = await open(adapter, pipeline)
  let lastAsked = performance.now()
  let goodUntil = lastAsked + PACE.good
  const state = { stopped: false, failed: false }
  const isStopped = () => state.stopped

  const follow = async (): Promise<void> => {
    // Only what the server was asked for, and not what had come already, says that nothing is missing.
    const isAsked = stream.cursor.bufferedCount() === 0
    const asked = performance.now()
    const event = await stream.tryNext()
    if (event && !isOwn(event)) tell(event)
    if (isAsked) lastAsked = asked
    if (stream.cursor.bufferedCount() > 0) return
    goodUntil = lastAsked + PACE.good
    state.failed = false
  }

  const tell = (event: Event): void => {
    const change = changeOf(event, slugs, globals)
    if (change === undefined) follower.lost()
    else if (change !== null) follower.changed([change])
  }

  const running = (async () => {
    while (!isStopped()) {
      try {
        await follow()
      } catch (err) {
        if (isStopped()) return
        if (!state.failed) payload.logger.warn({ err, msg: NOT_TOLD })
        state.failed = true
        await stream.close().catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, PACE.ask).unref())
        const opened = await open(adapter, pipeline).catch(() => undefined)
        if (opened) {
          stream = opened
          follower.lost()
        }
      }
    }
  })()
  return {
    isInStep: () => performance.now() <= goodUntil,
    stop: async () => {
      state.stopped = true
      await stream.close()
      await running
    },
  }
}

/** Tells what was written in a transaction of this process. */
function ownSessions({ db }: Payload): (event: Event) => boolean {
  const own = new Set<string>()
  const begin = db.beginTransaction.bind(db)
  db.beginTransaction = async (options) => {
    const id = await begin(options)
    const session = (db as unknown as Adapter).sessions[String(id)]?.id
    // The driver uses them again, so that they are some dozens.
    if (session) own.add(session.id.toString('hex'))
    return id
  }
  return ({ lsid }) => lsid !== undefined && own.has(lsid.id.toString('hex'))
}

/** Opens a stream, which begins at this moment: the driver asks the server when it is first read. Whoever opens it knows of nothing before. */
async function open({ connection }: Adapter, pipeline: readonly object[]): Promise<Stream> {
  if (!connection.db) throw new Error('The database is not open.')
  const stream = connection.db.watch(pipeline, { fullDocument: 'updateLookup', maxAwaitTimeMS: PACE.ask })
  await stream.tryNext()
  return stream
}

/** Null for what no reader sees; undefined when it may be anything. */
function changeOf(
  { documentKey, fullDocument, ns, operationType }: Event,
  slugs: ReadonlyMap<string | undefined, string>,
  globals: string,
): DatabaseChange | null | undefined {
  if (documentKey === undefined || ns?.coll === undefined) return operationType === 'create' ? null : undefined
  if (ns.coll === globals) {
    const slug = fullDocument?.globalType
    return typeof slug === 'string' ? { kind: 'global', of: slug, unseen: false } : undefined
  }
  const of = slugs.get(ns.coll)
  if (of === undefined) return null
  const unseen = operationType === 'insert' && fullDocument?._status === 'draft'
  return { kind: 'documents', of, docs: [{ ...fullDocument, id: documentKey._id }], unseen }
}
