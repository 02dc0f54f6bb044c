import type { FaultyPassage } from './gates.ts'

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
  invalid_api_key: { status: 401, message: 'This API key is wrong, was revoked or has expired.' },
  forbidden: { status: 403, message: 'You do not have the right to do this.' },
  own_rights: { status: 403, message: 'Nobody changes their own rights.' },
  external_sign_off: {
    status: 403,
    message: 'Only somebody with an account signs off. A link shows the text, and takes a comment.',
  },
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
  already_assigned: { status: 409, message: 'Somebody else holds this piece already.' },
  stale_revision: { status: 409, message: 'Somebody saved a newer revision in the meantime. Nothing was overwritten.' },
  would_void: {
    status: 409,
    message: 'This text was signed off. Saving another one takes that back, which this save was not to do.',
  },
  media_in_use: { status: 409, message: 'A public or signed-off piece shows this file.' },
  last_admin: { status: 409, message: 'At least one active administrator has to remain.' },
  last_of_role: { status: 409, message: 'At least one active person has to keep this role.' },
  in_use: { status: 409, message: 'Something else still refers to this.' },
  in_release: { status: 409, message: 'This piece is in another release that has not gone out.' },
  release_full: { status: 409, message: 'A release holds 50 pieces at most.' },
  style_rules_full: { status: 409, message: 'There are as many rules of style as are kept.' },
  suggestion_decided: { status: 409, message: 'Somebody has taken or left these words already.' },
  suggestion_unplaced: {
    status: 409,
    message: 'The words that this was suggested for do not stand in the text as they were, or not in one place alone.',
  },
  comments_full: { status: 409, message: 'This piece has as many comments as are kept.' },
  conflict: { status: 409, message: 'Somebody else changed the same thing at the same moment. Try again.' },
  retracted: { status: 410, message: 'This piece was retracted.' },
  cursor_reset: {
    status: 410,
    message: 'This cursor is of another log, or older than what is kept. Begin again without one.',
  },
  precondition_failed: { status: 412, message: 'The condition of the request does not hold.' },
  too_large: { status: 413, message: 'This is larger than the server accepts.' },
  import_too_large: { status: 413, message: 'This file is larger than a page can be.' },
  unsupported_media_type: { status: 415, message: 'This type of content is not accepted here.' },
  range_not_satisfiable: { status: 416, message: 'The file does not have this range.' },
  four_eyes: { status: 422, message: 'You worked on this revision, so somebody else has to sign it off.' },
  review_waits: { status: 422, message: 'Another review has to be complete before this one.' },
  quorum_missing: { status: 422, message: 'Sign-offs are missing for exactly this text.' },
  reason_required: { status: 422, message: 'Give a reason.' },
  notice_required: { status: 422, message: 'Give the public notice that readers will see.' },
  comments_unresolved: { status: 422, message: 'There are comments that nobody has resolved.' },
  release_empty: { status: 422, message: 'There is no piece in this release.' },
  suggestion_formats: {
    status: 422,
    message: 'The words that would change are not all set alike, so it cannot be told how the new ones are to be set.',
  },
  anchor_not_found: { status: 422, message: 'These words do not stand at that place of that text.' },
  not_mentionable: { status: 422, message: 'Somebody who is mentioned is not here, or may not see this piece.' },
  gate_failed: { status: 422, message: 'The piece does not pass a quality gate.' },
  not_assignable: { status: 422, message: 'Nobody with this id works here who may see this piece.' },
  embargoed: { status: 422, message: 'The piece is under embargo.' },
  no_clock: { status: 422, message: 'Scheduled publication is switched off here.' },
  time_not_ahead: { status: 422, message: 'The time of publication has to be in the future.' },
  import_failed: { status: 422, message: 'The import was refused.' },
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
  /** The words that the gate is about, where it is about words. */
  readonly passage?: FaultyPassage
}

/** A blocker with the code's own message unless a more exact one is given. */
export function blocker(code: ErrorCode, details: Partial<Omit<Blocker, 'code'>> = {}): Blocker {
  return { code, message: ERRORS[code].message, ...details }
}

const ORDER_OF_STATUS: readonly number[] = [404, 401, 403, 409, 400, 422]

function rank(status: number): number {
  const at = ORDER_OF_STATUS.indexOf(status)
  return at === -1 ? ORDER_OF_STATUS.length : at
}

/**
 * Of several blockers keeps those of the first kind, in the order in which refusals are told: what the asker may not
 * know about, then missing rights, then conflicts, then values that do not fit the piece, then unmet conditions. So
 * someone without the right never learns the state of a piece, or the names of its reviews, from its other blockers.
 */
export function firstRefusal(blockers: readonly Blocker[]): { status: number; blockers: readonly Blocker[] } {
  const first = blockers.reduce((best, each) => Math.min(best, rank(ERRORS[each.code].status)), Infinity)
  const kept = blockers.filter((each) => rank(ERRORS[each.code].status) === first)
  return { status: kept[0] ? ERRORS[kept[0].code].status : 500, blockers: kept }
}
