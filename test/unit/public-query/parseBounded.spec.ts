import { getIntrospectionQuery, GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { parseBounded } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

/** The code of the refusal, its message where it has none; undefined when the document is parsed. */
function refusalOf(source: string): unknown {
  try {
    parseBounded(source)
    return undefined
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return error.extensions.code ?? error.message
  }
}

const TOO_COMPLEX = 'query_too_complex'
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`

describe('brackets in brackets', () => {
  it('are taken to 64 levels and no further, of whatever kind', () => {
    expect(refusalOf(nested(64))).toBeUndefined()
    expect(refusalOf(nested(65))).toBe(TOO_COMPLEX)
    // Two of the 64 are the selection and the argument.
    const list = (levels: number) => `{ a(b: ${'['.repeat(levels)}${']'.repeat(levels)}) }`
    expect(refusalOf(list(62))).toBeUndefined()
    expect(refusalOf(list(63))).toBe(TOO_COMPLEX)
    const object = (levels: number) => `{ a(b: ${'{ c: '.repeat(levels)}1${'}'.repeat(levels)}) }`
    expect(refusalOf(object(62))).toBeUndefined()
    expect(refusalOf(object(63))).toBe(TOO_COMPLEX)
    expect(refusalOf(`query ($a: ${'['.repeat(2000)}Int${']'.repeat(2000)}) { a }`)).toBe(TOO_COMPLEX)
  })

  it.each([3_000, 100_000])('are refused by %i without running out of stack, closed or not', (levels) => {
    expect(refusalOf(nested(levels))).toBe(TOO_COMPLEX)
    expect(refusalOf('{ a '.repeat(levels))).toBe(TOO_COMPLEX)
  })

  it('do not count in strings and comments', () => {
    const many = '{['.repeat(100)
    expect(refusalOf(`{ a(b: "${many}") }`)).toBeUndefined()
    expect(refusalOf(`{ a(b: "\\"${many}") }`)).toBeUndefined()
    expect(refusalOf(`{ a(b: """${many} "quoted" \\""" ${many}""") }`)).toBeUndefined()
    expect(refusalOf(`# ${many}\n{ a }`)).toBeUndefined()
    expect(refusalOf(`# ${many}\r{ a }`)).toBeUndefined()
  })

  it('count after strings and comments', () => {
    for (const before of ['a(b: "\\\\")', 'a(b: "")', 'a(b: """""")', 'a(b: """\\"""""")', '# "\n', '#\r'])
      expect(refusalOf(`{ ${before} ${nested(64)} }`), before).toBe(TOO_COMPLEX)
  })

  it('are enough for the query of tools that ask for the whole schema', () => {
    expect(refusalOf(getIntrospectionQuery())).toBeUndefined()
  })
})

it('has at most 5,000 tokens', () => {
  const fields = (count: number) => `{ ${'a '.repeat(count)}}`
  expect(refusalOf(fields(4_998))).toBeUndefined()
  expect(refusalOf(fields(4_999))).toBe(TOO_COMPLEX)
})

it('has at most ten operations', () => {
  const operations = (count: number) => Array.from({ length: count }, (_, n) => `query Q${n} { a }`).join(' ')
  expect(refusalOf(operations(10))).toBeUndefined()
  expect(refusalOf(operations(11))).toBe(TOO_COMPLEX)
})

it('keeps what graphql-js says of what is no GraphQL', () => {
  expect(refusalOf('{ a')).toBe('Syntax Error: Expected Name, found <EOF>.')
  expect(refusalOf('{ a(b: "x) }')).toBe('Syntax Error: Unterminated string.')
  expect(refusalOf('{ a(b: """x) }')).toBe('Syntax Error: Unterminated string.')
})
