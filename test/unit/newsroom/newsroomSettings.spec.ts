import { describe, expect, it } from 'vitest'
import { newsroomSettings } from '../../../src/newsroom/globals/newsroomSettings.ts'

const DEFAULTS = {
  name: 'Newsroom',
  languages: ['en'],
  timeZone: 'UTC',
  excerptWords: { articles: 30, newsTeasers: 9 },
  keepNotificationsDays: 90,
}

describe('newsroomSettings', () => {
  it.each([undefined, null, {}, 'x', { languages: [], excerptWords: null, name: ' ' }])(
    'has a default for all of %j',
    (stored) => {
      expect(newsroomSettings(stored)).toEqual(DEFAULTS)
    },
  )

  it('takes what is set', () => {
    const set = {
      name: 'The Quill',
      languages: ['de', 'en'],
      timeZone: 'Europe/Berlin',
      excerptWords: { articles: 40, newsTeasers: 12 },
    }
    const workflow = { keepNotificationsDays: 30 }
    expect(newsroomSettings({ ...set, workflow })).toEqual({ ...set, ...workflow })
  })

  it.each([0, -1, 1.5, Number.NaN, '30'])('does not cut excerpts after %j words', (articles) => {
    expect(newsroomSettings({ excerptWords: { articles } }).excerptWords.articles).toBe(30)
  })

  it('passes over what is no language', () => {
    expect(newsroomSettings({ languages: ['English', 'EN-gb'] }).languages).toEqual(['en-GB'])
  })
})
