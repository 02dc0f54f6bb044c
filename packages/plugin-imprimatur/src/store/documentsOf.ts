import { executeAccess, type CollectionBeforeOperationHook, type Where } from 'payload'

type Asked = Pick<Parameters<CollectionBeforeOperationHook>[0], 'args' | 'collection' | 'overrideAccess' | 'req'>

/**
 * Ids of the documents that an update or delete is about, one or many, as far as the asker may do that: nobody learns
 * from a guard that runs before Payload's access control what she would not learn from that.
 *
 * @throws QueryError of Payload for a `where` over fields that are not there.
 */
export async function documentsOf(asked: Asked, operation: 'update' | 'delete'): Promise<readonly string[]> {
  const { args, collection, overrideAccess, req } = asked
  const { id, where } = args as { id?: number | string; where?: Where }
  const rule = collection.access[operation]
  const access =
    overrideAccess === true ? true : await executeAccess({ ...(id ? { id } : {}), disableErrors: true, req }, rule)
  if (access === false || (id === undefined && where === undefined)) return []
  if (id !== undefined && access === true) return [String(id)]
  const wanted: Where[] = [id === undefined ? (where ?? {}) : { id: { equals: id } }]
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { and: typeof access === 'object' ? [...wanted, access] : wanted },
    depth: 0,
    overrideAccess: true,
    pagination: false,
    trash: true,
    req,
  })
  return docs.map((doc) => String(doc.id))
}
