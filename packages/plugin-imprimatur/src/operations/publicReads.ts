import type { Payload, PayloadRequest, Where } from 'payload'
import type {
  BySlug,
  ListQuery,
  PublicDocument,
  PublicPage,
  PublicReads,
  PublicRetraction,
} from '../domain/public-query/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { findDossiers, publicRows } from '../store/index.ts'
import { type InPayload, inSnapshot } from '../transaction/index.ts'

/** Anonymous reads over Payload's Local API: access is never overridden and nobody is logged in. */
export function publicReads(payload: Payload): PublicReads {
  return {
    bySlug: (collection, slug, options) =>
      inSnapshot({ payload }, (seen) =>
        bySlug(seen, collection, slug, { depth: options?.depth ?? 1, user: null, req: stranger(seen) }),
      ),
    list: (collection, query) => inSnapshot({ payload }, (seen) => list(seen, collection, query ?? {})),
    retractions: (collection, query) => inSnapshot({ payload }, (seen) => retractions(seen, collection, query?.where)),
    global: async (slug, options) =>
      await payload.findGlobal({
        slug: slug,
        depth: options?.depth ?? 0,
        overrideAccess: false,
        user: null,
      }),
  }
}

/** An anonymous request within the snapshot: Payload's operations complete it. */
type Seen = { readonly payload: Payload; readonly transactionID?: InPayload['transactionID'] }

function stranger({ transactionID }: Seen): Partial<PayloadRequest> {
  return transactionID === undefined ? {} : { transactionID }
}

async function list(seen: Seen, collection: string, query: ListQuery): Promise<PublicPage> {
  const found = await seen.payload.find({
    collection: collection,
    where: (query.where ?? {}) as Where,
    ...(query.sort ? { sort: query.sort } : {}),
    ...(query.select ? { select: { ...query.select } } : {}),
    limit: query.limit ?? 10,
    page: query.page ?? 1,
    depth: query.depth ?? 1,
    draft: false,
    overrideAccess: false,
    user: null,
    req: stranger(seen),
  })
  return {
    docs: found.docs as unknown as readonly PublicDocument[],
    totalDocs: found.totalDocs,
    page: found.page ?? 1,
    totalPages: found.totalPages,
    hasNextPage: found.hasNextPage,
  }
}

/** More are not read in one go; a newsroom that has taken back so many is not known. */
const MOST_RETRACTIONS = 1000

/**
 * Retractions of a collection. They stand in the dossiers; the rows of the pieces have the text that readers had, as drafts are kept beside it.
 */
async function retractions(seen: Seen, slug: string, where: ListQuery['where']): Promise<readonly PublicRetraction[]> {
  const slugField = runtimeOf(seen.payload).collections.get(slug)?.slugField ?? null
  if (slugField === null) return []
  // Without the collection, what is kept of the answer would not be known to hang on its documents alone.
  const known: Where = { and: [{ collection: { equals: slug } }, { retracted: { equals: true } }] }
  const rows = await findDossiers(seen, known, { limit: MOST_RETRACTIONS, sort: '-stageSince' })
  if (rows.length === 0) return []
  const ids = rows.map(({ pieceId }) => idFor(seen.payload, slug, pieceId))
  const { docs } = await seen.payload.db.find<Record<string, unknown> & { id: number | string }>({
    collection: slug,
    where: { and: [{ id: { in: ids } }, (where ?? {}) as Where] },
    limit: ids.length,
    pagination: false,
    req: stranger(seen),
  })
  const slugs = new Map(docs.map((doc) => [String(doc.id), doc[slugField]]))
  return rows
    .flatMap(({ pieceId: id, state: { retraction } }) => {
      const last = slugs.get(id)
      return retraction && typeof last === 'string' ? [{ id, slug: last, ...retraction }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** How a document is read: as by its id, and for whom. */
export type AsAsked = Pick<
  Parameters<Payload['findByID']>[0],
  'depth' | 'flattenLocales' | 'joins' | 'populate' | 'req' | 'select' | 'trash' | 'user'
> & {
  /** The newest draft of it, as far as the asker may read that. */
  readonly draft?: boolean
}

/** What stands at a public address; for staff who ask for drafts, also a piece whose newest draft has that slug. */
export async function bySlug(seen: Seen, slug: string, value: string, asked: AsAsked): Promise<BySlug> {
  const { collections, queryable } = runtimeOf(seen.payload)
  const collection = collections.get(slug)
  const slugField = collection?.slugField ?? null
  if (!collection && queryable.get(slug)?.slug === 'text') {
    const doc = await firstOf(seen.payload, slug, { slug: { equals: value } }, { ...asked, draft: false })
    return doc ? { kind: 'found', doc } : movedTo(seen, slug, 'slug', await movedFrom(seen, slug, value))
  }
  if (!collection || slugField === null) return { kind: 'missing' }
  const atSlug: Where = { [slugField]: { equals: value } }
  const isPublic = publicRows(seen.payload)
  if (asked.draft !== true) {
    const doc = await firstOf(seen.payload, slug, { and: [atSlug, isPublic] }, asked)
    return doc ? { kind: 'found', doc } : formerly(seen, collection, value)
  }
  // A public address leads to the public piece, even if a draft of another piece has the same slug.
  const { id } =
    (await firstOf(seen.payload, slug, { and: [atSlug, isPublic] }, { ...asked, depth: 0, draft: false })) ??
    (await firstOf(seen.payload, slug, atSlug, { ...asked, depth: 0 })) ??
    {}
  const doc =
    id === undefined
      ? null
      : await seen.payload.findByID({ ...asked, collection: slug, id, disableErrors: true, overrideAccess: false })
  return doc ? { kind: 'found', doc: doc as unknown as PublicDocument } : formerly(seen, collection, value)
}

async function firstOf(
  payload: Payload,
  collection: string,
  where: Where,
  asked: AsAsked,
): Promise<PublicDocument | undefined> {
  const { docs } = await payload.find({
    ...asked,
    collection,
    where,
    sort: ['-updatedAt', 'id'],
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  return docs[0] as unknown as PublicDocument | undefined
}

/**
 * What stands at an address where no public piece stands: a retraction, the way to a new address, or nothing. Runs the
 * same queries in every case, so that response time does not reveal hidden pieces.
 */
async function formerly(seen: Seen, collection: WorkflowCollection, value: string): Promise<BySlug> {
  const { slugField } = collection
  if (slugField === null) return { kind: 'missing' }
  const { docs } = await seen.payload.db.find<{ id: number | string }>({
    collection: collection.slug,
    where: { and: [{ [slugField]: { equals: value } }, { firstPublishedAt: { exists: true } }] },
    select: { id: true },
    limit: 1,
    pagination: false,
    req: stranger(seen),
  })
  const moved = await movedFrom(seen, collection.slug, value)
  const id = docs[0]?.id ?? moved
  const known: Where = {
    and: [
      { piece: { equals: pieceKey(collection.slug, String(id ?? '')) } },
      { or: [{ retracted: { equals: true } }, { live: { equals: true } }] },
    ],
  }
  const [row] = await findDossiers(seen, known, { limit: 1 })
  if (row?.state.retraction) return { kind: 'gone', ...row.state.retraction }
  const hasMoved = row !== undefined && docs.length === 0 && moved !== null
  return hasMoved ? movedTo(seen, collection.slug, slugField, moved) : { kind: 'missing' }
}

/** Id of the document that stood at this slug. */
async function movedFrom(seen: Seen, collection: string, value: string): Promise<string | null> {
  const { docs } = await seen.payload.db.find<{ pieceId: string }>({
    collection: runtimeOf(seen.payload).slugs.movedSlugs,
    where: { and: [{ collection: { equals: collection } }, { from: { equals: value } }] },
    limit: 1,
    pagination: false,
    req: stranger(seen),
  })
  return docs[0]?.pieceId ?? null
}

async function movedTo(seen: Seen, collection: string, slugField: string, id: string | null): Promise<BySlug> {
  if (id === null) return { kind: 'missing' }
  const where = { id: { equals: idFor(seen.payload, collection, id) } }
  const [doc] = (await list(seen, collection, { where, depth: 0, limit: 1 })).docs
  const slug = doc?.[slugField]
  return typeof slug === 'string' ? { kind: 'moved', slug } : { kind: 'missing' }
}
