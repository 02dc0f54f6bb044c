import type { Payload } from 'payload'
import { forgetOldAccess } from './accessEvents.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Has `work` done every so many milliseconds, until what it gives is called. */
export type Repeat = (work: () => void, everyMs: number) => () => void

const byTimer: Repeat = (work, everyMs) => {
  const timer = setInterval(work, everyMs).unref()
  return () => {
    clearInterval(timer)
  }
}

/**
 * Takes old lines out of the record of access once a day for as long as the server runs; the start does it the first time. Servers that
 * share a database may do it at once.
 */
export function forgetDaily(
  payload: Payload,
  now: () => Date = () => new Date(),
  repeat: Repeat = byTimer,
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const end = repeat(() => {
    running = running
      .then(() => forgetOldAccess(payload, now()))
      .catch((error: unknown) => {
        payload.logger.error({
          err: error,
          msg: 'The record of access could not be shortened; tomorrow it is tried again.',
        })
      })
  }, DAY_MS)
  return {
    stop: async () => {
      end()
      await running
    },
  }
}
