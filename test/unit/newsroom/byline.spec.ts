import { describe, expect, it } from 'vitest'
import { automaticByline, creditsOf, decideByline } from '../../../src/newsroom/fields/byline.ts'

const names = new Map([
  ['a', 'Ada Ash'],
  ['b', 'Bo Birch'],
  ['c', 'Cem Cedar'],
])
const credits = (...lines: unknown[]) => creditsOf(lines)

describe('automaticByline', () => {
  it('joins names as English does, without a comma before “and”', () => {
    expect(automaticByline(credits({ author: 'a' }), names, 'en')).toBe('Ada Ash')
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }), names, 'en')).toBe('Ada Ash and Bo Birch')
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }, { author: 'c' }), names, 'en-US')).toBe(
      'Ada Ash, Bo Birch and Cem Cedar',
    )
  })

  it('joins them as the piece’s own language does', () => {
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }), names, 'de')).toBe('Ada Ash und Bo Birch')
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }), names, 'pt-BR')).toBe('Ada Ash e Bo Birch')
  })

  it('falls back to English for a language that is none', () => {
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }), names, 'no language')).toBe(
      'Ada Ash and Bo Birch',
    )
    expect(automaticByline(credits({ author: 'a' }, { author: 'b' }), names)).toBe('Ada Ash and Bo Birch')
  })

  it('prints the name that the credit gives', () => {
    expect(automaticByline(credits({ author: 'a', creditedAs: ' A. Ash ' }), names)).toBe('A. Ash')
  })

  it('names only those who wrote it', () => {
    expect(automaticByline(credits({ author: 'a' }, { author: 'b', role: 'photographer' }), names)).toBe('Ada Ash')
    expect(automaticByline(credits({ author: 'b', role: 'editor' }), names)).toBe('')
  })

  it('passes over people who cannot be found, and names nobody twice', () => {
    expect(automaticByline(credits({ author: 'gone' }, { author: 'a' }), names)).toBe('Ada Ash')
    expect(automaticByline(credits({ author: 'a' }, { author: 'a' }), names)).toBe('Ada Ash')
    expect(automaticByline(credits({ author: 'a', creditedAs: 'A. Ash' }, { author: 'a' }), names)).toBe('A. Ash')
  })

  it('names two people of one name both', () => {
    const same = new Map([...names, ['d', 'Ada Ash'] as const])
    expect(automaticByline(credits({ author: 'a' }, { author: 'd' }), same)).toBe('Ada Ash and Ada Ash')
  })
})

describe('creditsOf', () => {
  it('takes ids and populated authors', () => {
    expect(creditsOf([{ author: { id: 'a', displayName: 'Ada Ash' } }])).toEqual([
      { author: 'a', creditedAs: '', role: 'author' },
    ])
  })

  it.each([[null], [undefined], ['a'], [{}], [[null, 1, {}, { author: '' }]]])('finds nobody in %j', (value) => {
    expect(creditsOf(value)).toEqual([])
  })
})

describe('decideByline', () => {
  it('follows the credits while nobody wrote one', () => {
    expect(decideByline({ incoming: '', formerAutomatic: '', automatic: 'Ada Ash' })).toBe('Ada Ash')
    expect(decideByline({ incoming: 'Ada Ash', formerAutomatic: 'Ada Ash', automatic: 'Bo Birch' })).toBe('Bo Birch')
  })

  it('keeps a written one', () => {
    expect(decideByline({ incoming: 'Our team', formerAutomatic: 'Ada Ash', automatic: 'Bo Birch' })).toBe('Our team')
  })
})
