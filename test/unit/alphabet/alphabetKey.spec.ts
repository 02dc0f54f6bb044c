import { describe, expect, it } from 'vitest'
import { alphabetEdition, alphabetKey } from '../../../packages/plugin-imprimatur/src/hardening/alphabet/alphabetKey.ts'

function sorted(names: readonly string[]): readonly string[] {
  const keyed = names.map((name) => ({ name, key: Buffer.from(alphabetKey(name) ?? '') }))
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ name }) => name)
}

describe('the order of keys', () => {
  it.each([
    ['names', ['adam', 'Ärzte', 'bell', 'Émile', 'Łukasz', 'Zoe']],
    ['small letters before capitals, and both before accents', ['resume', 'Resume', 'résumé', 'Résumé']],
    ['a letter before its accent, wherever the accent stands', ['cote', 'coté', 'côte', 'côté']],
    ['letters before accents before capitals', ['ab', 'Ab', 'áb', 'Áb', 'ac']],
    ['a word before what it begins', ['Eco', 'Eco, Umberto', 'Ecosystem']],
    ['spaces before hyphens before digits before letters', ['a b', 'a-b', 'a1', 'ab']],
    ['digits one by one', ['1', '10', '2', 'a']],
    ['ligatures among what they stand for', ['adze', 'ae', 'æ', 'Æ', 'af', 'strasse', 'straße', 'stratum']],
    ['letters with a stroke beside those without', ['Lodz', 'Łódź', 'Lok', 'Oslo', 'Østen', 'Otto']],
    ['Latin, Greek, Cyrillic', ['Zoë', 'Άννα', 'Ωμέγα', 'Анна', 'Ёжик', 'Жук', 'Иван', 'Йод']],
    ['other scripts behind, in the order of Unicode', ['Zoe', 'Яна', '山', '李', '王']],
  ])('has %s', (_, names) => {
    expect(sorted([...names].reverse())).toEqual(names)
    expect(sorted(names)).toEqual(names)
  })
})

describe('a key', () => {
  it('is the same for a letter and its accent as for both in one', () => {
    expect(alphabetKey('E\u0301mile')).toBe(alphabetKey('Émile'))
  })

  it('is none for an empty text, and some for one of which nothing counts', () => {
    expect(alphabetKey('')).toBeNull()
    expect(alphabetKey('\u0000')).not.toBeNull()
  })

  it('is printable ASCII behind the name of its table', () => {
    for (const name of ['Łukasz', '“Zoe”', '李', '👩🏽‍🚀', 'a'.repeat(5000)]) {
      const key = alphabetKey(name) ?? ''
      expect(key).toMatch(/^[!-z]+$/)
      expect(key.startsWith(alphabetEdition())).toBe(true)
      expect(key.length).toBeLessThan(4000)
    }
  })
})
