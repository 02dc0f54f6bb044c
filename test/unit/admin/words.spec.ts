import { describe, expect, it } from 'vitest'
import { ageInWords } from '../../../packages/plugin-imprimatur/src/admin/ageInWords.ts'
import { eventSentence } from '../../../packages/plugin-imprimatur/src/admin/eventSentence.ts'
import { NOTIFICATION_KINDS } from '../../../packages/plugin-imprimatur/src/domain/notifications/index.ts'
import { toldSentence } from '../../../packages/plugin-imprimatur/src/translations/index.ts'
import type { WorkflowEvent } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

const words = wordsFor('en')

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
  ])('says %i seconds as “%s”', (seconds, said) => {
    expect(ageInWords(seconds, words)).toBe(said)
  })

  it('speaks the language of its reader', () => {
    expect(ageInWords(7_200, { ...words, locale: 'de' })).toBe('2 Stunden')
  })
})

describe('eventSentence', () => {
  const event = (transition: WorkflowEvent['transition'], more: Partial<WorkflowEvent> = {}) =>
    ({ transition, actor: 'u1', ...more }) as WorkflowEvent

  it('names who did it, and which review was given', () => {
    expect(eventSentence(event('sign_off', { review: 'fact_check' }), 'Rosa Reviewer', words)).toBe(
      'Rosa Reviewer signed it off (fact check).',
    )
  })

  it('begins with a capital also where a machine did it', () => {
    expect(eventSentence(event('create', { actor: 'system:import' }), 'the import', words)).toBe('The import made it.')
  })

  it('does not say that the clock published something of its own accord', () => {
    expect(eventSentence(event('publish', { actor: 'clock' }), 'the clock', words)).toBe(
      'It went out at the time that was set.',
    )
  })

  it('says what a change did to the sign-offs', () => {
    expect(eventSentence(event('void'), 'Edith', words)).toContain('does not count')
  })

  it('says that words of somebody else went in, and not of another account of the same person', () => {
    const taken = { accounts: ['u2'], writers: ['u1', 'u2', 'u3'] }
    expect(eventSentence(event('touch', taken), 'Edith', words)).toContain('somebody had suggested')
    expect(eventSentence(event('void', taken), null, words)).toContain('somebody had suggested')
    for (const same of [event('touch', { ...taken, writers: ['u1', 'u2'] }), event('create', taken), event('touch')])
      expect(eventSentence(same, 'Edith', words)).not.toContain('suggested')
  })

  it('speaks to the person who reads it, with the verb that belongs to that', () => {
    expect(eventSentence(event('submit'), null, words)).toBe('You submitted it for review.')
    expect(eventSentence(event('submit'), null, wordsFor('de'))).toBe('Sie haben ihn zur Prüfung eingereicht.')
    expect(eventSentence(event('submit'), null, wordsFor('fr'))).toBe('Vous l’avez soumis à relecture.')
    expect(eventSentence(event('submit'), null, wordsFor('es'))).toBe('Usted la envió a revisión.')
  })
})

describe('toldSentence', () => {
  it.each(NOTIFICATION_KINDS)('says of %s which piece it is about', (kind) => {
    expect(toldSentence({ kind, piece: { title: 'Harbour talks' } }, 'ama', words.say)).toContain('“Harbour talks”')
    expect(toldSentence({ kind, piece: { title: null } }, 'ama', words.say)).toContain('“Without a title”')
  })

  it('gives no title of a piece that its reader may not see any more', () => {
    expect(toldSentence({ kind: 'missed', piece: null }, 'the clock', words.say)).toBe(
      'A piece that you may not see any more did not go out at its time.',
    )
    expect(toldSentence({ kind: 'sent_back', piece: { title: 'Harbour' } }, 'ama', words.say)).toBe(
      'Ama sent “Harbour” back to you.',
    )
  })

  it('speaks the language of its reader', () => {
    const told = { kind: 'sent_back', piece: { title: 'Hafen' } } as const
    expect(toldSentence(told, 'Ama', wordsFor('de').say)).toBe('Von Ama an Sie zurückgegeben: „Hafen“.')
  })
})

it('prints the name of a review without its underscores', () => {
  expect(words.named('reviews', 'data_desk')).toBe('data desk')
})
