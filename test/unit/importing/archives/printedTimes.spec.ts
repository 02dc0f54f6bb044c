import { describe, expect, it } from 'vitest'
import { rfc3339Time, rfc822Time, wordPressTime } from '../../../../src/importing/archives/printedTimes.ts'

describe('a time of RSS', () => {
  it.each([
    ['Mon, 06 May 2024 10:30:00 +0000', '2024-05-06T10:30:00+00:00'],
    ['6 May 2024 10:30 GMT', '2024-05-06T10:30:00Z'],
    ['Mon, 6 May 24 10:30:59 EST', '2024-05-06T10:30:59-05:00'],
    ['06 May 1999 10:30:00 +0530', '1999-05-06T10:30:00+05:30'],
    ['Thu, 29 Feb 2024 23:59:59 PDT', '2024-02-29T23:59:59-07:00'],
  ])('“%s” is %s', (text, time) => {
    expect(rfc822Time(text)).toBe(time)
  })

  it.each([
    'Wed, 29 Feb 2023 10:30:00 +0000',
    '06 May 2024 24:30:00 +0000',
    '06 May 2024 10:60:00 +0000',
    '06 May 2024 10:30:00',
    '06 May 2024 10:30:00 +1900',
    '06 Mai 2024 10:30:00 +0000',
    '2024-05-06T10:30:00Z',
    'yesterday',
    '',
  ])('“%s” is none', (text) => {
    expect(rfc822Time(text)).toBeNull()
  })
})

describe('a time of Atom', () => {
  it.each([
    ['2024-05-06T10:30:00Z', '2024-05-06T10:30:00Z'],
    ['2024-05-06T10:30:00.123+02:00', '2024-05-06T10:30:00+02:00'],
    ['2024-05-06t10:30:00z', '2024-05-06T10:30:00Z'],
  ])('“%s” is %s', (text, time) => {
    expect(rfc3339Time(text)).toBe(time)
  })

  it.each([
    '2024-05-06T10:30:00',
    '2024-05-06',
    '2024-13-06T10:30:00Z',
    '2024-04-31T10:30:00Z',
    '2024-05-06T25:30:00Z',
  ])('“%s” is none', (text) => {
    expect(rfc3339Time(text)).toBeNull()
  })
})

describe('a time of WordPress', () => {
  it.each([
    ['2024-05-06 12:30:00', '2024-05-06 10:30:00', '2024-05-06T12:30:00+02:00'],
    ['2024-05-06 10:30:00', '2024-05-06 10:30:00', '2024-05-06T10:30:00Z'],
    ['2024-01-01 00:15:00', '2023-12-31 18:30:00', '2024-01-01T00:15:00+05:45'],
    ['2023-12-31 20:00:00', '2024-01-01 05:00:00', '2023-12-31T20:00:00-09:00'],
  ])('%s, in Greenwich %s, is %s', (local, greenwich, time) => {
    expect(wordPressTime(local, greenwich)).toBe(time)
  })

  it.each([
    ['2024-05-06 12:30:00', '0000-00-00 00:00:00'],
    ['2024-05-06 12:30:00', '2024-05-05 10:30:00'],
    ['2024-05-06 12:30:00', '2024-05-06 10:31:00'],
    ['2024-02-30 12:30:00', '2024-02-30 10:30:00'],
    ['', ''],
  ])('%s, in Greenwich %s, is none', (local, greenwich) => {
    expect(wordPressTime(local, greenwich)).toBeNull()
  })
})
