import type { SelectType, Where } from 'payload'
import type { InPayload } from '../transaction/index.ts'

/** How many rows are in memory at once. */
const PAGE = 200

type Row = Readonly<Record<string, unknown>>

/**
 * The rows of a collection that meet `where`, page by page in the order of `by`, which no two of them share. Each page goes on behind
 * the last row of the one before, so what comes and goes in the meantime moves nothing: whatever is there throughout is seen once.
 *
 * @param select which fields are read; `by` has to be one of them, unless it is `id`
 */
export async function* pagesOf<T extends Row>(
  req: InPayload,
  asked: { collection: string; by: string; select: SelectType; where?: Where },
): AsyncGenerator<readonly T[]> {
  const { collection, by, select, where = {} } = asked
  for (let behind: Where = {}; ;) {
    const { docs } = await req.payload.db.find<T & { id: string }>({
      collection,
      where: { and: [where, behind] },
      select,
      sort: by,
      limit: PAGE,
      pagination: false,
      req,
    })
    if (docs.length > 0) yield docs
    if (docs.length < PAGE) return
    behind = { [by]: { greater_than: docs.at(-1)?.[by] } }
  }
}
