import type { CollectionSlug, GlobalAfterReadHook, PayloadRequest } from 'payload'
import { idOf, record } from '../fields/finalData.ts'
import { staffOf } from '../fields/staff.ts'

/**
 * Takes out of a global what the asking reader may not read, so that an ordering prepared by editors does not tell the ids of pieces
 * that are not public, nor when it was prepared. Payload leaves ids of unreadable documents standing (3.90.2). Staff who see every piece
 * and the Local API with overridden access get everything.
 *
 * @param lists name of a relationship field of the global, and the collection that it leads to
 */
export function onlyReadable(lists: Readonly<Record<string, CollectionSlug>>): GlobalAfterReadHook {
  return async ({ doc, global, overrideAccess, req }) => {
    if (overrideAccess === true || staffOf(req)?.roles.some((role) => role !== 'contributor')) return doc as unknown
    const stored = record(doc)
    const shown: Record<string, unknown> = {}
    for (const field of global.flattenedFields) {
      const { name } = field
      const collection = lists[name]
      if (collection === undefined) {
        if (name in stored && !TIMESTAMPS.has(name)) shown[name] = stored[name]
        continue
      }
      const value = stored[name]
      const given: readonly unknown[] = Array.isArray(value) ? value : [value]
      const ids = given.flatMap((each) => idOf(each) ?? [])
      const readable = await readableIds(collection, ids, req)
      const kept = given.filter((each) => readable.has(idOf(each) ?? ''))
      // Nothing chosen and nothing public have to look the same.
      shown[name] = 'hasMany' in field && field.hasMany === true ? kept : (kept[0] ?? null)
    }
    return shown
  }
}

const TIMESTAMPS: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

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
