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

/** Forgets what is older than it is kept, as of `now`. */
export type Forget = (payload: Payload, now: Date) => Promise<unknown>

/**
 * Takes old lines out of the record of access once a day for as long as the server runs, and has the `others` forget; the start does it
 * the first time. Servers that share a database may do it at once.
 */
export function forgetDaily(
  payload: Payload,
  now: () => Date = () => new Date(),
  repeat: Repeat = byTimer,
  others: readonly Forget[] = [],
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const end = repeat(() => {
    running = running
      .then(async () => {
        await forgetOldAccess(payload, now())
        for (const forget of others) await forget(payload, now())
      })
      .catch((error: unknown) => {
        payload.logger.error({
          err: error,
          msg: 'Old records could not be forgotten; tomorrow it is tried again.',
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
