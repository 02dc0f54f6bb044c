import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { runtimeOf } from 'payload-plugin-imprimatur'
import { SHOWN, watchDatabase, type DatabaseChange } from 'payload-plugin-imprimatur/server'
import { ERRORS } from 'payload-plugin-imprimatur/workflow'
import { AnswerCache, deliver, gathered, tagsOfChange, type OtherOrigins, type Terms } from '../delivery/index.ts'
import { followOthers, type Follower } from '../newsroom/database/index.ts'
import { namesDocument } from './graphqlGet.ts'

type Listener = (req: IncomingMessage, res: ServerResponse) => void

export type Delivery = {
  /** The listener for the server, before everything else. */
  readonly inFrontOf: (app: (req: IncomingMessage, res: ServerResponse) => unknown) => Listener
  /** Forgets every answer. */
  readonly empty: () => void
  readonly stop: () => Promise<void>
}

const NOT_KEPT =
  'Answers to readers are not kept in memory: this database does not tell what other servers change. CACHE_MB=0 says that this is meant.'

/** Feeds, sitemaps, robots.txt and the list of corrections. */
const FEEDS = /^\/(?:feeds\/.+|sitemaps\/[^/]+|sitemap\.xml|news-sitemap\.xml|robots\.txt|api\/corrections\/?)$/

/** Pages of the reference site. */
const PAGES = /^\/(?:articles|(?:articles|authors|sections|topics)\/[^/]+)?$/

/**
 * Anonymous reads of this newsroom from memory. Everything that is read to answer them, and everything that is committed, goes through the database
 * adapter: so what an answer hangs on is known without anybody having to say it.
 *
 * @param bytes of memory, at most; 0 makes each answer anew. So does a database that tells nothing of other servers.
 * @param otherOrigins whose pages may read answers by script; none when left out
 */
export async function openDelivery(
  payload: Payload,
  {
    bytes,
    otherOrigins = new Set(),
    now = () => new Date(),
  }: { readonly bytes: number; readonly otherOrigins?: OtherOrigins; readonly now?: () => Date },
): Promise<Delivery> {
  const terms = termsOf(payload)
  const collections = Object.keys(terms.readers)
  const made: { cache?: AnswerCache } = {}
  const committing = (changes: readonly DatabaseChange[]) => {
    const tags = changes.flatMap((change) => tagsOfChange(change, terms))
    // A commit that began before there is a cache may be over when there is one.
    return made.cache?.committing(tags) ?? (() => made.cache?.committing(tags)())
  }
  // Before others are followed: what this process writes is its own to know from then on.
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
  const follower: Follower = {
    collections,
    keyFields: terms.keyFields,
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
      [...runtimeOf(payload).collections.values()].flatMap(({ slug, options: { expires } }) =>
        expires === undefined ? [] : [[slug, (after: number) => nextTime(payload, slug, expires, after)]],
      ),
    ),
    isPublic: (collection) => collections.includes(collection),
    ...(following ? { isInStep: following.isInStep } : {}),
  }))
  const api = publicApi(payload, collections)
  const { routes } = payload.config
  const graphql = routes.api + routes.graphQL
  const { message } = ERRORS.precondition_failed
  return {
    inFrontOf: (app) =>
      deliver({
        cache,
        app,
        isPublic: (path, parameters) =>
          PAGES.test(path) || FEEDS.test(path) || api.test(path) || (path === graphql && namesDocument(parameters)),
        sessionCookie: `${payload.config.cookiePrefix}-token`,
        otherOrigins,
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
  const { collections, media, queryable, slugs } = runtimeOf(payload)
  const ofPieces = [...collections.values()].flatMap(({ slug, slugField }) =>
    slugField === null ? [] : [[slug, slugField]],
  )
  const ofOthers = [...queryable].flatMap(([slug, fields]) =>
    !collections.has(slug) && fields.slug === 'text' ? [[slug, 'slug']] : [],
  )
  const markOf = (slug: string) => {
    if (collections.has(slug)) return { field: '_status', is: 'published', orNone: true }
    return media.includes(slug) ? { field: SHOWN, is: true, orNone: false } : null
  }
  return {
    keyFields: Object.fromEntries([...ofPieces, ...ofOthers]) as Terms['keyFields'],
    readers: Object.fromEntries([...queryable.keys()].map((slug) => [slug, markOf(slug)])),
    told: { [slugs.dossiers]: { mark: { field: 'retracted', is: true, orNone: false }, of: 'collection' } },
  }
}

/** Lists, counts, documents by id and by slug, proofs, globals, what is found by words and the description of the API; no files. */
function publicApi({ config }: Payload, collections: readonly string[]): RegExp {
  const globals = config.globals.map(({ slug }) => slug)
  const documents = `(?:${collections.join('|')})(?:/(?:by-slug/[^/]+|[^/]+(?:/imprimatur)?))?`
  return new RegExp(
    `^${config.routes.api}/(?:openapi\\.json|docs|search|${documents}|globals/(?:${globals.join('|')}))/?$`,
  )
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
