import { killTransaction, type Payload } from 'payload'
import { pruneChanges, settleChanges } from '../../changes/index.ts'
import { entriesOf, isPassing, isTransient } from '../../errors/index.ts'
import { settleSearch } from '../../search/index.ts'
import { mailNotifications } from '../mailNotifications.ts'
import { aClockMemory } from './ClockMemory.ts'
import { publishDue } from './publishDue.ts'

/** In milliseconds. */
export type ClockTimes = {
  /** From the end of a round to the next one. */
  readonly pause: number
  /** How long a round under way may take once the clock is stopped. */
  readonly stop: number
}

const TIMES: ClockTimes = { pause: 5_000, stop: 3_000 }

/** How long mail rests after it could not be sent, in milliseconds. */
const MAIL_RESTS_MS = 60_000

/**
 * Publishes what is due, at once and every few seconds, one round at a time, until it is stopped. Beside it what people were told is sent by
 * mail, and pieces are made to be found: neither holds up a publication.
 */
export function startClock(payload: Payload, times: ClockTimes = TIMES): { stop: () => Promise<void> } {
  const memory = aClockMemory()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let mailing: Promise<void> | undefined
  let indexing: Promise<void> | undefined
  const ending = new AbortController()
  let mailRestsUntil = 0
  const mail = () => {
    if (mailing || Date.now() < mailRestsUntil) return
    mailing = mailNotifications(payload)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (isPassing(error)) return
        mailRestsUntil = Date.now() + MAIL_RESTS_MS
        if (!memory.stopped) payload.logger.error({ err: error, msg: 'Notifications could not be sent by mail.' })
      })
      .finally(() => (mailing = undefined))
  }
  const index = () => {
    indexing ??= settleSearch(payload, ending.signal)
      .catch((error: unknown) => {
        if (memory.stopped || isTransient(error) || entriesOf(error)) return
        payload.logger.error({ err: error, msg: 'What pieces are found by could not be brought into step.' })
      })
      .finally(() => (indexing = undefined))
  }
  const round = () => {
    mail()
    index()
    running = publishDue(payload, memory)
      .then(() => (memory.stopped ? undefined : keepChanges(payload)))
      .catch((error: unknown) => {
        if (memory.stopped || isTransient(error) || entriesOf(error)) return
        payload.logger.error({ err: error, msg: 'The clock could not look for what is due.' })
      })
      .finally(() => {
        if (!memory.stopped) timer = setTimeout(round, times.pause)
      })
  }
  round()
  return {
    /** Waits a while for the piece that is going out, then rolls it back. */
    stop: async () => {
      memory.stopped = true
      clearTimeout(timer)
      ending.abort()
      if (indexing) await within(times.stop, indexing)
      if (mailing) await within(times.stop, mailing)
      if (await within(times.stop, running)) return
      payload.logger.warn({ msg: 'The clock was stopped in the middle of a publication, which was rolled back.' })
      if (memory.open) await within(times.stop, killTransaction(memory.open))
    },
  }
}

/** What time alone takes away from readers is told within a round, whoever asks; what is too old is forgotten. */
async function keepChanges(payload: Payload): Promise<void> {
  await settleChanges(payload)
  await pruneChanges(payload)
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)))
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
