import { describe, expect, it } from 'vitest'
import { loosePattern } from '../../../packages/plugin-imprimatur/src/hardening/queries/loosePattern.ts'

const finds = (query: string, text: string) => new RegExp(loosePattern(query)).test(text)

describe('a search in lists', () => {
  it.each([
    ['strasse', 'Straße'],
    ['STRASSE', 'STRAẞE'],
    ['straße', 'Strasse'],
    ['oeuvre', 'Œuvres'],
    ['aero', 'Ærø'],
    ['thor', 'Þór'],
    ['office', 'oﬃce'],
    ['office', 'oﬀice'],
    ['office', 'ofﬁce'],
    ['ﬁn', 'fin'],
    ['abc', 'ＡＢＣ'],
    ['h2o', 'H₂O'],
    ['on...', 'on…'],
    ['on…', 'on...'],
    ['a^b', 'a＾b'],
    ['שלום', 'ש\u05c1\u05b8ל\u05c4ו\u05b9ם\u05bf'],
    ['قران', 'قرٰان'],
    ['محمد', 'محـمد'],
    ['が', 'か\u3099'],
  ])('for %s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it.each([
    ['ss', 's'],
    ['strase', 'Straße'],
    ['1', '½'],
    [' ', '¨'],
    ['...', '‥'],
  ])('for %s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false)
  })

  it.each(['a', 'oe', 'ffi', 'ss', '...', 'e', '-'])('asks no more of MongoDB than it takes, for 120 of %s', (some) => {
    expect(Buffer.byteLength(loosePattern(some.repeat(120 / some.length)))).toBeLessThan(32_764)
  })

  it('is too long with 120 letters that are two each', () => {
    expect(() => loosePattern('œ'.repeat(120))).toThrow('at most 120 characters')
  })
})
