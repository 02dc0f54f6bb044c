import type { Payload, Where } from 'payload'
import type { ParsedQuery, PublicWhere } from '../domain/public-query/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { pageOf } from '../hardening/queries/index.ts'

/** The documents of one page, the best first, of how many. */
export type RankedPage = {
  readonly ids: readonly string[]
  readonly all: readonly string[]
  readonly limit: number
  readonly page: number
}

const USUAL_LIMIT = 10

/** @param found ids of all that have the words, the best first, none of which readers may not see */
export async function rankedPage(
  payload: Payload,
  collection: string,
  { limit = USUAL_LIMIT, page = 1, where }: ParsedQuery,
  found: readonly string[],
): Promise<RankedPage> {
  const all = where === undefined ? found : await meeting(payload, collection, where, found)
  return { ids: all.slice((page - 1) * limit, page * limit), all, limit, page }
}

/** Those of the documents that meet a condition which was checked. */
async function meeting(
  payload: Payload,
  collection: string,
  where: PublicWhere,
  found: readonly string[],
): Promise<readonly string[]> {
  const { docs } = await payload.find({
    collection,
    where: { and: [{ id: { in: idsFor(payload, collection, found) } }, where as Where] },
    depth: 0,
    draft: false,
    limit: 0,
    overrideAccess: false,
    pagination: false,
    select: {},
    user: null,
  })
  const met = new Set(docs.map(({ id }) => String(id)))
  return found.filter((id) => met.has(id))
}

/** The condition that names these documents; with none of them one that nothing fulfils. */
export function among(ids: readonly string[]): PublicWhere {
  return ids.length === 0 ? { id: { exists: false } } : { id: { in: [...ids] } }
}

/** The answer to a list of these documents, in their order, as the page that it is. */
export async function inRankedOrder({ all, ids, limit, page }: RankedPage, response: Response): Promise<Response> {
  if (response.status !== 200) return response
  const { docs } = (await response.json()) as { readonly docs: readonly { readonly id: number | string }[] }
  const byId = new Map(docs.map((doc) => [String(doc.id), doc]))
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(
    { docs: ids.flatMap((id) => byId.get(id) ?? []), ...pageOf(all.length, limit, page), after: null },
    { status: 200, headers },
  )
}
