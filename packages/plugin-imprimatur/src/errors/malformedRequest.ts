import type { ErrorCode } from '../domain/workflow/index.ts'
import { sqlStateOf } from './sqlState.ts'

/**
 * Where Payload 3.90.2 reads what a client sent. What fails in one of these is the client's doing, whatever error it is: JSON that is
 * none in `data`, `where` or `_payload`, a broken multipart form, an upload that names itself. A stack names the sources where Node maps it to them.
 */
const READERS =
  /[\\/](?:(?:payload[\\/]dist|node_modules[\\/]payload[\\/]src)[\\/](?:utilities[\\/](?:addDataAndFileToRequest|parseParams[\\/]index)|uploads[\\/](?:fetchAPI-multipart|getFileFromClientUpload))|busboy[\\/]lib[\\/])/

/** Payload parses JSON of nobody but the client in its endpoints, such as `data` in the address of a global. */
const PARSED =
  /^SyntaxError: [^\n]*\n\s+at JSON\.parse [^\n]*\n[^\n]*[\\/](?:payload[\\/]dist|node_modules[\\/]payload[\\/]src)[\\/]/

/** How the adapters say that a field of this type cannot be compared like this, or not with such a value (3.90.2). */
const COMPARISONS = /^(?:Not supported|adapter\.operators\[queryOperator\] is not a function)$/

/** What SQLite's driver says to a value of the wrong type, as the cause of the query that failed. */
const UNBINDABLE =
  /^SQLite3 can only bind |^undefined cannot be passed as argument to the database$|^Only finite numbers /

/** Class 22 of SQLSTATE, data exceptions: what Postgres says to a value that no column of this type can hold. */
const POSTGRES_CANNOT_HOLD = '22'

/** The code for an error that Payload raises when it stumbles over what a client sent; null for all others. */
export function codeOfMalformed(error: unknown): ErrorCode | null {
  if (!(error instanceof Error)) return null
  // MongoDB's ids have a form of their own, so nothing has this one.
  if (error.name === 'CastError') return 'kind' in error && error.kind === 'ObjectId' ? 'not_found' : 'invalid_value'
  const cause = error.cause instanceof Error ? error.cause.message : ''
  const ofClient =
    [READERS, PARSED].some((from) => from.test(error.stack ?? '')) ||
    COMPARISONS.test(error.message) ||
    UNBINDABLE.test(cause) ||
    sqlStateOf(error)?.startsWith(POSTGRES_CANNOT_HOLD) === true
  return ofClient ? 'invalid_value' : null
}
