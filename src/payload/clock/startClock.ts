import { createLocalReq, type Payload, type Where } from 'payload'
import { CLOCK, type Digest } from '../../workflow/index.ts'
import { entriesOf } from '../errors/CodedError.ts'
import { newsroom } from '../plugin/context.ts'
import { findDossiers, type DossierRow } from '../plugin/dossierStore.ts'
import { perform } from '../plugin/perform.ts'

/** How often what is due is looked for. */
const EVERY_MS = 5_000

/** Publishes what is due from now on, at once and every few seconds, until it is stopped. */
export function startClock(payload: Payload): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const tick = () => {
    running = running
      .then(() => publishDue(payload))
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

/**
 * Publishes every scheduled piece whose time has come, each in a transaction of its own with every condition checked
 * again. A piece that has to wait for another one that is due too is tried again after it. What cannot go out stays
 * scheduled and is logged.
 */
export async function publishDue(payload: Payload): Promise<{ published: number; refused: number }> {
  let waiting = await due(payload)
  let published = 0
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length
    const refused: DossierRow[] = []
    for (const row of waiting) {
      if (await publish(payload, row)) published++
      else refused.push(row)
    }
    waiting = refused
  }
  return { published, refused: waiting.length }
}

async function due(payload: Payload): Promise<readonly DossierRow[]> {
  const now = newsroom(payload).now().toISOString()
  const where: Where = { and: [{ stage: { equals: 'scheduled' } }, { scheduledAt: { less_than_equal: now } }] }
  return findDossiers({ payload }, where, { limit: 100, sort: 'scheduledAt' })
}

async function publish(payload: Payload, row: DossierRow): Promise<boolean> {
  const digest: Digest = row.state.schedule?.digest ?? row.digest
  try {
    const req = await createLocalReq({}, payload)
    await perform(req, CLOCK, [
      { collection: row.collection, id: row.pieceId, command: { transition: 'publish', digest } },
    ])
    return true
  } catch (error) {
    const entries = entriesOf(error)
    if (!entries) throw error
    payload.logger.warn({
      msg: 'A due piece was not published.',
      piece: row.state.piece,
      codes: entries.map((each) => each.code),
    })
    return false
  }
}
