import { executeAccess, type CollectionBeforeOperationHook, type Where } from 'payload'
import { idFor, idsFor } from '../hardening/adapter/index.ts'
import { PAGE } from './pagesOf.ts'

type Asked = Pick<Parameters<CollectionBeforeOperationHook>[0], 'args' | 'collection' | 'overrideAccess' | 'req'>

/** The documents that an update or delete is about. */
export type Documents = {
  /** Their ids, page by page. */
  readonly pages: () => AsyncIterable<readonly string[]>
  /** Those of `ids` that are among them. */
  readonly among: (ids: readonly string[]) => Promise<readonly string[]>
}

/**
 * The documents that an update or delete is about, one or many, as far as the asker may do that: nobody learns
 * from a guard that runs before Payload's access control what access control would not tell.
 *
 * @throws QueryError of Payload for a `where` over fields that are not there, when they are read.
 */
export async function documentsOf(asked: Asked, operation: 'update' | 'delete'): Promise<Documents> {
  const { args, collection, overrideAccess, req } = asked
  const { id, where } = args as { id?: number | string; where?: Where }
  const rule = collection.access[operation]
  const access =
    overrideAccess === true ? true : await executeAccess({ ...(id ? { id } : {}), disableErrors: true, req }, rule)
  if (access === false || (id === undefined && where === undefined)) return these([])
  if (id !== undefined && access === true) return these([String(id)])
  const wanted: Where[] = [id === undefined ? (where ?? {}) : { id: { equals: id } }]
  if (typeof access === 'object') wanted.push(access)
  const read = async (narrower: Where): Promise<readonly string[]> => {
    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: structuredClone({ and: [...wanted, narrower] }),
      select: { id: true },
      sort: 'id',
      limit: PAGE,
      depth: 0,
      overrideAccess: true,
      pagination: false,
      trash: true,
      req,
    })
    return docs.map(({ id: found }) => String(found))
  }
  return {
    pages: async function* () {
      for (let behind: Where = {}; ;) {
        const ids = await read(behind)
        if (ids.length > 0) yield ids
        if (ids.length < PAGE) return
        behind = { id: { greater_than: idFor(req.payload, collection.slug, String(ids.at(-1))) } }
      }
    },
    among: (ids) => read({ id: { in: idsFor(req.payload, collection.slug, ids) } }),
  }
}

function these(ids: readonly string[]): Documents {
  return {
    pages: async function* () {
      await Promise.resolve()
      if (ids.length > 0) yield ids
    },
    among: (others) => Promise.resolve(ids.filter((id) => others.includes(id))),
  }
}
