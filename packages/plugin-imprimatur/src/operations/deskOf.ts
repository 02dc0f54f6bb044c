import type { PayloadRequest, Where } from 'payload'
import { changesInWords } from '../domain/difference/index.ts'
import {
  DESK_CARDS,
  deskCardsFor,
  mayReview,
  writersOf,
  type DeskCard,
  type DeskCardName,
  type WorkflowEvent,
} from '../domain/workflow/index.ts'
import { canSeeDraft, knownDrafts } from '../access/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { findDossiers, lastEvents, peopleOf, requireStaff, type DossierRow } from '../store/index.ts'
import { drawnBetween } from './difference.ts'
import { pagesOfKnown } from './pageOfKnown.ts'
import { EVER, queueEntry, reviewsLateSince, type QueueEntry } from './reviewQueue.ts'
import { turnsOf } from './reviewsOn.ts'

/** A piece on somebody's dashboard. */
export type DeskEntry = QueueEntry & {
  /** Why it was sent back, by whom and when; null unless it was. */
  readonly sentBack: { readonly reason: string; readonly by: string; readonly at: string } | null
  /** Labels of the fields that differ from what readers have; null unless a reviewer has to look at them, and for a new piece. */
  readonly changed: readonly string[] | null
}

export type DeskView = {
  readonly cards: readonly {
    readonly name: DeskCardName
    /** All of them; `entries` are the first. */
    readonly total: number
    readonly entries: readonly DeskEntry[]
  }[]
  /** The last moves of pieces that concern the asker, the newest first. */
  readonly happened: readonly {
    readonly collection: string
    readonly id: string
    readonly title: string | null
    readonly event: WorkflowEvent
  }[]
  /** Names of all users that are spoken of, by id. */
  readonly people: Readonly<Record<string, string>>
}

/** Pieces on a card; days ahead and pieces on the timeline of what goes out. */
const MOST = { onCard: 5, looked: 25, pages: 8, days: 7, scheduled: 50, happened: 10, concerning: 50 }

/** Events that say nothing which the dashboard does not say better. */
const UNTOLD = ['touch']

/**
 * What needs the asking member of staff now, and what happened to the pieces that concern them, to be read in one snapshot.
 *
 * @throws CodedError `not_authenticated`.
 */
export async function deskOf(req: PayloadRequest): Promise<DeskView> {
  const actor = requireStaff(req)
  const { now: time, policy } = runtimeOf(req.payload)
  const now = time()
  const lateSince = await reviewsLateSince(req, now)
  const standing = await policy(req)
  const theirsAmong = async (card: DeskCard, rows: readonly DossierRow[]): Promise<readonly DossierRow[]> => {
    const seen = rows.filter((row) => canSeeDraft(req)(row.state))
    if (card.whose !== 'of_others') return seen
    const waitsFor = await turnsOf(req, seen)
    return seen.filter(
      (row) =>
        isOpenFor(row, actor.id) &&
        mayReview(standing, { collection: row.collection, attributes: row.attributes }, actor) &&
        waitsFor(row).length === 0,
    )
  }
  const cards: DeskView['cards'][number][] = []
  for (const name of deskCardsFor(actor.roles, standing)) {
    const card: DeskCard = DESK_CARDS[name]
    const { rows, total } = await rowsOf(req, card, actor.id, now, theirsAmong)
    const reasons = await reasonsFor(req, rows)
    const entries: DeskEntry[] = []
    for (const row of rows) {
      const entry = queueEntry(row, now, lateSince, [])
      const changed = name === 'to_review' && row.state.stage === 'in_review' ? await changedIn(req, row) : null
      entries.push({ ...entry, changed, sentBack: reasons.get(row.state.piece) ?? null })
    }
    cards.push({ name, total, entries })
  }
  const happened = await lastMoves(req, actor.id)
  return { cards, happened, people: await namesIn(req, cards, happened) }
}

/** Reads on until there are enough, as what is not for this person can stand before it, and not for ever. */
async function rowsOf(
  req: PayloadRequest,
  card: DeskCard,
  person: string,
  now: Date,
  theirsAmong: (card: DeskCard, rows: readonly DossierRow[]) => Promise<readonly DossierRow[]>,
): Promise<{ rows: readonly DossierRow[]; total: number }> {
  const onTimeline = card.order === 'next_out'
  const theirs: DossierRow[] = []
  let [pages, seen, all] = [0, 0, 0]
  for await (const found of pagesOfKnown(req, whereOf(card, person, now), {
    limit: onTimeline ? MOST.scheduled : MOST.looked,
    sort: SORTS[card.order],
  })) {
    theirs.push(...(await theirsAmong(card, found.docs)))
    seen += found.docs.length
    all = found.totalDocs
    if (onTimeline || theirs.length >= MOST.onCard || ++pages === MOST.pages) break
  }
  // What somebody else has taken comes last.
  const rows =
    card.whose === 'of_others'
      ? [...theirs.filter((row) => isFree(row, person)), ...theirs.filter((row) => !isFree(row, person))]
      : theirs
  return { rows: onTimeline ? rows : rows.slice(0, MOST.onCard), total: all - (seen - theirs.length) }
}

const SORTS = { longest_waiting: 'stageSince', newest: '-stageSince', next_out: 'scheduledAt' } as const

const DAY = 86_400_000

function whereOf({ also, order, stages, whose, withinDays }: DeskCard, person: string, now: Date): Where {
  const place: Where[] = [
    ...(stages ? [{ stage: { in: [...stages] } }] : []),
    ...(also === 'unreviewed' ? [{ unreviewedSince: { greater_than: EVER } }] : []),
    ...(also === 'missed' ? [{ missedAt: { greater_than: EVER } }] : []),
  ]
  const own: Where = { or: [{ writers: { equals: person } }, { assignees: { equals: person } }] }
  const since = new Date(now.getTime() - (withinDays ?? 0) * DAY).toISOString()
  const until = new Date(now.getTime() + MOST.days * DAY).toISOString()
  return {
    and: [
      { or: place },
      ...(whose === 'own' ? [own] : []),
      ...(whose === 'of_others' ? [{ writers: { not_equals: person } }] : []),
      ...(withinDays === undefined ? [] : [{ stageSince: { greater_than: since } }]),
      ...(order === 'next_out' ? [{ scheduledAt: { less_than_equal: until } }] : []),
    ],
  }
}

/** Whether somebody has not signed exactly this text yet. */
function isOpenFor({ digest, state }: DossierRow, person: string): boolean {
  return ![...state.signOffs, ...(state.fastTracked?.signOffs ?? [])].some(
    (each) => each.by === person && each.digest === digest,
  )
}

function isFree({ assignment }: DossierRow, person: string): boolean {
  return assignment.assignees.length === 0 || assignment.assignees.includes(person)
}

async function reasonsFor(
  req: PayloadRequest,
  rows: readonly DossierRow[],
): Promise<ReadonlyMap<string, NonNullable<DeskEntry['sentBack']>>> {
  const pieces = rows.filter(({ state }) => state.stage === 'changes_requested').map(({ state }) => state.piece)
  const found = new Map<string, NonNullable<DeskEntry['sentBack']>>()
  for (const piece of pieces) {
    const where: Where = { and: [{ piece: { equals: piece } }, { transition: { equals: 'request_changes' } }] }
    const [last] = await lastEvents(req, where, 1)
    if (last) found.set(piece, { reason: last.reason ?? '', by: last.actor, at: last.at })
  }
  return found
}

/** The fields that differ from what readers have, each once; null for a piece that readers do not have. */
async function changedIn(req: PayloadRequest, row: DossierRow): Promise<readonly string[] | null> {
  if (!row.state.live) return null
  const { drawing, drawn } = await drawnBetween(req, row.collection, row.pieceId, {})
  return [...new Set(changesInWords(drawn.changes, drawing).map(({ field }) => field))]
}

/** Of the pieces that somebody wrote, is to work on or has moved lately. */
async function lastMoves(req: PayloadRequest, person: string): Promise<DeskView['happened']> {
  const theirs: Where = { or: [{ writers: { equals: person } }, { assignees: { equals: person } }] }
  const own = await findDossiers(req, theirs, { limit: MOST.concerning, sort: '-updatedAt' })
  const moved = await lastEvents(req, { actor: { equals: person } }, MOST.concerning)
  const known = new Set(own.map(({ state }) => state.piece))
  const others = [...new Set(moved.map(({ piece }) => piece))].filter((piece) => !known.has(piece))
  const more = others.length > 0 ? await findDossiers(req, { piece: { in: others } }) : []
  const rows = new Map((await knownDrafts(req, [...own, ...more])).map((row) => [row.state.piece, row]))
  if (rows.size === 0) return []
  const events = await lastEvents(
    req,
    { and: [{ piece: { in: [...rows.keys()] } }, { transition: { not_in: UNTOLD } }] },
    MOST.happened,
  )
  return events.flatMap((event) => {
    const row = rows.get(event.piece)
    return row ? [{ collection: row.collection, id: row.pieceId, title: row.title, event }] : []
  })
}

async function namesIn(
  req: PayloadRequest,
  cards: DeskView['cards'],
  happened: DeskView['happened'],
): Promise<Readonly<Record<string, string>>> {
  const spokenOf = cards.flatMap(({ entries }) =>
    entries.flatMap((entry) => [
      ...writersOf(entry),
      entry.owner,
      ...entry.assignees,
      ...(entry.sentBack ? [entry.sentBack.by] : []),
      ...(entry.missed ? [entry.missed.by] : []),
    ]),
  )
  const people = await peopleOf(req, [...spokenOf, ...happened.map(({ event }) => event.actor)])
  return Object.fromEntries([...people].map(([id, { name }]) => [id, name ?? id]))
}
