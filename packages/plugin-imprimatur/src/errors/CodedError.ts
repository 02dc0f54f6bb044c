import { APIError } from 'payload'
import { ERRORS, firstRefusal, type Blocker, type ErrorCode } from '../domain/workflow/index.ts'

/** One entry of `errors[]` in an answer of 400 or more. */
export type ErrorEntry = {
  readonly code: ErrorCode
  readonly message: string
  readonly hint?: string
  readonly field?: string
  readonly blockers?: readonly Blocker[]
  readonly [detail: string]: unknown
}

/** A refusal with stable codes: what is thrown wherever a request cannot be carried out. */
export class CodedError extends APIError<{ entries: readonly ErrorEntry[] }> {
  constructor(status: number, entries: readonly ErrorEntry[]) {
    super(entries[0]?.message ?? ERRORS.internal_error.message, status, { entries }, true)
    this.name = 'CodedError'
  }
}

/** A refusal with one code. */
export function coded(
  code: ErrorCode,
  details: Partial<Omit<ErrorEntry, 'code'>> & { status?: number } = {},
): CodedError {
  const { status, ...rest } = details
  return new CodedError(status ?? ERRORS[code].status, [{ code, message: ERRORS[code].message, ...rest }])
}

/** A refused transition: the first blocker leads, all of them are listed. */
export function refused(blockers: readonly Blocker[]): CodedError {
  const { status, blockers: kept } = firstRefusal(blockers)
  return new CodedError(status, [entryOf(kept)])
}

/** The entry of `errors[]` for one refused transition. */
export function entryOf(blockers: readonly Blocker[]): ErrorEntry {
  const [first] = blockers
  if (!first) return { code: 'internal_error', message: ERRORS.internal_error.message }
  return {
    code: first.code,
    message: first.message,
    ...(first.field ? { field: first.field } : {}),
    ...(first.hint ? { hint: first.hint } : {}),
    blockers,
  }
}

/**
 * The entries of a coded error, or null for any other. Recognised by its data and not by `instanceof`: Next bundles its
 * own copy of this module (Payload 3.90 with Next 16).
 */
export function entriesOf(error: unknown): readonly ErrorEntry[] | null {
  const data = (error as { data?: { entries?: unknown } } | null)?.data
  return Array.isArray(data?.entries) ? (data.entries as readonly ErrorEntry[]) : null
}
