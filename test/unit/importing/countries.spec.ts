import { describe, expect, it } from 'vitest'
import { countryAtEnd, countryNamed, isoCountryCodes } from '../../../src/importing/countries.ts'

describe('countries', () => {
  it('are the 249 that ISO 3166-1 assigns codes to', () => {
    expect(isoCountryCodes()).toHaveLength(249)
  })

  it.each([
    ['China', 'CN'],
    ['CHINA', 'CN'],
    ['the Netherlands', 'NL'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ['Turkiye', 'TR'],
    ['Cote d’Ivoire', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['U.S.A.', 'US'],
    ['U.S.', 'US'],
    ['UK', 'GB'],
    ['Scotland', 'GB'],
    ['Saint Lucia', 'LC'],
    ['St. Lucia', 'LC'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Trinidad & Tobago', 'TT'],
    ['Hong Kong', 'HK'],
    ['Russian Federation', 'RU'],
    ['People’s Republic of China', 'CN'],
    ['The Gambia', 'GM'],
  ])('%s is %s', (name, code) => {
    expect(countryNamed(name)?.code).toBe(code)
  })

  it.each(['', 'the', 'European Union', 'Atlantis', 'Jilin', 'United', 'Kosovo University'])('%j is none', (name) => {
    expect(countryNamed(name)).toBeUndefined()
  })

  it('at the end of a text are the longest name that fits', () => {
    expect(countryAtEnd('Norvik University South Korea')).toMatchObject({
      before: 'Norvik University',
      country: { code: 'KR', name: 'South Korea' },
    })
    expect(countryAtEnd('Norvik University Equatorial Guinea')).toMatchObject({ country: { code: 'GQ' } })
    expect(countryAtEnd('Norvik University in the Czech Republic')).toMatchObject({
      before: 'Norvik University',
      joined: true,
    })
    expect(countryAtEnd('China')).toBeUndefined()
    expect(countryAtEnd('Inner Mongolia')).toBeUndefined()
  })
})
