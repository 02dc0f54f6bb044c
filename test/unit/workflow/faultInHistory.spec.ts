import { describe, expect, it } from 'vitest'
import { faultInHistory } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aChain, aDigest, LIVE, NEXT } from './builders.ts'

type Step = Parameters<typeof aChain>[number]

const created: Step = { transition: 'create', actor: 'wanda' }
const submitted: Step = { transition: 'submit', to: 'in_review' }
const signed: Step = { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer' }
const published: Step = { transition: 'publish', to: 'published', actor: 'paula' }

const faultIn = (...steps: Step[]) => faultInHistory(aChain(...steps))

describe('faultInHistory()', () => {
  it('finds none in a history that the table allows, to its end', () => {
    expect(
      faultIn(
        created,
        submitted,
        signed,
        { transition: 'void', to: 'in_review', actor: 'edith' },
        signed,
        published,
        { transition: 'revise', to: 'draft', actor: 'wanda' },
        { transition: 'spike', to: 'spiked' },
        { transition: 'retract', to: 'spiked', notice: 'It was wrong.' },
      ),
    ).toBeNull()
    expect(faultInHistory([])).toBeNull()
  })

  it('says first what is wrong with the chain itself', () => {
    expect(faultInHistory(aChain(created, submitted).slice(1))).toBe('event 1 is missing')
  })

  it.each<[string, Step[], string]>([
    ['an approval of what was never submitted', [created, signed], 'event 2 (sign_off) cannot start from draft'],
    ['a publication of a draft', [created, published], 'event 2 (publish) cannot start from draft'],
    ['a second creation', [created, created], 'event 2 (create) is not where a history begins'],
    ['a history without a beginning', [submitted], 'event 1 (submit) is not where a history begins'],
    [
      'a move from where the piece was not',
      [created, { ...submitted, from: 'changes_requested' }],
      'event 2 (submit) says that it started from changes_requested, not from draft',
    ],
    [
      'a withdrawal of what was not public',
      [created, { transition: 'withdraw', to: 'withdrawn' }],
      'event 2 (withdraw) takes down what was not public',
    ],
    [
      'a withdrawal of another text',
      [created, submitted, signed, published, { transition: 'withdraw', to: 'withdrawn', digest: LIVE }],
      'event 5 (withdraw) takes down another text than the public one',
    ],
  ])('finds %s', (_, steps, fault) => {
    expect(faultIn(...steps)).toBe(fault)
  })

  describe('finds a publication', () => {
    const unsigned = /^event \d \(publish\) published a text that nobody but its writers signed off$/

    it('of a text that nobody signed off', () => {
      expect(
        faultIn(created, submitted, { transition: 'sign_off', to: 'approved', actor: 'wanda' }, published),
      ).toMatch(unsigned)
    })

    it('of another text than the one that was signed off', () => {
      expect(faultIn(created, submitted, signed, { ...published, digest: aDigest('c') })).toMatch(unsigned)
    })

    it('that was signed off by a later writer', () => {
      const touched: Step = { transition: 'touch', actor: 'rita', to: 'in_review', digest: NEXT }
      expect(faultIn(created, submitted, touched, signed, published)).toMatch(unsigned)
    })
  })

  describe('and a fast_track', () => {
    const out: Step = { transition: 'fast_track', to: 'published', actor: 'bea', reason: 'The bridge is down.' }
    const after: Step = { ...signed, to: 'published', afterFastTrack: 'complete' }
    const next: Step[] = [
      { transition: 'revise', to: 'draft', actor: 'edith', digest: LIVE },
      { ...submitted, digest: LIVE },
    ]

    it('finds none when it was reviewed afterwards, or not yet, or replaced', () => {
      expect(faultIn(created, out)).toBeNull()
      expect(faultIn(created, submitted, out, after)).toBeNull()
      expect(faultIn(created, out, ...next, { ...signed, digest: LIVE }, { ...published, digest: LIVE })).toBeNull()
    })

    it.each<[string, Step[], string]>([
      ['one without a reason', [{ ...out, reason: '' }], 'event 2 (fast_track) gives no reason'],
      ['one from where it cannot start', [submitted, signed, out], 'event 4 (fast_track) cannot start from approved'],
      [
        'a review by its writer',
        [out, { ...after, actor: 'wanda' }],
        'event 3 (sign_off) is by somebody who wrote it or sent it out',
      ],
      [
        'a review by who sent it out',
        [out, { ...after, actor: 'bea' }],
        'event 3 (sign_off) is by somebody who wrote it or sent it out',
      ],
      [
        'a review with another account of its writer',
        [out, { ...after, accounts: ['wanda'] }],
        'event 3 (sign_off) is by somebody who wrote it or sent it out',
      ],
      [
        'a review of another text',
        [out, { ...after, digest: aDigest('c') }],
        'event 3 (sign_off) reviews what was not public without a review',
      ],
      [
        'a review that moves the next revision',
        [out, { ...after, to: 'approved' }],
        'event 3 (sign_off) reviews what was not public without a review',
      ],
      [
        'a review of what was signed off before',
        [submitted, signed, published, after],
        'event 5 (sign_off) reviews what was not public without a review',
      ],
      [
        'a publication that only who sent out what it builds on has signed',
        [out, ...next, { ...signed, actor: 'bea', digest: LIVE }, { ...published, digest: LIVE }],
        'event 6 (publish) published a text that nobody but its writers signed off',
      ],
      [
        'a publication that only another account of its writer has signed',
        [submitted, { ...signed, accounts: ['wanda'] }, published],
        'event 4 (publish) published a text that nobody but its writers signed off',
      ],
    ])('finds %s', (_, steps, fault) => {
      expect(faultIn(created, ...steps)).toBe(fault)
    })
  })
})
