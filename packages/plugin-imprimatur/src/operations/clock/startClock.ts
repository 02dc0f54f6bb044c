import { killTransaction, type Payload } from 'payload'
import { isTransient, entriesOf } from '../../errors/index.ts'
import { aClockMemory, publishDue } from './publishDue.ts'

/** In milliseconds. */
export type ClockTimes = {
  /** From the end of a round to the next one. */
  readonly pause: number
  /** How long a round under way may take once the clock is stopped. */
  readonly stop: number
}

const TIMES: ClockTimes = { pause: 5_000, stop: 3_000 }

/** Publishes what is due, at once and every few seconds, one round at a time, until it is stopped. */
export function startClock(payload: Payload, times: ClockTimes = TIMES): { stop: () => Promise<void> } {
  const memory = aClockMemory()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const round = () => {
    running = publishDue(payload, memory)
      .then(() => undefined)
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
      if (await within(times.stop, running)) return
      payload.logger.warn({ msg: 'The clock was stopped in the middle of a publication, which was rolled back.' })
      if (memory.open) await within(times.stop, killTransaction(memory.open))
    },
  }
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
