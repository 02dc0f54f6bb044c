import { createLocalReq, type Payload } from 'payload'
import { CLOCK, ERRORS, type Digest } from '../../domain/workflow/index.ts'
import { entriesOf, isTransient } from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import type { DossierRow } from '../../store/index.ts'
import { executeTransitions } from '../executeTransitions.ts'
import { publishDueReleases } from '../releases/publishDueReleases.ts'
import { aClockMemory, isItsTurn, toldAt, type ClockMemory } from './ClockMemory.ts'
import { dueRows } from './dueRows.ts'
import { Obstacles, type Obstacle } from './Obstacles.ts'

/** How many due pieces are read at once, and how many refused ones are remembered. */
const PAGE = 50

/**
 * How often a piece that waits for another one is tried in a round: a teaser for its article, the article for its
 * author.
 */
const PASSES = 3

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
  const sum = await publishDueReleases(payload, {
    isItsTurn: (told) => isItsTurn(told, memory, now),
    isStopped: () => memory.stopped,
    opened: (req) => (memory.open = req),
  })
  const obstacles = new Obstacles(payload, memory, PAGE)
  let waiting: DossierRow[] = []

  /** Whether one of them went out. */
  const tryEach = async (rows: Iterable<DossierRow> | AsyncIterable<DossierRow>): Promise<boolean> => {
    const before = sum.published
    for await (const row of rows) {
      if (memory.stopped) break
      const obstacle = await publish(payload, memory, row)
      if (obstacle === null) {
        sum.published++
        obstacles.forget(row)
        continue
      }
      sum.refused++
      if (obstacle.code === 'gate_failed' && waiting.length < PAGE) waiting.push(row)
      await obstacles.note(row, obstacle)
    }
    return sum.published > before
  }

  let progress = await tryEach(inTurn(payload, memory, now))
  for (let pass = 2; pass <= PASSES && progress && waiting.length > 0; pass++) {
    const again = waiting
    waiting = []
    sum.refused -= again.length
    progress = await tryEach(again)
  }
  await obstacles.tell()
  memory.since = now
  return sum
}

/** Newly due pieces, and then those that were told of, as far as it is their turn. */
async function* inTurn(payload: Payload, memory: ClockMemory, now: number): AsyncGenerator<DossierRow> {
  for await (const row of dueRows(payload, PAGE)) if (toldAt(row, memory) === null) yield row
  for await (const row of dueRows(payload, PAGE)) if (isItsTurn(toldAt(row, memory), memory, now)) yield row
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
