import type { Payload } from 'payload'
import {
  afterCursor,
  invalidValue,
  joinWheres,
  parsePublicQuery,
  tooComplex,
  toSearchString,
  type FurtherParameters,
  type ParsedQuery,
} from '../domain/public-query/index.ts'
import { ERRORS } from '../domain/workflow/index.ts'
import { entriesOf } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findForReaders, termsOf } from '../search/index.ts'
import { choicesOf } from './choicesOf.ts'
import { among, rankedPage } from './rankedList.ts'
import { selectableIn } from './readableFields.ts'
import { readersOrder } from './readersOrder.ts'
import { isOverride, type Read } from './readOf.ts'
import { bySlugs } from './slugFilters.ts'
import { refuse, type Verdict } from './Verdict.ts'

/**
 * Holds what a reader asks to the allow-list, and writes it anew.
 *
 * @param asked.populate whether only collections that readers are told of may be named in `populate`
 */
export async function checkReader(
  payload: Payload,
  request: Request,
  read: Read,
  {
    populate = 'known',
    further = {},
    places = false,
    drafts = false,
  }: {
    readonly populate?: 'any' | 'known'
    readonly further?: FurtherParameters
    readonly places?: boolean
    readonly drafts?: boolean
  } = {},
): Promise<Verdict> {
  if (isOverride(request)) {
    return refuse(400, [{ code: 'invalid_value', message: 'Send the query in the address, with GET.' }])
  }
  const url = new URL(request.url)
  const { selectable, populatable } = await selectableIn(payload, read, 'anybody')
  const fields = runtimeOf(payload).queryable.get(read.target) ?? {}
  const parsed = parsePublicQuery(url.search.slice(1), {
    kind: read.kind,
    fields,
    choices: choicesOf(payload, read.target),
    selectable,
    further,
    places,
    drafts,
    words: places && runtimeOf(payload).collections.has(read.target),
    ...(populate === 'known' ? { populatable } : {}),
  })
  if (!parsed.ok) return refuse(parsed.status, parsed.errors)
  const { after, search, where: wanted, ...asked } = parsed.query
  const order = read.kind === 'list' && !read.versions ? readersOrder(payload, read.target, asked.sort) : undefined
  // Drafts that never were out have no dates to go on by.
  const placed = asked.draft && order !== undefined ? null : order
  const place = after === undefined ? undefined : afterCursor(after, placed ?? '', fields)
  if (after !== undefined && !place) return refuse(400, [NO_PLACE])
  const byIds = wanted ? await bySlugs(payload, read.target, wanted, fields) : 'everything'
  const [first, ...more] = [byIds === 'everything' ? [] : byIds, place ?? []].flat()
  const where = first && joinWheres([first, ...more])
  if (first && !where) return refuse(400, [TOO_DEEP])
  if (search !== undefined)
    return checkWords(payload, url, request, read, { ...parsed.query, ...(where ? { where } : {}) })
  const query: ParsedQuery = {
    ...asked,
    ...(where ? { where } : {}),
    ...(order === undefined ? {} : { sort: order }),
  }
  url.search = toSearchString(query)
  return { request: new Request(url, request), read, ...(placed === undefined ? {} : { order: placed }) }
}

/** A list of what has some words: the best first, or in the order that was asked for. */
async function checkWords(
  payload: Payload,
  url: URL,
  request: Request,
  read: Read,
  { search = '', where, ...asked }: ParsedQuery,
): Promise<Verdict> {
  try {
    const found = await findForReaders(payload, read.target, termsOf('search', search))
    const ranked = await rankedPage(payload, read.target, { ...asked, ...(where ? { where } : {}) }, found)
    if (asked.sort === undefined) {
      url.search = toSearchString({ ...asked, page: undefined, where: among(ranked.ids) })
      return { request: new Request(url, request), read, ranked }
    }
    url.search = toSearchString({ ...asked, where: among(ranked.all) })
    return { request: new Request(url, request), read }
  } catch (error) {
    const [first, ...more] = entriesOf(error) ?? []
    if (!first) throw error
    return refuse(ERRORS[first.code].status, [first, ...more])
  }
}

const NO_PLACE = invalidValue('after', 'what a page of this list, in this order, says of the next one')
const TOO_DEEP = tooComplex(
  'where',
  'Junctions are nested at most 3 deep with `after` or with conditions on slugs behind relations.',
)
