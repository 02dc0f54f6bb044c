import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchTerms, snippetOf, tokensOf } from '../../packages/plugin-imprimatur/src/domain/search/index.ts'

const word = fc.string({
  unit: fc.constantFrom(...Array.from('aełößЯж北京タ서울ทศ0%_’-')),
  minLength: 1,
  maxLength: 12,
})
const text = fc.oneof(
  fc.array(word, { maxLength: 30 }).map((each) => each.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

const termsOf = (query: string) => {
  const asked = searchTerms(query)
  return 'terms' in asked ? asked.terms : []
}

describe('a tokeniser', () => {
  it('finds each text by any of its words, and by each beginning of one', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), fc.nat(), fc.nat(), (words, which, length) => {
        const tokens = [...tokensOf(words.join(' '))]
        const chosen = words[which % words.length] ?? ''
        const begun = Array.from(chosen)
          .slice(0, (length % Array.from(chosen).length) + 1)
          .join('')
        for (const query of [chosen, begun])
          for (const { prefix, token } of termsOf(query))
            expect(
              tokens.some((each) => (prefix ? each.startsWith(token) : each === token)),
              `${query}: ${token}`,
            ).toBe(true)
      }),
    )
  })

  it('takes no notice of capitals, composition and the kind of apostrophe', () => {
    fc.assert(
      fc.property(text, (given) => {
        const expected = [...tokensOf(given)]
        expect([...tokensOf(given.normalize('NFD'))]).toEqual(expected)
        expect([...tokensOf(given.normalize('NFC'))]).toEqual(expected)
        expect([...tokensOf(given.replaceAll('’', "'"))]).toEqual(expected)
      }),
    )
  })

  it('makes tokens that an index can hold: without spaces and controls, well-formed, not long, folded once and for all', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const token of tokensOf(given)) {
          expect(token).toMatch(/^[^\s\p{Cc}]{1,40}$/u)
          expect(token).toBe(Buffer.from(token).toString())
          expect(tokensOf(token).has(token), token).toBe(true)
        }
      }),
    )
  })

  it('cuts snippets out of the text', () => {
    fc.assert(
      fc.property(text, word, (given, query) => {
        const line = given.replaceAll('\f', ' ').replace(/\s+/gu, ' ').trim()
        const snippet = snippetOf(given.replaceAll('\f', ' '), termsOf(query))
        expect(line).toContain(
          snippet.replace(/^…/u, line.startsWith('…') ? '…' : '').replace(/…$/u, line.endsWith('…') ? '…' : ''),
        )
        expect(snippet.length).toBeLessThanOrEqual(202)
      }),
    )
  })
})
