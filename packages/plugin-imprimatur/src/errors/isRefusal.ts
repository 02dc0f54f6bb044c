import { isLostRace } from './lostRace.ts'
import { entriesOf } from './CodedError.ts'
import { codeOfMalformed } from './malformedRequest.ts'

/**
 * Whether `error` is about the request and not about this software: no right, not found, a value that does not fit, a
 * lost race, too many requests. The client is told; the operator has nothing to repair.
 */
export function isRefusal(error: unknown): boolean {
  if (entriesOf(error) !== null || isLostRace(error) || codeOfMalformed(error) !== null) return true
  const { originalError, status } = (error ?? {}) as { originalError?: unknown; status?: unknown }
  if (originalError !== undefined) return isRefusal(originalError)
  return typeof status === 'number' && status >= 400 && status < 500
}
