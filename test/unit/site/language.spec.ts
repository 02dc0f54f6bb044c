import { describe, expect, it } from 'vitest'
import { languageView, oursWithin } from '../../../src/bodies/index.ts'
import { printedDate } from '../../../src/site/views/printedDate.ts'

describe('the language of a text', () => {
  it.each([
    ['ar', { lang: 'ar', dir: 'rtl' }],
    ['he-IL', { lang: 'he-IL', dir: 'rtl' }],
    ['fa', { lang: 'fa', dir: 'rtl' }],
    ['ur', { lang: 'ur', dir: 'rtl' }],
    // Azerbaijani is written in Latin letters unless its tag says otherwise (CLDR, likely subtags).
    ['az', { lang: 'az', dir: 'ltr' }],
    ['az-Arab', { lang: 'az-Arab', dir: 'rtl' }],
    ['ar-Latn', { lang: 'ar-Latn', dir: 'ltr' }],
    ['EN-gb', { lang: 'en-GB', dir: 'ltr' }],
    ['zh-Hant', { lang: 'zh-Hant', dir: 'ltr' }],
  ])('%s', (tag, view) => {
    expect(languageView(tag)).toEqual(view)
  })

  it.each(['en', '', 'not a tag', 'a', '-', undefined, null, 7])('says nothing for %j', (tag) => {
    expect(languageView(tag)).toEqual({})
  })

  it('marks the site’s own words within another language only', () => {
    expect(oursWithin({ lang: 'ar', dir: 'rtl' })).toEqual({ lang: 'en', dir: 'ltr' })
    expect(oursWithin({})).toEqual({})
  })
})

describe('a printed day', () => {
  it('is the day in the newsroom’s zone', () => {
    const instant = '2023-11-28T23:30:00.000Z'
    expect(printedDate(instant, 'UTC')).toEqual({ instant, printed: '28 November 2023' })
    expect(printedDate(instant, 'Europe/Berlin').printed).toBe('29 November 2023')
    expect(printedDate('2023-11-28T02:00:00.000Z', 'America/New_York').printed).toBe('27 November 2023')
  })

  it('has its weekday where asked', () => {
    expect(printedDate('2023-11-28T12:00:00.000Z', 'UTC', true).printed).toBe('Tuesday, 28 November 2023')
  })

  it('is the day in UTC where the zone is unknown', () => {
    expect(printedDate('2023-11-28T23:30:00.000Z', 'Mars/Olympus').printed).toBe('28 November 2023')
  })
})
