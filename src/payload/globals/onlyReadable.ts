import type { CollectionSlug, GlobalAfterReadHook, PayloadRequest } from 'payload'
import { idOf, record } from '../fields/finalData.ts'
import { staffOf } from '../fields/staff.ts'

/**
 * Takes out of a global what the asking reader may not read, so that an ordering prepared by editors does not tell the ids of pieces
 * that are not public. Payload leaves ids of unreadable documents standing (3.90.2). Staff and the Local API with overridden access get
 * everything.
 *
 * @param lists name of a relationship field of the global, and the collection that it leads to
 */
export function onlyReadable(lists: Readonly<Record<string, CollectionSlug>>): GlobalAfterReadHook {
  return async ({ doc, overrideAccess, req }) => {
    if (overrideAccess === true || staffOf(req) !== undefined) return doc as unknown
    const stored = record(doc)
    const shown = { ...stored }
    for (const [name, collection] of Object.entries(lists)) {
      const value = stored[name]
      const ids = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => idOf(each) ?? [])
      const readable = await readableIds(collection, ids, req)
      const isShown = (each: unknown): boolean => readable.has(idOf(each) ?? '')
      shown[name] = Array.isArray(value) ? value.filter(isShown) : isShown(value) ? value : null
    }
    return shown
  }
}

async function readableIds(
  collection: CollectionSlug,
  ids: readonly string[],
  req: PayloadRequest,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    select: {},
    req,
  })
  return new Set(docs.map((doc) => String(doc.id)))
}
