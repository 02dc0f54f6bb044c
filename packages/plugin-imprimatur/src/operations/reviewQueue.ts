import type { PaginatedDocs, PayloadRequest, SanitizedConfig, Where } from 'payload'
import { isStage, REVIEW_WITHIN_HOURS, STAGES, unreviewed } from '../domain/workflow/index.ts'
import { coded, pageAsked, parametersIn, wholeNumber } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { attributeKey, type DossierRow, requireStaff } from '../store/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'
import { pageOfKnown } from './pageOfKnown.ts'
import { turnsOf } from './reviewsOn.ts'

/** Parameters of the queue; beside them it takes the attributes of the collections, such as `section`. */
export const QUEUE_PARAMETERS = [
  'stage',
  'collection',
  'assignee',
  'overdue',
  'fastTracked',
  'age',
  'search',
  'limit',
  'page',
] as const

export type QueueQuery = Readonly<Record<string, string | undefined>> &
  Partial<Record<(typeof QUEUE_PARAMETERS)[number], string>>

/** A dossier in the queue: as staff get it, and beside it how long it has waited. */
export type QueueEntry = DossierView & {
  readonly headline: string | null
  /** Seconds at the stage. */
  readonly age: number
  /** Seconds for which readers have had what nobody has reviewed; null when there is no such thing. */
  readonly unreviewedFor: number | null
  /** Whether that is longer than the policy lets it wait, or the piece is past the time by which it is due. */
  readonly overdue: boolean
  /** Each of the two by itself. */
  readonly reviewOverdue: boolean
  readonly pastDue: boolean
  /** What the policy may look at in the newest revision, such as its section. */
  readonly attributes: Readonly<Record<string, string>>
  readonly words: number | null
  /** The reviews that have to be complete before the asker has anything to sign off here; none where that is no matter. */
  readonly waitsFor: readonly string[]
}

export type QueuePage = Omit<PaginatedDocs, 'docs' | 'page'> & {
  readonly docs: readonly QueueEntry[]
  readonly page: number
}

/**
 * One page of the review queue of all workflow collections, oldest first. `stage` may be several, comma-separated; left
 * out, the queue holds all that is `in_review`, what was fast-tracked and not reviewed since, and what is late; with `assignee`
 * (`me`, `nobody` or the id of a user) or `overdue=true` pieces at every stage. `fastTracked=true` narrows it to what was fast-tracked, at
 * whatever stage a next revision is. `age` is the time at the stage, in seconds; as a parameter the least of it. `search` is looked for in titles.
 *
 * @throws CodedError `not_authenticated`, `invalid_value`.
 */
export async function reviewQueue(req: PayloadRequest, query: QueueQuery): Promise<QueuePage> {
  const actor = requireStaff(req)
  const now = runtimeOf(req.payload).now()
  const overdueSince = await reviewsLateSince(req, now)
  const where: Where[] = [waitsFor(query, now), ...attributesAsked(req, query)]
  if (query.collection) where.push({ collection: { equals: collectionAsked(req, query.collection) } })
  if (query.assignee) where.push(assignedTo(query.assignee, actor.id))
  if (isTrue('overdue', query.overdue)) where.push(overdue(now, overdueSince))
  if (query.age)
    where.push({
      stageSince: { less_than_equal: before(now, wholeNumber('age', query.age, { usual: 0, most: MOST_AGE })) },
    })
  if (query.search) where.push({ title: { like: query.search } })
  if (actor.roles.every((role) => role === 'contributor')) where.push({ owner: { equals: actor.id } })
  const found = await pageOfKnown(
    req,
    { and: where },
    { ...pageAsked(query, { usual: 25, mostPages: 100_000 }), sort: 'stageSince' },
  )
  const turns = await turnsOf(req, found.docs)
  return {
    ...found,
    page: found.page ?? 1,
    docs: found.docs.map((row) => queueEntry(row, now, overdueSince, turns(row))),
  }
}

/**
 * @param overdueSince of {@link reviewsLateSince}
 * @param waitsFor of {@link turnsOf}
 */
export function queueEntry(row: DossierRow, now: Date, overdueSince: string, waitsFor: readonly string[]): QueueEntry {
  const waiting = unreviewed(row.state)
  const { dueAt } = row.assignment
  const reviewOverdue = (waiting?.since ?? overdueSince) < overdueSince
  const pastDue = dueAt !== null && dueAt < now.toISOString()
  return {
    ...dossierView(row),
    headline: row.title,
    age: secondsSince(row.state.stageSince, now),
    unreviewedFor: waiting ? secondsSince(waiting.since, now) : null,
    overdue: reviewOverdue || pastDue,
    reviewOverdue,
    pastDue,
    attributes: row.attributes,
    words: row.words,
    waitsFor,
  }
}

/** Takes the parameters of the queue out of a URL; any other is refused. */
export function queueQuery(req: PayloadRequest, search: URLSearchParams): QueueQuery {
  return parametersIn(search, [...QUEUE_PARAMETERS, ...attributeNames(req.payload)])
}

/** Names of what the policy may look at in any of the collections. */
export function attributeNames(payload: { config: SanitizedConfig }): readonly string[] {
  const all = [...runtimeOf(payload).collections.values()].flatMap(({ options }) =>
    Object.keys(options.attributes ?? {}),
  )
  return [...new Set(all)]
}

/** Conditions for the values that a query gives for what the policy may look at. */
export function attributesAsked(
  req: PayloadRequest,
  query: Readonly<Record<string, string | undefined>>,
): readonly Where[] {
  return attributeNames(req.payload).flatMap((name): Where[] => {
    const value = query[name]
    return value ? [{ attributes: { equals: attributeKey(name, value) } }] : []
  })
}

function assignedTo(assignee: string, asker: string): Where {
  if (assignee === 'nobody') return { assignees: { exists: false } }
  return { assignees: { equals: assignee === 'me' ? asker : assignee } }
}

function overdue(now: Date, overdueSince: string): Where {
  return {
    or: [{ dueAt: { less_than: now.toISOString() } }, { unreviewedSince: { less_than: overdueSince } }],
  }
}

/** A year: nothing is older for a queue. */
const MOST_AGE = 31_622_400

function before(now: Date, seconds: number): string {
  return new Date(now.getTime() - seconds * 1000).toISOString()
}

function secondsSince(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))
}

/** What went out without a review before this time, and still has none, is overdue; ISO 8601. */
export async function reviewsLateSince(req: PayloadRequest, now: Date): Promise<string> {
  const hours = (await runtimeOf(req.payload).policy(req)).reviewWithinHours ?? REVIEW_WITHIN_HOURS
  return new Date(now.getTime() - hours * 3_600_000).toISOString()
}

/** Before everything that has a time. */
export const EVER = new Date(0).toISOString()

/** How long after its time a scheduled piece is late: by then the clock has tried (CONTRACT §6: within 10 s). */
const LATE_MS = 15_000

/** Without a stage: what waits for a review, and what should have gone out and did not, whatever the reason. */
function waitsFor(query: QueueQuery, now: Date): Where {
  // Not `exists`: SQLite looks that up in no index.
  const waiting: Where = { unreviewedSince: { greater_than: EVER } }
  const stages: Where | null = query.stage ? { stage: { in: [...stagesOf(query.stage)] } } : null
  if (isTrue('fastTracked', query.fastTracked)) return stages ? { and: [waiting, stages] } : waiting
  if (stages) return stages
  if (query.assignee || isTrue('overdue', query.overdue)) return { id: { exists: true } }
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

function collectionAsked(req: PayloadRequest, slug: string): string {
  const { collections } = runtimeOf(req.payload)
  if (collections.has(slug)) return slug
  const message = `A collection is one of ${[...collections.keys()].join(', ')}.`
  throw coded('invalid_value', { field: 'collection', message })
}

function isTrue(field: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === 'false') return false
  if (value === 'true') return true
  throw coded('invalid_value', { field, message: 'Give true or false.' })
}
