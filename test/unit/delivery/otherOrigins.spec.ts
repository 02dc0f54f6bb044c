import { describe, expect, it } from 'vitest'
import { answerToPreflight, headersFor, variesByOrigin } from '../../../src/delivery/index.ts'

const NOBODY = new Set<string>()
const ONE = new Set(['https://www.example.org'])

describe('pages of other origins', () => {
  it.each([
    [undefined, '*', '*'],
    ['https://anywhere.example', '*', '*'],
    ['https://www.example.org', ONE, 'https://www.example.org'],
    ['https://www.example.org.evil.example', ONE, undefined],
    ['http://www.example.org', ONE, undefined],
    ['null', ONE, undefined],
    [undefined, ONE, undefined],
    ['https://www.example.org', NOBODY, undefined],
  ] as const)('from %s, with %o, is let in as %s', (origin, allowed, expected) => {
    expect(headersFor(origin, allowed)[1]).toBe(expected)
  })

  it('differ by origin only where there is a list', () => {
    expect([variesByOrigin('*'), variesByOrigin(ONE), variesByOrigin(NOBODY)]).toEqual([false, true, false])
  })

  it('are answered a preflight and nothing else', () => {
    const asks = { origin: 'https://www.example.org', 'access-control-request-method': 'GET' }
    expect(answerToPreflight('GET', asks, ONE)).toBeUndefined()
    expect(answerToPreflight('OPTIONS', { origin: asks.origin }, ONE)).toBeUndefined()
    expect(answerToPreflight('OPTIONS', asks, NOBODY)).toEqual([])
    expect(answerToPreflight('OPTIONS', asks, '*')?.[1]).toBe('*')
  })
})
