import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bylineParts, joinedNames } from '../../../src/site/views/bylineParts.ts'

const ana = { name: 'Ana', href: '/authors/ana' }
const anaSousa = { name: 'Ana Sousa', href: '/authors/ana-sousa' }

describe('the printed byline', () => {
  it('links a name where it stands', () => {
    expect(bylineParts('By Ana Sousa in Lisbon', [anaSousa])).toEqual([
      { text: 'By ' },
      { text: 'Ana Sousa', href: '/authors/ana-sousa' },
      { text: ' in Lisbon' },
    ])
  })

  it('gives the longer name its place before the shorter one that is part of it', () => {
    expect(bylineParts('Ana Sousa and Ana', [ana, anaSousa])).toEqual([
      { text: 'Ana Sousa', href: '/authors/ana-sousa' },
      { text: ' and ' },
      { text: 'Ana', href: '/authors/ana' },
    ])
  })

  it('links a name once, as the seed prints its byline twice', () => {
    expect(bylineParts('Ana / Ana', [ana])).toEqual([{ text: 'Ana', href: '/authors/ana' }, { text: ' / Ana' }])
  })

  it.each(['Mariana', 'Anastasia', 'Ana\u0301', '2Ana', 'Ana3'])('links no part of another word: %s', (byline) => {
    expect(bylineParts(byline, [ana])).toEqual([{ text: byline }])
  })

  it('links nothing where nobody who has a page is named', () => {
    expect(bylineParts('Our correspondent', [ana])).toEqual([{ text: 'Our correspondent' }])
    expect(bylineParts('Ana', [])).toEqual([{ text: 'Ana' }])
    expect(bylineParts('Ana', [{ name: '', href: '/authors/' }])).toEqual([{ text: 'Ana' }])
    expect(bylineParts('', [ana])).toEqual([])
  })

  it('keeps the text to the letter, whatever the names', () => {
    const letters = fc.string({ unit: fc.constantFrom('A', 'n', 'a', ' ', '.', 'é', '\u0301', '王'), maxLength: 12 })
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 4 }), (byline, names) => {
        const parts = bylineParts(
          byline,
          names.map((name) => ({ name, href: '/' })),
        )
        expect(parts.map(({ text }) => text).join('')).toBe(byline)
      }),
    )
  })
})

describe('joinedNames', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j is %j', (names, joined) => {
    expect(joinedNames(names)).toBe(joined)
  })
})
