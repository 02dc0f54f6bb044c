import type { AfterErrorHook } from 'payload'
import { ERRORS } from '../../workflow/index.ts'
import { isTransient } from '../database/transient.ts'
import { entriesOf } from './CodedError.ts'

/** Gives refusals their codes in the answer, in REST as `errors[]`, in GraphQL under `extensions`. */
export const afterError: AfterErrorHook = ({ error, graphqlResult }) => {
  const cause: unknown = (error as { originalError?: unknown }).originalError ?? error
  const entries = isTransient(cause)
    ? [{ code: 'conflict' as const, message: ERRORS.conflict.message }]
    : entriesOf(cause)
  const [first] = entries ?? []
  if (!entries || !first) return undefined
  if (graphqlResult) {
    const { message, ...extensions } = first
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  return { response: { errors: [...entries] }, status: statusOf(cause) }
}

function statusOf(error: unknown): number {
  if (isTransient(error)) return ERRORS.conflict.status
  const { status } = error as { status?: unknown }
  return typeof status === 'number' ? status : ERRORS.internal_error.status
}
