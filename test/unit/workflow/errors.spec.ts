import { describe, expect, it } from 'vitest'
import {
  blocker,
  ERRORS,
  firstRefusal,
  isErrorCode,
  type ErrorCode,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

/** The codes that the contract names, with their statuses (CONTRACT §3 and §6), by hand. */
const CONTRACT: readonly [ErrorCode, number][] = [
  ['not_authenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['method_not_allowed', 405],
  ['unsupported_media_type', 415],
  ['unknown_parameter', 400],
  ['field_not_queryable', 400],
  ['invalid_value', 400],
  ['review_required', 400],
  ['use_transitions', 403],
  ['wrong_stage', 409],
  ['stale_digest', 409],
  ['already_signed', 409],
  ['stale_revision', 409],
  ['media_in_use', 409],
  ['retracted', 410],
  ['four_eyes', 422],
  ['quorum_missing', 422],
  ['reason_required', 422],
  ['gate_failed', 422],
  ['embargoed', 422],
  ['too_large', 413],
  ['query_too_complex', 400],
  ['rate_limited', 429],
]

describe('ERRORS', () => {
  it.each(CONTRACT)('%s is %d', (code, status) => {
    expect(ERRORS[code].status).toBe(status)
  })

  it.each(Object.entries(ERRORS))('%s has a sentence and an HTTP status of an error', (code, { status, message }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(message).toMatch(/^[A-Z].+\.$/)
  })
})

describe('isErrorCode()', () => {
  it('knows every code', () => {
    expect(Object.keys(ERRORS).every(isErrorCode)).toBe(true)
  })

  it.each(['', 'Forbidden', 'toString', '__proto__', 'constructor', null, undefined, 403, ['forbidden']])(
    'refuses %j',
    (value) => {
      expect(isErrorCode(value)).toBe(false)
    },
  )
})

describe('blocker()', () => {
  it('says the code’s own sentence unless a more exact one is given', () => {
    expect(blocker('four_eyes')).toEqual({ code: 'four_eyes', message: ERRORS.four_eyes.message })
    expect(blocker('invalid_value', { message: 'No such day.', field: 'at' })).toEqual({
      code: 'invalid_value',
      message: 'No such day.',
      field: 'at',
    })
  })
})

describe('firstRefusal()', () => {
  function told(...codes: ErrorCode[]) {
    const { status, blockers } = firstRefusal(codes.map((code) => blocker(code)))
    return [status, ...blockers.map(({ code }) => code)]
  }

  it.each<[ErrorCode, ErrorCode]>([
    // CONTRACT §3: not public to the asker 404; no right 403; then 409; then 422.
    ['not_found', 'forbidden'],
    ['not_found', 'wrong_stage'],
    ['not_found', 'gate_failed'],
    ['forbidden', 'wrong_stage'],
    ['forbidden', 'gate_failed'],
    ['wrong_stage', 'gate_failed'],
    ['not_found', 'invalid_value'],
    ['not_found', 'not_authenticated'],
    // A missing login is the same for every piece: it tells nothing about this one.
    ['not_authenticated', 'forbidden'],
    // A value is judged by the piece, so the right and the stage come before it.
    ['forbidden', 'invalid_value'],
    ['wrong_stage', 'invalid_value'],
    ['wrong_stage', 'review_required'],
    ['review_required', 'four_eyes'],
    ['invalid_value', 'gate_failed'],
    ['gate_failed', 'internal_error'],
  ])('%s comes before %s', (first, second) => {
    expect(told(first, second)).toEqual([ERRORS[first].status, first])
    expect(told(second, first)).toEqual([ERRORS[first].status, first])
  })

  it('tells all of the first kind, in their order, and none of another', () => {
    expect(told('quorum_missing', 'stale_digest', 'gate_failed', 'wrong_stage', 'embargoed')).toEqual([
      409,
      'stale_digest',
      'wrong_stage',
    ])
    expect(told('quorum_missing', 'gate_failed', 'embargoed')).toEqual([
      422,
      'quorum_missing',
      'gate_failed',
      'embargoed',
    ])
  })

  it('without a reason it is a fault of this software', () => {
    expect(firstRefusal([])).toEqual({ status: 500, blockers: [] })
  })
})
