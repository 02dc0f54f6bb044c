import { entriesOf } from './CodedError.ts'
import { isTransient } from './transient.ts'

/** Whether `error` says that somebody else was first, so that trying again may succeed. */
export function isLostRace(error: unknown): boolean {
  return isTransient(error) || entriesOf(error)?.[0]?.code === 'conflict'
}
