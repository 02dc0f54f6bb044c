import { Temporal } from 'temporal-polyfill'
import type { PayloadRequest } from 'payload'
import { allowedByProject, canSeeAllPieces } from '../access/index.ts'
import {
  csvOf,
  needsEarlier,
  roundsIn,
  staysIn,
  summaryOf,
  type LoggedMove,
  type Rounds,
  type Summary,
} from '../domain/reports/index.ts'
import { instant, STAGES, type Stage } from '../domain/workflow/index.ts'
import { coded, parametersIn } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { earlierMoves, movesWithin, piecesWith, requireStaff, splitPiece, waitingAt } from '../store/index.ts'
import { attributeNames, attributesAsked } from './reviewQueue.ts'

/** How the desk works; durations are seconds, times ISO 8601 in UTC. */
export type DeskReport = {
  /** From this time on, and before that one. */
  readonly from: string
  readonly to: string
  /** Stays that ended in the period, by the stage that was left. */
  readonly stages: readonly (Summary & { readonly stage: Stage })[]
  /** Rounds of review that ended in the period. */
  readonly rounds: Rounds
  /** How long what waits now has waited. */
  readonly waiting: readonly (Summary & { readonly stage: Stage; readonly oldest: number | null })[]
  readonly longest: readonly {
    readonly collection: string
    readonly id: string
    readonly title: string | null
    readonly stage: Stage
    readonly age: number
  }[]
  readonly looked: {
    /** The first moment that was looked at: later than `from` when there were too many events. */
    readonly from: string
    readonly events: number
    /** Whether everything was looked at that there is. */
    readonly complete: boolean
  }
}

export const REPORT_PARAMETERS = ['from', 'to', 'format'] as const

export type ReportQuery = Readonly<Record<string, string | undefined>>

/** Where a piece waits for somebody. */
const WAITS = ['in_review', 'changes_requested', 'approved'] as const satisfies readonly Stage[]

const LIMITS = { events: 20_000, waiting: 20_000, longest: 20, days: 366 }

const DAY_MS = 86_400_000

/**
 * Time in each stage, how often pieces are sent back, and the age of what waits, of all pieces or those with a value that the policy may look at, such as
 * `section`; to be read in one snapshot. At most so many events are looked at, the latest ones.
 *
 * @param query `from` and `to` are days of the newsroom, both included, or instants, the second one not included; left out, the last 30 days
 * @param limits how many events, and how many waiting pieces, are looked at at most
 * @throws CodedError `not_authenticated`, `forbidden` for contributors who are nothing else, `invalid_value`
 */
export async function deskReport(
  req: PayloadRequest,
  query: ReportQuery,
  limits: { readonly events: number; readonly waiting: number } = LIMITS,
): Promise<DeskReport> {
  requireStaff(req)
  if (!canSeeAllPieces(req)) throw coded('forbidden')
  const now = runtimeOf(req.payload).now()
  const { from, to } = await periodOf(req, query, now)
  const narrowed = attributesAsked(req, query)

  const read = await movesWithin(req, { from, to }, limits.events + 1)
  const tooMany = read.length > limits.events
  const seen = tooMany ? read.slice(0, limits.events) : read
  const first = tooMany ? (seen.at(-1)?.at ?? from) : from
  const moves = await onlyKnown(req, await among(req, seen, narrowed))
  const earlier = await earlierMoves(req, needsEarlier(moves), first, limits.events)
  const stays = staysIn(moves, earlier.moves)

  const waits = await waitingAt(req, WAITS, narrowed, limits.waiting + 1)
  const waiting = (await onlyKnown(req, waits.slice(0, limits.waiting))).map((row) => ({
    ...row,
    age: Math.max(0, Math.round((now.getTime() - Date.parse(row.since)) / 1000)),
  }))
  const ages = (stage: Stage): readonly number[] => waiting.filter((row) => row.stage === stage).map(({ age }) => age)
  return {
    from,
    to,
    stages: STAGES.map((stage) => ({
      stage,
      ...summaryOf(stays.filter((stay) => stay.stage === stage).map(({ seconds }) => seconds)),
    })),
    rounds: roundsIn(moves),
    waiting: WAITS.map((stage) => ({
      stage,
      ...summaryOf(ages(stage)),
      oldest: ages(stage).reduce<number | null>((most, age) => Math.max(most ?? 0, age), null),
    })),
    longest: waiting.slice(0, LIMITS.longest).map(({ age, piece, stage, title }) => {
      const [collection, id] = splitPiece(piece)
      return { collection, id, title, stage, age }
    }),
    looked: {
      from: first,
      events: seen.length,
      complete: !tooMany && earlier.complete && waits.length <= limits.waiting,
    },
  }
}

/** The report as a table for spreadsheets. */
export function reportAsCsv({ longest, looked, rounds, stages, waiting }: DeskReport): string {
  const { approved, rate, sentBack } = rounds
  return csvOf([
    ['measure', 'stage', 'count', 'median_seconds', 'p90_seconds', 'longest_seconds', 'rate', 'piece', 'title'],
    ...stages.map(({ count, median, p90, stage }) => ['time_in_stage', stage, count, median, p90, ...empty(4)]),
    ['sent_back', null, sentBack, ...empty(3), rate, ...empty(2)],
    ['approved', null, approved, ...empty(6)],
    ...waiting.map((each) => ['waiting', each.stage, each.count, each.median, each.p90, each.oldest, ...empty(3)]),
    ...longest.map(({ age, collection, id, stage, title }) => [
      'longest_waiting',
      stage,
      ...empty(3),
      age,
      null,
      `${collection}:${id}`,
      title,
    ]),
    ['events_looked_at', null, looked.events, ...empty(6)],
    ['looked_at_everything', looked.complete ? 'yes' : `from ${looked.from}`, ...empty(7)],
  ])
}

function empty(cells: number): null[] {
  return Array.from({ length: cells }, () => null)
}

/** Takes the parameters of the report out of a URL; any other is refused. */
export function reportQuery(req: PayloadRequest, search: URLSearchParams): ReportQuery {
  const known: readonly string[] = [...REPORT_PARAMETERS, ...attributeNames(req.payload)]
  const query: ReportQuery = parametersIn(search, known)
  const { format = 'json' } = query
  if (format !== 'json' && format !== 'csv')
    throw coded('invalid_value', { field: 'format', message: 'A format is json or csv.' })
  return query
}

async function periodOf(
  req: PayloadRequest,
  { from, to }: ReportQuery,
  now: Date,
): Promise<{ from: string; to: string }> {
  const zone = await runtimeOf(req.payload).timeZone(req)
  const end = to ? boundOf('to', to, zone, 1) : now.getTime()
  const begin = from ? boundOf('from', from, zone, 0) : end - 30 * DAY_MS
  if (begin >= end) throw coded('invalid_value', { field: 'from', message: 'The period has to begin before it ends.' })
  if (end - begin > LIMITS.days * DAY_MS)
    throw coded('invalid_value', { field: 'from', message: 'A report is of a year at most.' })
  return { from: new Date(begin).toISOString(), to: new Date(end).toISOString() }
}

/** Milliseconds since 1970 of an instant, or of the beginning of the day that comes so many days after a day of the newsroom. */
function boundOf(field: string, value: string, zone: string, later: number): number {
  const at = instant(value)
  if (at !== null) return at
  try {
    if (/^\d{4}-\d{2}-\d{2}$/u.test(value))
      return Temporal.PlainDate.from(value, { overflow: 'reject' }).add({ days: later }).toZonedDateTime(zone)
        .epochMilliseconds
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw coded('invalid_value', {
    field,
    message: 'Give a day such as 2026-03-01, or a time in ISO 8601 with an offset or Z.',
  })
}

/** Of the pieces that the project's own rules let the asker read. */
async function onlyKnown<Row extends { readonly piece: string }>(
  req: PayloadRequest,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const known = await allowedByProject(req, 'read', [...new Set(rows.map(({ piece }) => piece))])
  return rows.filter(({ piece }) => known.has(piece))
}

async function among(
  req: PayloadRequest,
  moves: readonly LoggedMove[],
  narrowed: Parameters<typeof piecesWith>[2],
): Promise<readonly LoggedMove[]> {
  if (narrowed.length === 0) return moves
  const kept = await piecesWith(req, [...new Set(moves.map(({ piece }) => piece))], narrowed)
  return moves.filter(({ piece }) => kept.has(piece))
}
