import { describe, expect, it } from 'vitest'
import {
  refusalFrom,
  refusalOf,
  Refused,
  sentencesOf,
  UNREACHABLE,
} from '../../../packages/plugin-imprimatur/src/admin/refusal.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

describe('refusalOf', () => {
  it('tells each sentence once, with the hint of each', () => {
    const same = { code: 'invalid_value', message: 'That is no time.', hint: 'Add an offset.' }
    expect(refusalOf(400, { errors: [same, same] }).sentences).toEqual(['That is no time.', 'Add an offset.'])
  })

  it('tells the blockers where there are some, and not the entry that only repeats the first of them', () => {
    const blockers = [
      { code: 'gate_failed', message: 'Write a headline.', field: 'headline' },
      { code: 'gate_failed', message: 'Credit at least one author.', field: 'credits' },
    ]
    const refusal = refusalOf(422, { errors: [{ code: 'gate_failed', message: 'Write a headline.', blockers }] })
    expect(refusal.sentences).toEqual(['Write a headline.', 'Credit at least one author.'])
    expect(refusal.blockers).toEqual(blockers)
  })

  it.each([null, 'Bad gateway', {}, { errors: [] }, { errors: 'no' }, { errors: [null, 7] }, { message: 'x' }])(
    'has a sentence also for %j',
    (body) => {
      const refusal = refusalOf(502, body)
      expect(refusal).toMatchObject({ status: 502, blockers: [] })
      expect(sentencesOf(refusal, wordsFor('en'))).toEqual(['The newsroom answered with an error (502).'])
    },
  )
})

describe('refusalFrom', () => {
  it('keeps what was refused, and takes everything else for an answer that did not come', () => {
    const refusal = refusalOf(409, { errors: [{ message: 'Stale.' }] })
    expect(refusalFrom(new Refused(refusal))).toBe(refusal)
    expect(refusalFrom(new TypeError('fetch failed'))).toBe(UNREACHABLE)
  })
})
