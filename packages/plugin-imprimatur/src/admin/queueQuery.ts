import { isStage } from '../domain/workflow/index.ts'

/** What the review queue can be asked from its page. */
export type QueueQuery = {
  readonly stage?: string
  readonly collection?: string
  /** Only what went to readers without a review and was not reviewed since. */
  readonly fastTracked?: string
  readonly page?: string
}

/** Reads the query from an address and ignores what the queue does not know. */
export function readQueueQuery(
  search: Readonly<Record<string, string | string[] | undefined>>,
  collections: readonly string[],
): QueueQuery {
  const { stage, collection, fastTracked, page } = search
  return {
    ...(isStage(stage) ? { stage } : {}),
    ...(typeof collection === 'string' && collections.includes(collection) ? { collection } : {}),
    ...(fastTracked === 'true' ? { fastTracked } : {}),
    ...(typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? { page } : {}),
  }
}

/** The address of another page of the same queue. */
export function queueAddress(address: string, query: QueueQuery, page: number): string {
  const search = new URLSearchParams({ ...query, page: String(page) })
  return `${address}?${search}`
}
