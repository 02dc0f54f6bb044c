import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findStyle,
  patternFault,
  STYLE_LIMITS,
  type StyleRule,
} from '../../packages/plugin-imprimatur/src/domain/style/index.ts'

const aRule = (pattern: string, more: Partial<StyleRule> = {}): StyleRule => ({
  id: pattern,
  pattern,
  advice: 'x',
  severity: 'advice',
  language: '',
  wholeWords: false,
  matchCase: true,
  ...more,
})

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '中', 'é'), maxLength: 40 })

/** The same by the engine of the language, which may try again: `*` is the rest of a word, or a word. */
function byExpression(pattern: string, text: string): readonly (readonly [number, string])[] {
  const WORD = '[\\p{L}\\p{M}\\p{N}]'
  const source = Array.from(pattern)
    .map((sign, at) => {
      if (sign !== '*') return sign.replace(/[$()+.?[\\\]^{|}/]/, '\\$&')
      return `${WORD}${new RegExp(WORD, 'u').test(pattern[at - 1] ?? '') ? '*' : '+'}(?!${WORD})`
    })
    .join('')
  return [...text.matchAll(new RegExp(source, 'gu'))].map((found) => [found.index, found[0]])
}

describe('rules of style', () => {
  it('find what an expression of the same meaning finds', () => {
    const pattern = fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', '*', '-', '中', 'é'), minLength: 1, maxLength: 6 })
      .filter((each) => patternFault(each) === null && each === each.trim() && !each.includes('  '))
    fc.assert(
      fc.property(pattern, letters, (words, text) => {
        const found = findStyle([{ path: 'x', text }], [aRule(words)], null)
        expect(found.map(({ exact, start }) => [start, exact])).toEqual(byExpression(words, text))
      }),
    )
  })

  it('find the same alone and among others', () => {
    const patterns = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', '-', '中'), minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(patterns, letters, fc.boolean(), fc.boolean(), (words, text, wholeWords, matchCase) => {
        const rules = words.map((each) => aRule(each, { wholeWords, matchCase }))
        const all = findStyle([{ path: 'x', text }], rules, null)
        for (const rule of rules)
          expect(all.filter((each) => each.rule === rule)).toEqual(findStyle([{ path: 'x', text }], [rule], null))
      }),
    )
  })

  it('look at each letter no more often than a pattern is long, whatever they say', () => {
    // Patterns that take an engine that tries again minutes for a line: each of these starts at every letter and fails at its end.
    const rules = Array.from({ length: STYLE_LIMITS.rules }, (_, at) =>
      aRule(`a* a* a* a* ${'a'.repeat(40)}${String(at)}`),
    )
    const text = `${'a'.repeat(50_000)} `.repeat(4)
    expect(findStyle([{ path: 'x', text }], rules, null)).toEqual([])
  })
})
