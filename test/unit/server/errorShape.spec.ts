import { describe, expect, it } from 'vitest'

import { errorShape, graphqlErrorShape } from '../../../src/server/http/errorShape.ts'
import { isErrorCode } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const ID = 'r-1'
const codes = (status: number, body: unknown) => errorShape(status, body, ID).errors.map(({ code }) => code)

describe('errorShape', () => {
  // CONTRACT §3, the codes whose status is named there and that no module further in gives.
  it.each([
    [400, 'invalid_value'],
    [401, 'not_authenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [405, 'method_not_allowed'],
    [413, 'too_large'],
    [415, 'unsupported_media_type'],
    [429, 'rate_limited'],
    [500, 'internal_error'],
  ])('gives an uncoded %i the code %s', (status, code) => {
    expect(codes(status, { message: 'anything' })).toEqual([code])
    expect(codes(status, undefined)).toEqual([code])
  })

  it.each([undefined, null, '', 'text', 7, [], {}, { errors: [] }, { errors: 'no list' }, { errors: [null, 1] }])(
    'makes one whole entry of %j',
    (body) => {
      expect(errorShape(404, body, ID)).toEqual({ errors: [{ code: 'not_found', message: 'There is nothing here.' }] })
    },
  )

  it('has a listed code for every status from 400 to 599', () => {
    for (let status = 400; status < 600; status += 1) {
      for (const entry of errorShape(status, undefined, ID).errors) {
        expect(isErrorCode(entry.code)).toBe(true)
        expect(entry.message).not.toBe('')
      }
    }
  })

  it('leaves a coded refusal as it is, with its hint, field, blockers and whatever else it says', () => {
    const entry = {
      code: 'stale_revision',
      message: 'Changed.',
      hint: 'Reload.',
      field: 'body',
      digest: 'sha256:0',
      blockers: [],
    }
    expect(errorShape(409, { errors: [entry] }, ID)).toEqual({ errors: [entry] })
  })

  it('finds the code that an error was thrown with under data', () => {
    const body = {
      errors: [{ name: 'Refusal', message: 'Use them.', data: { code: 'use_transitions', hint: 'POST it.' } }],
    }
    expect(errorShape(403, body, ID)).toEqual({
      errors: [{ code: 'use_transitions', message: 'Use them.', hint: 'POST it.' }],
    })
  })

  it('makes one entry of each field that did not pass, and keeps what the admin panel marks fields by', () => {
    const errors = [
      { label: 'Headline', message: 'This field is required.', path: 'headline' },
      { message: 'Too long.', path: 'credits.0.role' },
    ]
    const body = {
      errors: [
        {
          name: 'ValidationError',
          message: 'The following fields are invalid',
          data: { collection: 'articles', errors },
        },
      ],
    }
    expect(errorShape(400, body, ID)).toEqual({
      errors: [
        {
          code: 'invalid_value',
          message: 'Headline: This field is required.',
          field: 'headline',
          data: { errors: [{ path: 'headline', message: 'This field is required.' }] },
        },
        {
          code: 'invalid_value',
          message: 'credits.0.role: Too long.',
          field: 'credits.0.role',
          data: { errors: [{ path: 'credits.0.role', message: 'Too long.' }] },
        },
      ],
    })
  })

  it('keeps the documents of a bulk write that partly failed', () => {
    const body = {
      docs: [{ id: 'a' }],
      errors: [{ id: 'b', isPublic: true, message: 'No.' }],
      message: 'Unable to update 1 out of 2.',
    }
    expect(errorShape(400, body, ID)).toEqual({
      docs: [{ id: 'a' }],
      errors: [{ code: 'invalid_value', id: 'b', message: 'No.' }],
      message: 'Unable to update 1 out of 2.',
    })
  })

  it('says nothing of an uncoded internal error but the request id', () => {
    const body = {
      message: 'ENOENT /srv/app/x',
      errors: [{ name: 'TypeError', message: 'x of undefined', stack: 'at foo', data: { errors: [{ path: 'p' }] } }],
    }
    const shaped = errorShape(500, body, ID)
    expect(codes(500, body)).toEqual(['internal_error'])
    expect(JSON.stringify(shaped)).not.toMatch(/TypeError|undefined|stack|foo|ENOENT|"p"/)
    expect(JSON.stringify(shaped)).toContain(ID)
  })

  it('lets no class name, stack or cause out, coded or not', () => {
    const leaky = { name: 'APIError', stack: 'at foo', cause: 'bar', statusCode: 403, isOperational: true }
    for (const entry of [
      { ...leaky, message: 'No.' },
      { ...leaky, code: 'forbidden', message: 'No.' },
      { message: 'No.', data: { ...leaky, code: 'forbidden' } },
    ]) {
      expect(errorShape(403, { errors: [entry] }, ID)).toEqual({ errors: [{ code: 'forbidden', message: 'No.' }] })
    }
  })

  it('does not take a MongoDB or Node error code for one of ours', () => {
    expect(codes(400, { errors: [{ code: 11000, message: 'x' }] })).toEqual(['invalid_value'])
    expect(codes(400, { errors: [{ code: 'ENOENT', message: 'x' }] })).toEqual(['invalid_value'])
  })

  it('words an unknown address itself instead of repeating it', () => {
    expect(errorShape(404, { message: 'Route not found "/api/<script>"' }, ID)).toEqual({
      errors: [{ code: 'not_found', message: 'There is nothing here.' }],
    })
  })
})

describe('graphqlErrorShape', () => {
  it('has the code beside the message and in the extensions', () => {
    const body = {
      errors: [
        {
          message: 'Too deep.',
          locations: [{ line: 1, column: 2 }],
          extensions: { code: 'query_too_complex', stack: 'at foo' },
        },
      ],
    }
    expect(graphqlErrorShape(400, body, ID)).toEqual({
      errors: [
        {
          code: 'query_too_complex',
          message: 'Too deep.',
          locations: [{ line: 1, column: 2 }],
          extensions: { code: 'query_too_complex' },
        },
      ],
    })
  })

  it('gives a syntax error the code of its status', () => {
    const body = { errors: [{ message: 'Syntax Error: Unexpected Name.', locations: [{ line: 1, column: 1 }] }] }
    expect(graphqlErrorShape(400, body, ID)).toEqual({
      errors: [
        {
          code: 'invalid_value',
          message: 'Syntax Error: Unexpected Name.',
          locations: [{ line: 1, column: 1 }],
          extensions: { code: 'invalid_value' },
        },
      ],
    })
  })
})
