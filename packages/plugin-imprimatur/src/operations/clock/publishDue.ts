import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { hasItsTime } from '../../domain/releases/index.ts'
import { CLOCK, ERRORS, type Digest, type ErrorCode } from '../../domain/workflow/index.ts'
import { entriesOf, isPassing, isPassingCode, isTransient } from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import { findDossiers, holdersOf, type DossierRow } from '../../store/index.ts'
import { executeTransitions } from '../executeTransitions.ts'
import { publishDueReleases } from '../releases/publishDueReleases.ts'
import { recordMissedPublication } from '../recordMissedPublication.ts'
import { turnsAfter } from './turnsAfter.ts'

/** How many due pieces are read at once, and how many refused ones are remembered. */
const PAGE = 50

/**
 * How often a piece that waits for another one is tried in a round: a teaser for its article, the article for its
 * author.
 */
const PASSES = 3

/** What a clock remembers beside the dossiers. After a restart it remembers nothing, and tries everything once. */
export type ClockMemory = {
  /** When the last round began, in milliseconds. */
  since: number | null
  /** Pieces whose failure could not be recorded, by key, and since when. */
  readonly untold: Map<string, number>
  /** The request whose transaction is open now. */
  open: PayloadRequest | null
  stopped: boolean
}

export function aClockMemory(): ClockMemory {
  return { since: null, untold: new Map(), open: null, stopped: false }
}

type Obstacle = { readonly code: ErrorCode; readonly message: string }

/**
 * Publishes every release whose time has come, and then every other scheduled piece, each in a transaction of its own with every condition checked
 * again. Pieces already reported are retried after newly due ones. What cannot go out stays scheduled, its dossier says
 * why (`missed`), and it is tried again after growing pauses (see {@link turnsAfter}).
 */
export async function publishDue(
  payload: Payload,
  memory: ClockMemory = aClockMemory(),
): Promise<{ published: number; refused: number }> {
  const now = runtimeOf(payload).now().getTime()
  const { since } = memory
  const fresh = new DueRows(payload)
  const told = new DueRows(payload)
  let waiting: DossierRow[] = []
  let again: DossierRow[] = []
  let passes = PASSES - 1
  let progress = false
  let { published, refused } = await publishDueReleases(payload, {
    isItsTurn: (told) => isItsTurn(told, since, now),
    isStopped: () => memory.stopped,
    opened: (req) => (memory.open = req),
  })

  const next = async (): Promise<DossierRow | null> => {
    const row =
      (await fresh.next((each) => toldAt(each, memory) === null)) ??
      (await told.next((each) => isItsTurn(toldAt(each, memory), since, now)))
    if (row) return row
    if (again.length === 0 && progress && passes-- > 0) {
      again = waiting
      refused -= waiting.length
      waiting = []
      progress = false
    }
    return again.shift() ?? null
  }

  const obstacles = new Map<string, { row: DossierRow; obstacle: Obstacle }>()
  const tellAll = async () => {
    for (const { row, obstacle } of obstacles.values()) await tell(payload, memory, row, obstacle)
    obstacles.clear()
  }
  for (let row = await next(); row && !memory.stopped; row = await next()) {
    const obstacle = await publish(payload, memory, row)
    if (obstacle === null) {
      published++
      progress = true
      obstacles.delete(row.state.piece)
      continue
    }
    refused++
    if (obstacle.code === 'gate_failed' && waiting.length < PAGE) waiting.push(row)
    obstacles.set(row.state.piece, { row, obstacle })
    if (obstacles.size >= PAGE) await tellAll()
  }
  await tellAll()
  memory.since = now
  return { published, refused }
}

/**
 * Scheduled pieces whose time has come, earliest first, page by page: what becomes due while they are gone through, too. Those that have the time of their
 * release go out with that.
 */
class DueRows {
  private page: DossierRow[] = []
  private behind: Where = {}

  constructor(private readonly payload: Payload) {}

  async next(isWanted: (row: DossierRow) => boolean): Promise<DossierRow | null> {
    for (;;) {
      if (this.page.length === 0 && !(await this.turn())) return null
      const row = this.page.shift()
      if (row && isWanted(row)) return row
    }
  }

  /** Whether there was another page, which may hold nothing that goes out by itself. */
  private async turn(): Promise<boolean> {
    const now = runtimeOf(this.payload).now().toISOString()
    const due: Where[] = [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than_equal: now } }]
    const page = { limit: PAGE, sort: ['scheduledAt', 'piece'] }
    const rows = await findDossiers({ payload: this.payload }, { and: [...due, this.behind] }, page)
    const last = rows.at(-1)
    if (!last) return false
    const holders = await holdersOf(
      { payload: this.payload },
      rows.map(({ state }) => state.piece),
    )
    this.page = rows.filter(({ state }) => {
      const holder = holders.get(state.piece)
      return !holder || !hasItsTime(holder, state.schedule)
    })
    const { piece, schedule } = last.state
    const at = new Date(schedule?.at ?? 0).toISOString()
    this.behind = {
      or: [
        { scheduledAt: { greater_than: at } },
        { and: [{ scheduledAt: { equals: at } }, { piece: { greater_than: piece } }] },
      ],
    }
    return true
  }
}

/** When it was recorded that the piece did not go out at this time, in milliseconds; null: it was not. */
function toldAt({ state: { missed, piece, schedule } }: DossierRow, { untold }: ClockMemory): number | null {
  const isOfThisTime = missed?.by === 'clock' && Date.parse(missed.due) === Date.parse(schedule?.at ?? '')
  return isOfThisTime ? Date.parse(missed.at) : (untold.get(piece) ?? null)
}

/** A clock that was just started, or that was set back, tries everything. */
function isItsTurn(told: number | null, since: number | null, now: number): boolean {
  if (told === null) return false
  return since === null || since > now || turnsAfter(now - told) > turnsAfter(since - told)
}

/** Null when it went out, otherwise what stood in the way. A piece that cannot be judged does not hold up the others. */
async function publish(payload: Payload, memory: ClockMemory, row: DossierRow): Promise<Obstacle | null> {
  const digest: Digest = row.state.schedule?.digest ?? row.digest
  const { collection, pieceId: id } = row
  try {
    const req = await createLocalReq({}, payload)
    memory.open = req
    await executeTransitions(req, CLOCK, [{ collection, id, command: { transition: 'publish', digest } }])
    memory.untold.delete(row.state.piece)
    return null
  } catch (error) {
    const [first] = entriesOf(error) ?? []
    if (first) return first
    if (isTransient(error)) return { code: 'conflict', message: ERRORS.conflict.message }
    if (!memory.stopped)
      payload.logger.error({ err: error, msg: 'A due piece could not be published.', piece: row.state.piece })
    return { code: 'internal_error', message: ERRORS.internal_error.message }
  } finally {
    memory.open = null
  }
}

async function tell(payload: Payload, memory: ClockMemory, row: DossierRow, obstacle: Obstacle): Promise<void> {
  const { piece, missed } = row.state
  const { code } = obstacle
  // What says nothing about the piece is tried again in the next round.
  if (memory.stopped || isPassingCode(code)) return
  if (missed?.code === code && toldAt(row, memory) !== null) return
  try {
    const told = await recordMissedPublication(await createLocalReq({}, payload), row, obstacle)
    if (told) payload.logger.warn({ msg: 'A due piece was not published.', piece, code })
  } catch (error) {
    if (isPassing(error)) return
    if (memory.untold.size >= PAGE) memory.untold.clear()
    if (!memory.untold.has(piece)) memory.untold.set(piece, runtimeOf(payload).now().getTime())
    payload.logger.error({ err: error, msg: 'The desk could not be told of a due piece.', piece })
  }
}
