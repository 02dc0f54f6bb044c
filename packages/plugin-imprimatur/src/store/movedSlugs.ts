import type { PayloadRequest } from 'payload'
import { idsFor } from '../hardening/adapter/index.ts'
import { hasPlugin, runtimeOf } from '../runtime/index.ts'
import { remembered } from '../transaction/index.ts'

type Redirect = { readonly from: string; readonly pieceId: string }

/** What leads on from these slugs, to whichever piece. Read once in a transaction, and again when slugs moved. */
export function redirectsFrom(
  req: PayloadRequest,
  collection: string,
  slugs: readonly string[],
): Promise<readonly Redirect[]> {
  const { movedSlugs } = runtimeOf(req.payload).slugs
  const key = `redirects from ${collection}: ${slugs.join()}`
  return remembered(req, key, [`documents:${movedSlugs}`], async () => {
    const { docs } = await req.payload.db.find<Redirect>({
      collection: movedSlugs,
      where: { and: [{ collection: { equals: collection } }, { from: { in: [...slugs] } }] },
      pagination: false,
      req,
    })
    return docs
  })
}

/** Keeps the slug that a document leaves as a redirect, and frees the one that it takes. `from` counts where readers had it at that slug. */
export async function moveSlug(
  req: PayloadRequest,
  collection: string,
  id: string,
  { from, to }: { readonly from: unknown; readonly to: unknown },
): Promise<void> {
  const { movedSlugs } = runtimeOf(req.payload).slugs
  const free = (slug: string) =>
    req.payload.db.deleteMany({
      collection: movedSlugs,
      where: { and: [{ collection: { equals: collection } }, { from: { equals: slug } }] },
      req,
    })
  if (typeof to === 'string' && (await redirectsFrom(req, collection, [to])).length > 0) await free(to)
  if (typeof from !== 'string' || from === to) return
  await free(from)
  await req.payload.db.create({ collection: movedSlugs, data: { collection, from, pieceId: id }, req })
}

/** Ends all that leads to a document that is deleted: its id may be given anew. */
export async function forgetSlugsOf(req: PayloadRequest, collection: string, id: string): Promise<void> {
  await req.payload.db.deleteMany({
    collection: runtimeOf(req.payload).slugs.movedSlugs,
    where: { and: [{ collection: { equals: collection } }, { pieceId: { equals: id } }] },
    req,
  })
}

/**
 * Which of `slugs` led readers to another piece before that one moved, and still lead them on to it; with its title where the person who asks
 * may know it, null otherwise. A piece that was deleted leads nowhere.
 *
 * @param own id of the piece that may come back to slugs of its own; undefined for one that is new
 */
export async function movedFrom(
  req: PayloadRequest,
  collection: string,
  slugs: readonly string[],
  own: string | undefined,
): Promise<ReadonlyMap<string, string | null>> {
  const config = req.payload.collections[collection]?.config
  if (!config || !hasPlugin(req.payload)) return new Map()
  const moved = await redirectsFrom(req, collection, slugs)
  const left = moved.filter(({ pieceId }) => pieceId !== own)
  if (left.length === 0) return new Map()
  const pieces = left.map(({ pieceId }) => pieceId)
  const where = { id: { in: idsFor(req.payload, collection, pieces) } }
  const there = await req.payload.db.find<{ id: number | string }>({ collection, where, pagination: false, req })
  const known = await req.payload.find({
    collection,
    where,
    depth: 0,
    overrideAccess: !req.user,
    pagination: false,
    trash: true,
    req,
  })
  const titles = new Map(
    known.docs.map((doc) => [String(doc.id), (doc as Record<string, unknown>)[config.admin.useAsTitle ?? 'id']]),
  )
  const ids = new Set(there.docs.map(({ id }) => String(id)))
  return new Map(
    left
      .filter(({ pieceId }) => ids.has(pieceId))
      .map(({ from, pieceId }) => {
        const title = titles.get(pieceId)
        return [from, typeof title === 'string' && title !== '' ? title : null]
      }),
  )
}
