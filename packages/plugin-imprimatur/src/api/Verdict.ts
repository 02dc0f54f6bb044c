import { ERRORS, type Blocker } from '../domain/workflow/index.ts'
import type { RankedPage } from './rankedList.ts'
import type { Read } from './readOf.ts'

/** The request to answer, with what it reads if it reads documents, or the refusal. */
export type Verdict =
  | { readonly refusal: Response }
  | {
      readonly request: Request
      readonly read: Read | null
      /** Of a list that readers get: its order; null where it has no places by which one could go on. */
      readonly order?: string | null
      /** Of one that is ordered by how well it has the words that were asked for. */
      readonly ranked?: RankedPage
    }

/** How many faults of a request are told. */
export const MOST_FAULTS = 10

/** The answer that refuses a request. */
export function refuse(status: number, errors: readonly Blocker[]): Verdict {
  const body = { errors: errors.map((each) => ({ ...each, message: each.message || ERRORS[each.code].message })) }
  return { refusal: Response.json(body, { status, headers: { 'cache-control': 'no-store' } }) }
}
