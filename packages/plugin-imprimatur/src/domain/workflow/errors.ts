/**
 * Every error code that leaves this software, with its HTTP status and the sentence that is sent when the place of
 * refusal has nothing more exact to say. `docs/errors.md` lists the same codes; a test holds the two together.
 */
export const ERRORS = {
  invalid_value: { status: 400, message: 'A value has the wrong form.' },
  unknown_parameter: { status: 400, message: 'This query parameter is not known here.' },
  field_not_queryable: { status: 400, message: 'This field cannot be filtered or sorted by.' },
  condition_unsupported: {
    status: 400,
    message:
      'This request does not take a condition. If-Match and baseDigest are for changing, restoring or deleting pieces; a move names its digest.',
  },
  query_too_complex: { status: 400, message: 'The query asks for too much at once.' },
  review_required: { status: 400, message: 'You may give several reviews: name the one that you give.' },
  weak_password: { status: 400, message: 'This password is too easy to guess.' },
  import_empty: { status: 400, message: 'There is nothing to import in this file.' },
  import_binary: { status: 400, message: 'This file is not text.' },
  import_other_format: { status: 400, message: 'This file is in a format that cannot be imported.' },
  import_malformed: { status: 400, message: 'This text does not have the shape of a page.' },
  import_not_found: { status: 400, message: 'This file cannot be read.' },
  not_authenticated: { status: 401, message: 'You are not logged in.' },
  forbidden: { status: 403, message: 'You do not have the right to do this.' },
  own_rights: { status: 403, message: 'Nobody changes their own rights.' },
  use_transitions: { status: 403, message: 'What readers see is changed by transitions only.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  method_not_allowed: { status: 405, message: 'This address does not accept that method.' },
  not_adopted: {
    status: 409,
    message: 'This document is older than the workflow and has not been adopted yet. It cannot be changed until then.',
  },
  wrong_stage: { status: 409, message: 'This cannot be done at the stage of the piece.' },
  stale_digest: { status: 409, message: 'The piece has changed since you looked at it.' },
  already_signed: { status: 409, message: 'You have given this review already.' },
  stale_revision: { status: 409, message: 'Somebody saved a newer revision in the meantime. Nothing was overwritten.' },
  media_in_use: { status: 409, message: 'A public or signed-off piece shows this file.' },
  last_admin: { status: 409, message: 'At least one active administrator has to remain.' },
  last_of_role: { status: 409, message: 'At least one active person has to keep this role.' },
  in_use: { status: 409, message: 'Something else still refers to this.' },
  conflict: { status: 409, message: 'Somebody else changed the same thing at the same moment. Try again.' },
  retracted: { status: 410, message: 'This piece was retracted.' },
  precondition_failed: { status: 412, message: 'The condition of the request does not hold.' },
  too_large: { status: 413, message: 'This is larger than the server accepts.' },
  import_too_large: { status: 413, message: 'This file is larger than a page can be.' },
  unsupported_media_type: { status: 415, message: 'This type of content is not accepted here.' },
  range_not_satisfiable: { status: 416, message: 'The file does not have this range.' },
  four_eyes: { status: 422, message: 'You worked on this revision, so somebody else has to sign it off.' },
  quorum_missing: { status: 422, message: 'Sign-offs are missing for exactly this text.' },
  reason_required: { status: 422, message: 'Give a reason.' },
  notice_required: { status: 422, message: 'Give the public notice that readers will see.' },
  gate_failed: { status: 422, message: 'The piece does not pass a quality gate.' },
  embargoed: { status: 422, message: 'The piece is under embargo.' },
  no_clock: { status: 422, message: 'Scheduled publication is switched off here.' },
  time_not_ahead: { status: 422, message: 'The time of publication has to be in the future.' },
  import_failed: { status: 422, message: 'The import was refused, and nothing was made.' },
  locked: { status: 423, message: 'Somebody else is working on this document.' },
  rate_limited: { status: 429, message: 'Too many attempts. Wait a little.' },
  internal_error: { status: 500, message: 'Something went wrong on the server.' },
  busy: { status: 503, message: 'The newsroom is busy. Nothing was changed; try again in a moment.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof ERRORS

/** Whether `value` is one of the codes in {@link ERRORS}. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value)
}

/** One reason why something cannot be done, as it is sent to people and programs. */
export type Blocker = {
  readonly code: ErrorCode
  readonly message: string
  /** Path of the field to mend, such as `credits.0.author`. */
  readonly field?: string
  /** What to do about it. */
  readonly hint?: string
  /** The quality gate that failed, with `gate_failed`. */
  readonly gate?: string
}

/** A blocker with the code's own message unless a more exact one is given. */
export function blocker(code: ErrorCode, details: Partial<Omit<Blocker, 'code'>> = {}): Blocker {
  return { code, message: ERRORS[code].message, ...details }
}

const ORDER_OF_STATUS: readonly number[] = [404, 401, 400, 403, 409, 422]

function rank(status: number): number {
  const at = ORDER_OF_STATUS.indexOf(status)
  return at === -1 ? ORDER_OF_STATUS.length : at
}

/**
 * Of several blockers keeps those of the first kind, in the order in which refusals are told: what the asker may not
 * know about, then malformed input, then missing rights, then conflicts, then unmet conditions. So someone without the
 * right never learns the state of a piece from its other blockers.
 */
export function firstRefusal(blockers: readonly Blocker[]): { status: number; blockers: readonly Blocker[] } {
  const first = blockers.reduce((best, each) => Math.min(best, rank(ERRORS[each.code].status)), Infinity)
  const kept = blockers.filter((each) => rank(ERRORS[each.code].status) === first)
  return { status: kept[0] ? ERRORS[kept[0].code].status : 500, blockers: kept }
}
