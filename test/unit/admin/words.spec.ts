import { describe, expect, it } from 'vitest'
import { ageInWords } from '../../../packages/plugin-imprimatur/src/admin/ageInWords.ts'
import { eventSentence, reviewLabel } from '../../../packages/plugin-imprimatur/src/admin/eventSentence.ts'
import type { WorkflowEvent } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

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
