import type { ErrorCode } from '../domain/workflow/index.ts'
import { entriesOf } from './CodedError.ts'
import { isTransient } from './transient.ts'

const OF_THE_MOMENT: ReadonlySet<ErrorCode> = new Set(['conflict', 'busy'])

/** Whether a refusal says nothing of what was asked, only of the moment: a lost race, or a database that is busy. The same may succeed later. */
export function isPassingCode(code: ErrorCode): boolean {
  return OF_THE_MOMENT.has(code)
}

/** The same of what was thrown. */
export function isPassing(error: unknown): boolean {
  const [first] = entriesOf(error) ?? []
  return isTransient(error) || (first !== undefined && isPassingCode(first.code))
}
