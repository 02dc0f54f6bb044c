import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { runtimeOf } from 'payload-plugin-imprimatur'
import { SHOWN, watchDatabase, type DatabaseChange } from 'payload-plugin-imprimatur/server'
import { ERRORS } from 'payload-plugin-imprimatur/workflow'
import { AnswerCache, deliver, gathered, tagsOfChange, type Terms } from '../delivery/index.ts'
import { followOthers, type Follower } from '../newsroom/database/index.ts'

type Listener = (req: IncomingMessage, res: ServerResponse) => void

export type Delivery = {
  /** The listener for the server, before everything else. */
  readonly inFrontOf: (app: (req: IncomingMessage, res: ServerResponse) => unknown) => Listener
  /** Forgets every answer. */
  readonly empty: () => void
  readonly stop: () => Promise<void>
}

/** When documents of a collection go by time alone: the field of `publicRead` in the config. */
const EXPIRES: Readonly<Record<string, string>> = { 'news-teasers': 'expiresAt' }

const NOT_KEPT =
  'Answers to readers are not kept in memory: this database does not tell what other servers change. CACHE_MB=0 says that this is meant.'

/** Pages of the reference site. */
const PAGES = /^\/(?:(?:articles|authors)\/[^/]+)?$/

/**
 * Anonymous reads of this newsroom from memory. Everything that is read to answer them, and everything that is committed, goes through the database
 * adapter: so what an answer hangs on is known without anybody having to say it.
 *
 * @param bytes of memory, at most; 0 makes each answer anew. So does a database that tells nothing of other servers.
 */
export async function openDelivery(
  payload: Payload,
  { bytes, now = () => new Date() }: { readonly bytes: number; readonly now?: () => Date },
): Promise<Delivery> {
  const terms = termsOf(payload)
  const collections = Object.keys(terms.readers)
  const made: { cache?: AnswerCache } = {}
  const committing = (changes: readonly DatabaseChange[]) =>
    made.cache?.committing(changes.flatMap((change) => tagsOfChange(change, terms))) ?? (() => undefined)
  const follower: Follower = {
    collections,
    changed: (changes) => {
      committing(changes)()
    },
    lost: () => made.cache?.empty(),
  }
  const following = bytes > 0 ? await followOthers(payload, follower) : undefined
  if (bytes > 0 && !following) payload.logger.warn(NOT_KEPT)
  const cache = (made.cache = new AnswerCache({
    bytes: following ? bytes : 0,
    now: () => now().getTime(),
    nextChange: Object.fromEntries(
      Object.entries(EXPIRES).map(([collection, field]) => [
        collection,
        (after: number) => nextTime(payload, collection, field, after),
      ]),
    ),
    isPublic: (collection) => collections.includes(collection),
    ...(following ? { isInStep: following.isInStep } : {}),
  }))
  watchDatabase(payload, {
    reading: () => {
      const dependencies = gathered()
      if (!dependencies) return undefined
      return (read) => {
        dependencies.note(read, terms)
      }
    },
    committing,
  })
  const api = publicApi(payload, collections)
  const { message } = ERRORS.precondition_failed
  return {
    inFrontOf: (app) =>
      deliver({
        cache,
        app,
        isPublic: (path) => PAGES.test(path) || api.test(path),
        sessionCookie: `${payload.config.cookiePrefix}-token`,
        preconditionFailed: JSON.stringify({ errors: [{ code: 'precondition_failed', message }] }),
        report: (err) => {
          payload.logger.error({ err, msg: 'An answer for everybody could not be made.' })
        },
      }),
    empty: () => {
      cache.empty()
    },
    stop: async () => {
      await following?.stop()
      cache.empty()
    },
  }
}

/** How readers read the collections that they know: of pieces they see what is published, of files what a public piece shows. */
function termsOf(payload: Payload): Terms {
  const { collections, media, queryable } = runtimeOf(payload)
  const bySlug = [...collections.values()].flatMap(({ slug, slugField }) =>
    slugField === null ? [] : [[slug, slugField]],
  )
  const markOf = (slug: string) => {
    if (collections.has(slug)) return { field: '_status', is: 'published', orNone: true }
    return media.includes(slug) ? { field: SHOWN, is: true, orNone: false } : null
  }
  return {
    keyFields: Object.fromEntries(bySlug) as Terms['keyFields'],
    readers: Object.fromEntries([...queryable.keys()].map((slug) => [slug, markOf(slug)])),
  }
}

/** Lists, counts, documents by id and by slug, proofs and globals; no files. */
function publicApi({ config }: Payload, collections: readonly string[]): RegExp {
  const globals = config.globals.map(({ slug }) => slug)
  const documents = `(?:${collections.join('|')})(?:/(?:by-slug/[^/]+|[^/]+(?:/imprimatur)?))?`
  return new RegExp(`^${config.routes.api}/(?:${documents}|globals/(?:${globals.join('|')}))/?$`)
}

/** When the next document of the collection goes after a moment, in milliseconds. */
async function nextTime(
  payload: Payload,
  collection: string,
  field: string,
  after: number,
): Promise<number | undefined> {
  const { docs } = await payload.db.find<Readonly<Record<string, unknown>>>({
    collection,
    where: { [field]: { greater_than: new Date(after).toISOString() } },
    sort: field,
    limit: 1,
    pagination: false,
    select: { [field]: true },
  })
  const time = docs[0]?.[field]
  return time === undefined || time === null ? undefined : new Date(time as string).getTime()
}
