import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import { isStage, REVIEW_WITHIN_HOURS, STAGES, unreviewed } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { pageOfDossiers, type DossierRow, requireStaff } from '../store/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'

const PARAMETERS = ['stage', 'collection', 'fastTracked', 'limit', 'page'] as const

export type QueueQuery = Partial<Record<(typeof PARAMETERS)[number], string>>

/** A dossier in the queue: as staff get it, and beside it how long it has waited. */
export type QueueEntry = DossierView & {
  readonly headline: string | null
  /** Seconds at the stage. */
  readonly age: number
  /** Seconds for which readers have had what nobody has reviewed; null when there is no such thing. */
  readonly unreviewedFor: number | null
  /** Whether that is longer than the policy lets it wait. */
  readonly overdue: boolean
}

export type QueuePage = Omit<PaginatedDocs, 'docs' | 'page'> & {
  readonly docs: readonly QueueEntry[]
  readonly page: number
}

/**
 * One page of the review queue of all workflow collections, oldest first. `stage` may be several, comma-separated; left
 * out, the queue holds all that is `in_review`, what was fast-tracked and not reviewed since, and what is late.
 * `fastTracked=true` narrows it to the latter, at whatever stage a next revision is. `age` is the time at the
 * stage, in seconds.
 *
 * @throws CodedError `not_authenticated`, `invalid_value`.
 */
export async function reviewQueue(req: PayloadRequest, query: QueueQuery): Promise<QueuePage> {
  const actor = requireStaff(req)
  const now = runtimeOf(req.payload).now()
  const overdueSince = new Date(now.getTime() - (await withinHours(req)) * 3_600_000).toISOString()
  const where: Where[] = [waitsFor(query, now)]
  if (query.collection) where.push({ collection: { equals: query.collection } })
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
      age: secondsSince(row.state.stageSince, now),
      ...unreviewedFor(row, now),
      overdue: (unreviewed(row.state)?.since ?? overdueSince) < overdueSince,
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

/** For how long readers have had a text that nobody has reviewed, in seconds; null when there is none. */
function unreviewedFor(row: DossierRow, now: Date): Pick<QueueEntry, 'unreviewedFor'> {
  const waiting = unreviewed(row.state)
  return { unreviewedFor: waiting ? secondsSince(waiting.since, now) : null }
}

function secondsSince(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))
}

/** How long a fast-tracked piece may wait for its review before it is overdue. */
async function withinHours(req: PayloadRequest): Promise<number> {
  return (await runtimeOf(req.payload).policy(req)).reviewWithinHours ?? REVIEW_WITHIN_HOURS
}

/** How long after its time a scheduled piece is late: by then the clock has tried (CONTRACT §6: within 10 s). */
const LATE_MS = 15_000

/** Without a stage: what waits for a review, and what should have gone out and did not, whatever the reason. */
function waitsFor(query: QueueQuery, now: Date): Where {
  const waiting: Where = { unreviewedSince: { exists: true } }
  const stages: Where | null = query.stage ? { stage: { in: [...stagesOf(query.stage)] } } : null
  if (isTrue('fastTracked', query.fastTracked)) return stages ? { and: [waiting, stages] } : waiting
  if (stages) return stages
  const late = new Date(now.getTime() - LATE_MS).toISOString()
  const missed: Where = { and: [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than: late } }] }
  return { or: [{ stage: { equals: 'in_review' } }, waiting, missed] }
}

function stagesOf(value: string): readonly string[] {
  const stages = value.split(',')
  if (!stages.every(isStage)) {
    throw coded('invalid_value', { field: 'stage', message: `A stage is one of ${STAGES.join(', ')}.` })
  }
  return stages
}

function isTrue(field: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === 'false') return false
  if (value === 'true') return true
  throw coded('invalid_value', { field, message: 'Give true or false.' })
}

function wholeNumber(field: string, value: string | undefined, fallback: number, most: number): number {
  if (value === undefined || value === '') return fallback
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) {
    throw coded('invalid_value', { field, message: `Give a whole number from 1 to ${String(most)}.` })
  }
  return number
}
