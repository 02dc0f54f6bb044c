import type { SelectType, Where } from 'payload'
import type { InPayload } from '../transaction/index.ts'

/** How many rows are in memory at once. */
export const PAGE = 200

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
  const { collection, select } = asked
  yield* pages(asked, async (page) => {
    return (await req.payload.db.find<T & { id: string }>({ ...page, collection, select, req })).docs
  })
}

/**
 * The same of the versions of a collection, by their ids: those of the documents that they are of.
 *
 * @param onlyLatest whether older versions do not count. That is looked at here: SQLite would begin with the latest of all documents.
 */
export async function* parentsOf(
  req: InPayload,
  asked: { collection: string; where: Where; onlyLatest?: boolean },
): AsyncGenerator<readonly string[]> {
  const { collection, onlyLatest = false, where } = asked
  const select = { parent: true, latest: true } as const
  for await (const versions of pages({ by: 'id', where }, async (page) => {
    return (await req.payload.db.findVersions({ ...page, collection, select, req })).docs
  })) {
    const counting = versions.filter(({ latest }) => !onlyLatest || latest === true)
    yield [...new Set(counting.map(({ parent }) => String(parent)))]
  }
}

type Page = { readonly where: Where; readonly sort: string; readonly limit: number; readonly pagination: false }

async function* pages<T extends object>(
  { by, where = {} }: { by: string; where?: Where },
  read: (page: Page) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let behind: Where = {}; ;) {
    const rows = await read({ where: { and: [where, behind] }, sort: by, limit: PAGE, pagination: false })
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    behind = { [by]: { greater_than: (rows.at(-1) as Row | undefined)?.[by] } }
  }
}
