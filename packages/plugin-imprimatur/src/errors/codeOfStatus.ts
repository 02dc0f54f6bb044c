import { ERRORS, type ErrorCode } from '../domain/workflow/index.ts'

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'not_authenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  410: 'retracted',
  412: 'stale_revision',
  413: 'too_large',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  // Payload's document locks: somebody else is editing.
  423: 'locked',
  429: 'rate_limited',
  503: 'busy',
}

/** The default code of a status, with its sentence. */
export function codeOfStatus(status: number): { code: ErrorCode; message: string } {
  const code = CODE_BY_STATUS[status] ?? (status >= 500 ? 'internal_error' : 'invalid_value')
  return { code, message: ERRORS[code].message }
}
