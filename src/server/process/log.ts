import type { DestinationStream, Logger } from 'pino'
import pino from 'pino'

import type { LogLevel } from '../../environment/index.ts'
import { requestScope } from '../http/requestScope.ts'

export type Log = Logger

/** JSON lines with the level as a word, the time in ISO 8601 and the request that they are about, to standard output unless a destination is given. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 1, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      mixin: () => ({ ...requestScope.get() }),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
}
