import { createLocalReq, type Payload, type Where } from 'payload'
import { CLOCK, ERRORS, type Digest, type ErrorCode } from '../../workflow/index.ts'
import { entriesOf } from '../errors/CodedError.ts'
import { newsroom } from '../plugin/context.ts'
import { findDossiers, type DossierRow } from '../plugin/dossierStore.ts'
import { perform } from '../plugin/perform.ts'
import { tellMissed } from '../plugin/tellMissed.ts'

/** How often what is due is looked for. */
const EVERY_MS = 5_000

/** How many pieces that were told of already are tried again in one round, so that they keep nothing else waiting. */
const RETRIED = 50

/** Publishes what is due from now on, at once and every few seconds, until it is stopped. */
export function startClock(payload: Payload): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const turns: Turns = { last: '' }
  const tick = () => {
    running = running
      .then(() => publishDue(payload, turns))
      .catch((error: unknown) => {
        payload.logger.error({ err: error, msg: 'The clock could not look for what is due.' })
      })
  }
  tick()
  const timer = setInterval(tick, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** The last piece that was tried again after having been told of; the next round goes on behind it. */
type Turns = { last: string }

/**
 * Publishes every scheduled piece whose time has come, each in a transaction of its own with every condition checked
 * again. A piece that has to wait for another one that is due too is tried again after it. What cannot go out stays
 * scheduled, and its dossier says why (`missed`); it is tried again in later rounds.
 * Those that were told of take turns; what has just become due never waits for them.
 */
export async function publishDue(
  payload: Payload,
  turns: Turns = { last: '' },
): Promise<{ published: number; refused: number }> {
  const rows = await due(payload)
  const told = rows.filter((row) => row.state.missed !== null)
  const again = [...new Set([...told.filter((row) => row.state.piece > turns.last), ...told])].slice(0, RETRIED)
  turns.last = again.at(-1)?.state.piece ?? ''
  let waiting: readonly DossierRow[] = [...rows.filter((row) => row.state.missed === null), ...again]
  let published = 0
  let obstacles = new Map<DossierRow, Obstacle>()
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length
    obstacles = new Map()
    for (const row of waiting) {
      const obstacle = await publish(payload, row)
      if (obstacle === null) published++
      else obstacles.set(row, obstacle)
    }
    waiting = [...obstacles.keys()]
  }
  for (const [row, obstacle] of obstacles) await tell(payload, row, obstacle)
  return { published, refused: obstacles.size }
}

async function due(payload: Payload): Promise<readonly DossierRow[]> {
  const now = newsroom(payload).now().toISOString()
  const where: Where = { and: [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than_equal: now } }] }
  const rows = await findDossiers({ payload }, where)
  return [...rows].sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
}

function orderOf(row: DossierRow): string {
  return row.state.missed ? row.state.piece : new Date(row.state.schedule?.at ?? 0).toISOString()
}

type Obstacle = { readonly code: ErrorCode; readonly message: string }

/** Null when it went out, else what stood in the way. One piece that cannot even be judged holds up no other. */
async function publish(payload: Payload, row: DossierRow): Promise<Obstacle | null> {
  const digest: Digest = row.state.schedule?.digest ?? row.digest
  try {
    const req = await createLocalReq({}, payload)
    await perform(req, CLOCK, [
      { collection: row.collection, id: row.pieceId, command: { transition: 'publish', digest } },
    ])
    return null
  } catch (error) {
    const [first] = entriesOf(error) ?? []
    if (first) return first
    payload.logger.error({ err: error, msg: 'A due piece could not be published.', piece: row.state.piece })
    return { code: 'internal_error', message: ERRORS.internal_error.message }
  }
}

/** Losing a race, or finding the database busy, says nothing about the piece: the next round will tell. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['conflict', 'busy'])

async function tell(payload: Payload, row: DossierRow, obstacle: Obstacle): Promise<void> {
  const { piece } = row.state
  payload.logger.warn({ msg: 'A due piece was not published.', piece, code: obstacle.code })
  if (PASSING.has(obstacle.code)) return
  try {
    await tellMissed(await createLocalReq({}, payload), row, obstacle)
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The desk could not be told of a due piece.', piece })
  }
}
