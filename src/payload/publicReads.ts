import type { Payload, Where } from 'payload'
import type { BySlug, ListQuery, PublicDocument, PublicPage, PublicReads } from '../delivery/index.ts'
import { pieceKey } from '../workflow/index.ts'
import { newsroom, type WorkflowCollection } from './plugin/context.ts'
import { MOVED_SLUGS } from './plugin/machineCollections.ts'
import { findDossiers } from './plugin/dossierStore.ts'

/** Anonymous reads over Payload's Local API: access is never overridden and nobody is logged in. */
export function publicReads(payload: Payload): PublicReads {
  return {
    bySlug: (collection, slug, options) => bySlug(payload, collection, slug, options?.depth ?? 1),
    list: (collection, query) => list(payload, collection, query ?? {}),
    global: async (slug, options) =>
      await payload.findGlobal({
        slug: slug,
        depth: options?.depth ?? 0,
        overrideAccess: false,
        user: null,
      }),
  }
}

async function list(payload: Payload, collection: string, query: ListQuery): Promise<PublicPage> {
  const found = await payload.find({
    collection: collection,
    where: (query.where ?? {}) as Where,
    ...(query.sort ? { sort: query.sort } : {}),
    limit: query.limit ?? 10,
    page: query.page ?? 1,
    depth: query.depth ?? 1,
    draft: false,
    overrideAccess: false,
    user: null,
  })
  return {
    docs: found.docs as unknown as readonly PublicDocument[],
    totalDocs: found.totalDocs,
    page: found.page ?? 1,
    totalPages: found.totalPages,
    hasNextPage: found.hasNextPage,
  }
}

async function bySlug(payload: Payload, slug: string, value: string, depth: number): Promise<BySlug> {
  const collection = newsroom(payload).collections.get(slug)
  const slugField = collection?.slugField ?? null
  if (!collection || slugField === null) return { kind: 'missing' }
  const where = { and: [{ [slugField]: { equals: value } }, { _status: { equals: 'published' } }] }
  const [doc] = (await list(payload, slug, { where, depth, limit: 1 })).docs
  return doc ? { kind: 'found', doc } : formerly(payload, collection, value)
}

/**
 * What stands at an address where no public piece stands: a retraction, the way to a new address, or nothing. Asks the
 * same of the database whatever is there and hidden: by the time that it takes, a stranger could tell that from nothing.
 */
async function formerly(payload: Payload, collection: WorkflowCollection, value: string): Promise<BySlug> {
  const { slugField } = collection
  if (slugField === null) return { kind: 'missing' }
  const { docs } = await payload.db.find<{ id: string }>({
    collection: collection.slug,
    where: { and: [{ [slugField]: { equals: value } }, { firstPublishedAt: { exists: true } }] },
    select: { id: true },
    limit: 1,
    pagination: false,
  })
  const moved = await movedFrom(payload, collection, value)
  const id = docs[0]?.id ?? moved
  const known: Where = {
    and: [
      { piece: { equals: pieceKey(collection.slug, id ?? '') } },
      { or: [{ retracted: { equals: true } }, { live: { equals: true } }] },
    ],
  }
  const [row] = await findDossiers({ payload }, known, { limit: 1 })
  if (row?.state.retraction) return { kind: 'gone', ...row.state.retraction }
  const hasMoved = row !== undefined && docs.length === 0 && moved !== null
  return hasMoved ? movedTo(payload, collection, slugField, moved) : { kind: 'missing' }
}

async function movedFrom(payload: Payload, collection: WorkflowCollection, value: string): Promise<string | null> {
  const { docs } = await payload.db.find<{ id: string; pieceId: string }>({
    collection: MOVED_SLUGS,
    where: { and: [{ collection: { equals: collection.slug } }, { from: { equals: value } }] },
    limit: 1,
    pagination: false,
  })
  return docs[0]?.pieceId ?? null
}

async function movedTo(
  payload: Payload,
  collection: WorkflowCollection,
  slugField: string,
  id: string,
): Promise<BySlug> {
  const [doc] = (await list(payload, collection.slug, { where: { id: { equals: id } }, depth: 0, limit: 1 })).docs
  const slug = doc?.[slugField]
  return typeof slug === 'string' ? { kind: 'moved', slug } : { kind: 'missing' }
}
