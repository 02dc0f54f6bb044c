import { isStage } from '../domain/workflow/index.ts'

/** What the review queue can be asked from its page. */
export type QueueQuery = {
  readonly stage?: string
  readonly collection?: string
  readonly assignee?: string
  readonly overdue?: string
  /** Only what went to readers without a review and was not reviewed since. */
  readonly fastTracked?: string
  /** Words of a title. */
  readonly search?: string
  readonly page?: string
  /** `board`: a column for each stage instead of a list. */
  readonly view?: string
}

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Reads the query from an address and ignores what the queue does not know. */
export function readQueueQuery(search: Search, collections: readonly string[]): QueueQuery {
  const { assignee, collection, fastTracked, overdue, page, stage, view } = search
  const words = search['search']
  return {
    ...(isStage(stage) ? { stage } : {}),
    ...(typeof collection === 'string' && collections.includes(collection) ? { collection } : {}),
    ...(assignee === 'me' || assignee === 'nobody' ? { assignee } : {}),
    ...(overdue === 'true' ? { overdue } : {}),
    ...(fastTracked === 'true' ? { fastTracked } : {}),
    ...(typeof words === 'string' && words.trim() !== '' ? { search: words.trim() } : {}),
    ...(typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? { page } : {}),
    ...(view === 'board' ? { view } : {}),
  }
}

/** The attributes that an address filters by, such as the section. */
export function readAttributes(search: Search, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
    }),
  )
}

/** The address of another page of the same queue. */
export function queueAddress(
  address: string,
  query: Readonly<Record<string, string | undefined>>,
  page: number,
): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const search = new URLSearchParams([...given.filter(([name]) => name !== 'page'), ['page', String(page)]])
  return `${address}?${search}`
}
