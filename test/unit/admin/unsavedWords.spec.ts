import { describe, expect, it } from 'vitest'
import { timeOfToday } from '../../../packages/plugin-imprimatur/src/admin/inNewsroomTime.ts'
import { unsavedSentence, voidsInWords } from '../../../packages/plugin-imprimatur/src/admin/unsavedWords.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

const words = wordsFor('en')

describe('what a save takes back', () => {
  it.each([
    [1, null, 'a sign-off'],
    [2, null, '2 sign-offs'],
    [2, '2030-05-06T05:00:00.000Z', '2 sign-offs and the publication on 6 May 2030, 07:00 CEST'],
    [0, '2030-05-06T05:00:00.000Z', 'the publication on 6 May 2030, 07:00 CEST'],
    [0, null, 'the approval'],
  ])('of %i sign-offs and the time %s is “%s”', (signOffs, scheduledAt, said) => {
    expect(voidsInWords({ signOffs, scheduledAt }, words, 'Europe/Berlin')).toBe(said)
  })
})

describe('what is not saved', () => {
  it('is said only when something is in the way', () => {
    for (const kind of ['none', 'soon', 'new'] as const) expect(unsavedSentence({ kind }, words, 'UTC')).toBeNull()
    expect(unsavedSentence({ kind: 'unreachable' }, words, 'UTC')).toBe('Not saved: the newsroom cannot be reached.')
    const refusal = { status: 409, sentences: ['Give a reason.'], blockers: [] }
    expect(unsavedSentence({ kind: 'refused', refusal }, words, 'UTC')).toBe('Not saved: Give a reason.')
    expect(unsavedSentence({ kind: 'refused', refusal }, wordsFor('de'), 'UTC')).toBe(
      'Nicht gespeichert: Geben Sie eine Begründung an.',
    )
  })
})

describe('when something was saved today', () => {
  // Berlin is two hours ahead of UTC in May: there it is past midnight already.
  it.each([
    ['Europe/Berlin', '2030-05-06T08:42:00.000Z', '10:42'],
    ['Europe/Berlin', '2030-05-05T22:05:00.000Z', '00:05'],
    ['Europe/Madrid', '2030-05-06T08:42:00.000Z', '10:42'],
    ['America/New_York', '2030-05-06T08:42:00.000Z', '10:42 CEST'],
    ['Pacific/Kiritimati', '2030-05-05T22:05:00.000Z', '00:05 CEST'],
    ['Europe/Berlin', '2030-05-05T21:59:00.000Z', null],
    ['Europe/Berlin', 'no time', null],
  ])('in a browser in %s, %s is “%s” on 6 May in Berlin', (zone, at, time) => {
    const now = new Date('2030-05-06T10:00:00.000Z')
    expect(timeOfToday(at, now, 'Europe/Berlin', 'en-GB', zone)).toBe(time)
  })
})
