import { describe, expect, it } from 'vitest'
import { canonicalLanguage, isTimeZone } from '../../../src/newsroom/fields/bcp47.ts'
import { countries, isCountryCode } from '../../../src/newsroom/fields/iso3166.ts'
import { isRegionCode, regions } from '../../../src/newsroom/fields/m49.ts'

describe('ISO 3166-1', () => {
  it('has the 249 officially assigned codes', () => {
    // ISO Online Browsing Platform, "Officially assigned codes": 249.
    expect(countries()).toHaveLength(249)
  })

  it.each(['CN', 'DE', 'GB', 'AX', 'TL', 'RS', 'ME', 'SS', 'PS', 'TW', 'AQ', 'VA', 'BQ', 'UM'])('knows %s', (code) => {
    expect(isCountryCode(code)).toBe(true)
  })

  it.each<[unknown, string]>([
    ['EU', 'exceptionally reserved'],
    ['UK', 'exceptionally reserved'],
    ['SU', 'exceptionally reserved'],
    ['DD', 'formerly used'],
    ['YU', 'formerly used'],
    ['AN', 'formerly used'],
    ['XK', 'user-assigned'],
    ['ZZ', 'user-assigned'],
    ['AA', 'user-assigned'],
    ['cn', 'small letters'],
    ['CHN', 'alpha-3'],
    ['156', 'numeric'],
    ['China', 'a name'],
    ['', 'nothing'],
    [undefined, 'nothing'],
  ])('refuses %s, which is %s', (code) => {
    expect(isCountryCode(code)).toBe(false)
  })

  it('gives names to choose from, in order', () => {
    const names = countries().map(({ name }) => name)
    expect(countries().find(({ code }) => code === 'CN')?.name).toBe('China')
    expect(names.indexOf('Åland Islands')).toBeLessThan(names.indexOf('Albania'))
  })
})

describe('UN M49', () => {
  it.each(['001', '002', '009', '019', '142', '150', '202', '419', '035'])('knows the region %s', (code) => {
    expect(isRegionCode(code)).toBe(true)
  })

  it.each<[unknown, string]>([
    ['156', 'a country (China)'],
    ['010', 'a territory (Antarctica)'],
    ['199', 'an economic group (LDCs)'],
    ['1', 'not three digits'],
    ['999', 'not assigned'],
    ['toString', 'no code'],
    [142, 'a number'],
  ])('refuses %s, which is %s', (code) => {
    expect(isRegionCode(code)).toBe(false)
  })

  it('names each by three digits, once', () => {
    for (const { code } of regions()) expect(code).toMatch(/^\d{3}$/)
    expect(new Set(regions().map(({ name }) => name)).size).toBe(regions().length)
  })
})

describe('canonicalLanguage', () => {
  it.each([
    ['EN-gb', 'en-GB'],
    [' de ', 'de'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['iw', 'he'],
  ])('%j becomes %j (RFC 5646 §4.5)', (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected)
  })

  it.each(['', 'English', 'en_GB', 'e', 'x', 'de-', 7, null, undefined])('refuses %j', (tag) => {
    expect(canonicalLanguage(tag)).toBeUndefined()
  })
})

describe('isTimeZone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])('knows %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true)
  })

  it.each(['Europe/Atlantis', '+02:00', '', 'Berlin', null, 1])('refuses %j', (zone) => {
    expect(isTimeZone(zone)).toBe(false)
  })
})
