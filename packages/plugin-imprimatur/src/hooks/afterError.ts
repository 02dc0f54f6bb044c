import type { AfterErrorHook } from 'payload'
import { ERRORS, type ErrorCode } from '../domain/workflow/index.ts'
import { isLostRace, isUnavailable, entriesOf, codeOfMalformed } from '../errors/index.ts'
import { noteLostRace } from '../transaction/index.ts'

/** Gives refusals their codes in the answer, in REST as `errors[]`, in GraphQL under `extensions`. */
export const afterError: AfterErrorHook = ({ error, graphqlResult }) => {
  const cause: unknown = (error as { originalError?: unknown }).originalError ?? error
  noteLostRace(cause)
  const code = codeOfAccident(cause)
  const entries = code ? [{ code, message: ERRORS[code].message }] : entriesOf(cause)
  const [first] = entries ?? []
  if (!entries || !first) return undefined
  if (graphqlResult) {
    const { message, ...extensions } = first
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  return { response: { errors: [...entries] }, status: statusOf(cause) }
}

/** The code for errors that are no refusals of this software and not its faults either. */
function codeOfAccident(error: unknown): ErrorCode | null {
  if (isLostRace(error) || isUnavailable(error)) return 'busy'
  return Number((error as { status?: unknown }).status) < 500 ? null : codeOfMalformed(error)
}

function statusOf(error: unknown): number {
  const code = codeOfAccident(error)
  if (code) return ERRORS[code].status
  const { status } = error as { status?: unknown }
  return typeof status === 'number' ? status : ERRORS.internal_error.status
}
