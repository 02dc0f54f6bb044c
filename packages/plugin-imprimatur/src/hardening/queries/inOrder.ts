import type { PaginatedDocs, Where } from 'payload'
import type { Arguments, Method } from '../adapter/index.ts'
import { askedOfEach } from './drizzle.ts'
import { pageOf } from './pageOf.ts'

type Listing = Arguments & {
  readonly where?: Where
  readonly limit?: number
  readonly page?: number
  readonly pagination?: boolean
}

/** How many documents meet a condition on a list where the database collects all of them, and sorts them. Tests have fewer. */
export const COLLECTED = { most: 1_000 }

/**
 * Where many documents meet a condition on a list, as those of an author who has written a third of everything, goes through them in the order that
 * is asked for, up to the page. SQLite knows nothing of how many there are, and collects all of them for each page.
 */
export function inOrder(find: Method, count: Method): Method {
  return async (args: Listing) => {
    const { collection, limit = 0, locale, page = 1, pagination, req, where } = args
    const asked = where && limit > 0 ? askedOfEach(where) : null
    if (asked === null) return find(args)
    const { totalDocs } = (await count({ collection, locale, req, where })) as { totalDocs: number }
    const best = totalDocs > COLLECTED.most ? { ...args, where: asked } : args
    const found = (await find({ ...best, pagination: false })) as PaginatedDocs
    return pagination === false ? found : { ...found, ...pageOf(totalDocs, limit, page) }
  }
}
