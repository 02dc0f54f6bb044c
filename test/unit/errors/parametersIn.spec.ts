import { describe, expect, it } from 'vitest'
import { parametersIn } from '../../../packages/plugin-imprimatur/src/errors/index.ts'

const NAMES = ['limit', 'state'] as const
const read = (query: string) => parametersIn(new URLSearchParams(query), NAMES)
const refusal = (code: string, field: string) =>
  expect.objectContaining({ data: { entries: [expect.objectContaining({ code, field })] } }) as Error

describe('the parameters of an address', () => {
  it.each([
    ['', {}],
    ['limit=2', { limit: '2' }],
    ['state=&limit=2', { limit: '2' }],
    ['limit=&state=', {}],
    ['limit', {}],
    ['state=%20', { state: ' ' }],
  ])('“%s”', (query, expected) => {
    expect(read(query)).toEqual(expected)
  })

  it.each([
    ['limit=&limit=2', 'invalid_value', 'limit'],
    ['limit=2&limit=', 'invalid_value', 'limit'],
    ['page=', 'unknown_parameter', 'page'],
    ['toString=1', 'unknown_parameter', 'toString'],
    ['Limit=1', 'unknown_parameter', 'Limit'],
  ])('“%s” is %s', (query, code, field) => {
    expect(() => read(query)).toThrow(refusal(code, field))
  })
})
