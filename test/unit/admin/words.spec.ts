import { describe, expect, it } from 'vitest'
import { ageInWords } from '../../../src/admin/ageInWords.ts'
import { eventSentence, reviewLabel } from '../../../src/admin/eventSentence.ts'
import { isoWithOffset } from '../../../src/admin/isoWithOffset.ts'
import type { WorkflowEvent } from '../../../src/workflow/index.ts'

describe('ageInWords', () => {
  // By hand: a minute has 60 s, an hour 3,600 s, a day 86,400 s; what is not full does not count.
  it.each([
    [0, 'less than a minute'],
    [59, 'less than a minute'],
    [60, '1 minute'],
    [3_599, '59 minutes'],
    [3_600, '1 hour'],
    [86_399, '23 hours'],
    [86_400, '1 day'],
    [1_000_000, '11 days'],
  ])('says %i seconds as “%s”', (seconds, words) => {
    expect(ageInWords(seconds)).toBe(words)
  })

  it('speaks the language of its reader', () => {
    expect(ageInWords(7_200, 'de')).toBe('2 Stunden')
  })
})

describe('isoWithOffset', () => {
  // The offsets are those of the tz database: Berlin is UTC+1 in winter and UTC+2 in summer, St. John's UTC-3:30 in winter.
  it('names the offset that the zone has at that time, not the one that it has now', () => {
    expect(isoWithOffset('2026-03-01T06:00', 'Europe/Berlin')).toBe('2026-03-01T06:00:00.000+01:00')
    expect(isoWithOffset('2026-07-01T06:00', 'Europe/Berlin')).toBe('2026-07-01T06:00:00.000+02:00')
  })

  it('knows offsets west of Greenwich and such as are no full hours', () => {
    expect(isoWithOffset('2026-01-15T23:59', 'America/St_Johns')).toBe('2026-01-15T23:59:00.000-03:30')
    expect(isoWithOffset('2026-01-15T23:59', 'UTC')).toBe('2026-01-15T23:59:00.000+00:00')
  })

  it('means the same moment as the local time', () => {
    expect(new Date(isoWithOffset('2026-01-15T05:30', 'Asia/Kolkata') ?? '').toISOString()).toBe(
      '2026-01-15T00:00:00.000Z',
    )
  })

  it.each(['', 'tomorrow', '2026-13-01T06:00', '2026-02-30T06:00'])('makes nothing of “%s”', (text) => {
    expect(isoWithOffset(text, 'Europe/Berlin')).toBeNull()
  })
})

describe('eventSentence', () => {
  const event = (transition: WorkflowEvent['transition'], more: Partial<WorkflowEvent> = {}) =>
    ({ transition, actor: 'u1', ...more }) as WorkflowEvent

  it('names who did it, and which review was given', () => {
    expect(eventSentence(event('sign_off', { review: 'fact_check' }), 'Rosa Reviewer')).toBe(
      'Rosa Reviewer signed it off (fact check).',
    )
  })

  it('begins with a capital also where a machine did it', () => {
    expect(eventSentence(event('create', { actor: 'system:import' }), 'the import')).toBe('The import made it.')
  })

  it('does not say that the clock published something of its own accord', () => {
    expect(eventSentence(event('publish', { actor: 'clock' }), 'the clock')).toBe(
      'It went out at the time that was set.',
    )
  })

  it('says what a change did to the sign-offs', () => {
    expect(eventSentence(event('void'), 'Edith')).toContain('does not count')
  })
})

it('prints the name of a review without its underscores', () => {
  expect(reviewLabel('fact_check')).toBe('fact check')
})
