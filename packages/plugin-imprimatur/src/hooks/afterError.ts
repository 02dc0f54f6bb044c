import type { AfterErrorHook } from 'payload'
import { ERRORS, type ErrorCode } from '../domain/workflow/index.ts'
import { codeOfMalformed, codeOfStatus, entriesOf, isLostRace, isUnavailable } from '../errors/index.ts'
import { noteLostRace } from '../transaction/index.ts'

/** Gives refusals their codes in the answer, in REST as `errors[]`, in GraphQL under `extensions`. */
export const afterError: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const cause: unknown = (error as { originalError?: unknown }).originalError ?? error
  noteLostRace(cause)
  const code = codeOfAccident(cause)
  const entries = code ? [{ code, message: ERRORS[code].message }] : entriesOf(cause)
  const [first] = entries ?? []
  if (!entries || !first) return graphqlResult ? undefined : ofPayload(cause, result)
  if (graphqlResult) {
    const { message, ...extensions } = first
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  return { response: { errors: [...entries] }, status: statusOf(cause) }
}

/** Payload's own refusals with codes, each fault of a field as an entry of its own that its panel still finds. */
function ofPayload(error: unknown, result: unknown): ReturnType<AfterErrorHook> {
  const status = Number((error as { status?: unknown }).status)
  if (!(status >= 400 && status < 500)) return undefined
  const { code } = codeOfStatus(status)
  const { errors = [] } = (result ?? {}) as { errors?: readonly PayloadEntry[] }
  const coded = errors.flatMap((entry) => {
    const faults = entry.data?.errors ?? []
    if (faults.length === 0) return [{ code, message: entry.message }]
    return faults.map(({ label, message, path }) => ({
      code,
      message: label || path ? `${String(label || path)}: ${message}` : message,
      ...(path ? { field: path, data: { errors: [{ path, message }] } } : {}),
    }))
  })
  return { response: { errors: coded }, status }
}

type PayloadEntry = {
  readonly message: string
  readonly data?: { readonly errors?: readonly { path?: string; label?: string; message: string }[] }
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
