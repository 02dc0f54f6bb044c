import type { SelectType, Where } from 'payload'
import { runtimeOf } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'

/** What readers have of pieces; and what only staff may see, where that is something else. They lie apart: a reader's search never reads the latter. */
export type Side = 'live' | 'newest'

export type SearchText = {
  readonly id: number | string
  readonly piece: string
  readonly number: number
  readonly digest: string
  /** Since when readers have it, or since when the piece is at its stage; in milliseconds. */
  readonly at: number
  readonly title?: string | null
  readonly text?: string | null
  /** Tier and token of each of its words, with spaces between them. */
  readonly tokens?: string | null
}

/** The two collections of a side. */
export function slugsOf({ payload }: InPayload, side: Side): { readonly texts: string; readonly words: string } {
  const { searchLive, searchNewest } = runtimeOf(payload).slugs
  const texts = side === 'live' ? searchLive : searchNewest
  return { texts, words: `${texts}-words` }
}

/** Values of one condition, and rows of one page. */
const AT_ONCE = 500

/** Texts whose `column` has one of these values. */
export async function findTexts(
  req: InPayload,
  side: Side,
  column: 'number' | 'piece',
  values: readonly (number | string)[],
  select: SelectType,
): Promise<readonly SearchText[]> {
  const found: SearchText[] = []
  for (const some of chunks(values, AT_ONCE)) {
    const { docs } = await req.payload.db.find<SearchText>({
      collection: slugsOf(req, side).texts,
      where: { [column]: { in: some } },
      select: { piece: true, number: true, digest: true, at: true, ...select },
      limit: 0,
      pagination: false,
      req,
    })
    found.push(...docs)
  }
  return found
}

/** The first ids of words within a range, in their order. */
export async function findWordIds(
  req: InPayload,
  side: Side,
  { before, from }: { readonly from: string; readonly before: string },
  limit: number,
): Promise<readonly string[]> {
  const where: Where = { and: [{ id: { greater_than_equal: from } }, { id: { less_than: before } }] }
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: slugsOf(req, side).words,
    where,
    sort: 'id',
    select: { id: true },
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

export function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))
}
