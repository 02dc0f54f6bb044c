import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import { isStage, STAGES } from '../../workflow/index.ts'
import { coded } from '../errors/CodedError.ts'
import { newsroom } from './context.ts'
import { pageOfDossiers } from './dossierStore.ts'
import { staffOf } from './people.ts'
import { dossierView, type DossierView } from './view.ts'

const PARAMETERS = ['stage', 'collection', 'assignee', 'overdue', 'limit', 'page'] as const

export type QueueQuery = Partial<Record<(typeof PARAMETERS)[number], string>>

/** A dossier in the queue: as staff get it, and beside it how long it has waited. */
export type QueueEntry = DossierView & {
  readonly headline: string | null
  /** Seconds at the stage. */
  readonly age: number
  readonly overdue: boolean
}

export type QueuePage = Omit<PaginatedDocs, 'docs' | 'page'> & {
  readonly docs: readonly QueueEntry[]
  readonly page: number
}

/**
 * One page of the review queue of all workflow collections, oldest first. `stage` may be several, comma-separated, and
 * is `in_review` when it is left out, and then what is late is there too. `age` is the time at the stage, in seconds.
 *
 * @throws CodedError `not_authenticated`, `invalid_value`.
 */
export async function reviewQueue(req: PayloadRequest, query: QueueQuery): Promise<QueuePage> {
  const actor = staffOf(req)
  const now = newsroom(req.payload).now()
  const where: Where[] = [waitsAt(query.stage, now)]
  if (query.collection) where.push({ collection: { equals: query.collection } })
  if (query.assignee) where.push({ assignees: { equals: query.assignee === 'me' ? actor.id : query.assignee } })
  if (isTrue(query.overdue)) where.push({ dueAt: { less_than: now.toISOString() } })
  if (actor.roles.every((role) => role === 'contributor')) where.push({ owner: { equals: actor.id } })
  const found = await pageOfDossiers(
    req,
    { and: where },
    {
      limit: wholeNumber('limit', query.limit, 25, 100),
      page: wholeNumber('page', query.page, 1, 100_000),
      sort: 'stageSince',
    },
  )
  return {
    ...found,
    page: found.page ?? 1,
    docs: found.docs.map((row) => ({
      ...dossierView(row),
      headline: row.title,
      age: Math.max(0, Math.round((now.getTime() - Date.parse(row.state.stageSince)) / 1000)),
      overdue: row.dueAt !== null && Date.parse(row.dueAt) < now.getTime(),
    })),
  }
}

/** Takes the parameters of the queue out of a URL; any other is refused. */
export function queueQuery(search: URLSearchParams): QueueQuery {
  const query: QueueQuery = {}
  for (const [name, value] of search) {
    const known = PARAMETERS.find((each) => each === name)
    if (!known) throw coded('unknown_parameter', { field: name })
    if (query[known] !== undefined) throw coded('invalid_value', { field: name, message: 'Give this parameter once.' })
    query[known] = value
  }
  return query
}

/** How long after its time a scheduled piece is late: by then the clock has tried (CONTRACT §6: within 10 s). */
const LATE_MS = 15_000

/** Without a stage: what waits for a review, and what should have gone out and did not, whatever the reason. */
function waitsAt(stage: string | undefined, now: Date): Where {
  const asked: Where = { stage: { in: stagesOf(stage) } }
  if (stage) return asked
  const late = new Date(now.getTime() - LATE_MS).toISOString()
  return { or: [asked, { and: [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than: late } }] }] }
}

function stagesOf(value: string | undefined): readonly string[] {
  if (!value) return ['in_review']
  const stages = value.split(',')
  if (!stages.every(isStage)) {
    throw coded('invalid_value', { field: 'stage', message: `A stage is one of ${STAGES.join(', ')}.` })
  }
  return stages
}

function isTrue(value: string | undefined): boolean {
  if (value === undefined || value === '' || value === 'false') return false
  if (value === 'true') return true
  throw coded('invalid_value', { field: 'overdue', message: 'Give true or false.' })
}

function wholeNumber(field: string, value: string | undefined, fallback: number, most: number): number {
  if (value === undefined || value === '') return fallback
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) {
    throw coded('invalid_value', { field, message: `Give a whole number from 1 to ${String(most)}.` })
  }
  return number
}
