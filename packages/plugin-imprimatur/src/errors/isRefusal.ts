import { isLostRace } from './lostRace.ts'
import { entriesOf } from './CodedError.ts'
import { codeOfMalformed } from './malformedRequest.ts'

/**
 * Whether `error` says something of the request and not of this software: no right, not there, a value that does not fit, a race that was lost,
 * too many at once. Whoever sent it is told; the operator has nothing to mend.
 */
export function isRefusal(error: unknown): boolean {
  if (entriesOf(error) !== null || isLostRace(error) || codeOfMalformed(error) !== null) return true
  const { originalError, status } = (error ?? {}) as { originalError?: unknown; status?: unknown }
  if (originalError !== undefined) return isRefusal(originalError)
  return typeof status === 'number' && status >= 400 && status < 500
}
