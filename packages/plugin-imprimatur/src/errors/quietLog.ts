import type { Payload } from 'payload'
import { isRefusal } from './isRefusal.ts'

type Logger = Payload['logger']

/**
 * `logger`, with refusals written as `debug`. Payload 3.90 logs most of what it throws as errors with their stacks, a client's mistakes among them, so
 * anybody could fill the log.
 */
export function quietLog(logger: Logger): Logger {
  const quiet = Object.create(logger) as Logger
  quiet.error = (...said: Parameters<Logger['error']>) => {
    const [first] = said as readonly unknown[]
    const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
    logger[isRefusal(error) ? 'debug' : 'error'](...said)
  }
  return quiet
}
