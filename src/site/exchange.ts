import { Scope } from 'payload-plugin-imprimatur/scope'
import type { PublicReads } from 'payload-plugin-imprimatur/types'
import type { ReviewLinks, StaffPreview } from '../newsroom/index.ts'

/** How a page is to be sent. `private`: it is for one person and no cache. `form`: it has a form that posts to its own address. */
export type Verdict =
  | { readonly status: 200 | 401 | 404 | 410; readonly private?: true; readonly form?: true }
  | { readonly status: 308; readonly location: string }

/**
 * One request for a page, seen from both sides: the server that owns the port gives the ports, the page says how its answer is to be sent. A
 * Next page has no means of its own to answer 410 or 401, and its 404 is a page that only a script can fill in (Next 16.4).
 */
export type Exchange = {
  readonly reads: PublicReads
  readonly preview: StaffPreview
  readonly review: ReviewLinks['open']
  /** Origin of public addresses. */
  readonly serverUrl: string
  /** Tells the time. */
  readonly now: () => Date
  /** Set by the page once it knows what it shows. */
  verdict?: Verdict
}

const exchanges = new Scope<Exchange>('exchange')

/** Runs the making of one page in an exchange of its own. */
export function withExchange<T>(exchange: Exchange, run: () => T): T {
  return exchanges.run(exchange, run)
}

/** The exchange of this request; undefined where something else than our server asked Next for a page. */
export function currentExchange(): Exchange | undefined {
  return exchanges.get()
}
