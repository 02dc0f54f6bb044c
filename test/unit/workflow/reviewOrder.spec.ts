import { describe, expect, it } from 'vitest'
import {
  faultInHistory,
  faultInOrder,
  options,
  transition,
  waitsFor,
  type Actor,
  type Command,
  type Dossier,
  type Facts,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import {
  aChain,
  aDigest,
  aPerson,
  aReview,
  aSignOff,
  aSituation,
  frozen,
  NEXT,
  people,
  whatIsLive,
  whatWasFastTracked,
} from './builders.ts'

// Reviews one after the other, worked out by hand: legal after desk, the last look after both.

const rita = aPerson('rita', 'reviewer')
const remy = aPerson('remy', 'reviewer')
const lena = aPerson('lena', 'lawyer')
const both = aPerson('bo', 'reviewer', 'lawyer')

const DESK = aReview('desk')
const LEGAL = aReview('legal', { roles: ['lawyer'], after: ['desk'] })
const LAST = aReview('last_look', { roles: ['chief'], after: ['desk', 'legal'] })
const HERE = people({ rita: ['reviewer'], remy: ['reviewer'], lena: ['lawyer'], bo: ['reviewer', 'lawyer'] })
const inOrder = (...reviews: readonly ReturnType<typeof aReview>[]): Partial<Facts> => ({
  policy: { reviews },
  people: HERE,
})
const TWO = inOrder(DESK, LEGAL)

const sign = (
  actor: Actor,
  dossier: Partial<Dossier> = {},
  facts: Partial<Facts> = TWO,
  command: Partial<Command> = {},
) =>
  transition(frozen(aSituation(actor, { stage: 'in_review', ...dossier }, facts)), {
    transition: 'sign_off',
    digest: NEXT,
    ...command,
  })
const offered = (actor: Actor, dossier: Partial<Dossier> = {}, facts: Partial<Facts> = TWO) =>
  options(aSituation(actor, { stage: 'in_review', ...dossier }, facts)).find(({ name }) => name === 'sign_off')

const WAITS = {
  ok: false,
  status: 422,
  blockers: [{ code: 'review_waits', field: 'review', message: 'The review “legal” waits for: desk.' }],
}
const GIVEN = { signOffs: [aSignOff('rita')] }

describe('a review that comes after another', () => {
  it('waits for it, whether or not it is named', () => {
    expect(sign(lena)).toMatchObject(WAITS)
    expect(sign(lena, {}, TWO, { review: 'legal' })).toMatchObject(WAITS)
  })

  it('is given when the other one is complete, and the event says what came before', () => {
    const decision = sign(lena, GIVEN)
    expect(decision).toMatchObject({ ok: true, event: { review: 'legal', after: ['desk'], to: 'approved' } })
    expect(sign(rita)).toMatchObject({ ok: true, event: { review: 'desk', to: 'in_review' } })
    const first = sign(rita)
    expect(first.ok && first.event).not.toHaveProperty('after')
  })

  it('waits for everybody that the other one needs', () => {
    const facts = inOrder({ ...DESK, needed: 2 }, LEGAL)
    expect(sign(lena, GIVEN, facts)).toMatchObject(WAITS)
    expect(sign(lena, { signOffs: [aSignOff('rita'), aSignOff('remy')] }, facts)).toMatchObject({ ok: true })
    // The same person twice is one.
    expect(sign(lena, { signOffs: [aSignOff('rita'), aSignOff('rita')] }, facts)).toMatchObject(WAITS)
  })

  it.each<[string, Partial<Dossier>, Partial<Facts>]>([
    ['of another text', { signOffs: [aSignOff('rita', { digest: aDigest('c') })] }, TWO],
    ['of the writer', { signOffs: [aSignOff('rita')], writers: ['rita'] }, TWO],
    [
      'of somebody who may not give it any more',
      GIVEN,
      { ...TWO, people: people({ rita: ['editor'], lena: ['lawyer'] }) },
    ],
    ['of another review', { signOffs: [aSignOff('rita', { review: 'legal' })] }, TWO],
  ])('is not opened by a sign-off %s', (_, dossier, facts) => {
    expect(sign(lena, dossier, facts, { review: 'legal' })).toMatchObject({ ok: false, status: 422 })
  })

  it('waits for one that waits itself, until both are complete', () => {
    const chief = aPerson('carl', 'chief')
    const facts = inOrder(DESK, LEGAL, LAST)
    expect(sign(chief, {}, facts)).toMatchObject({
      blockers: [{ code: 'review_waits', message: 'The review “last_look” waits for: desk, legal.' }],
    })
    expect(sign(chief, GIVEN, facts)).toMatchObject({
      blockers: [{ code: 'review_waits', message: 'The review “last_look” waits for: legal.' }],
    })
    const signOffs = [aSignOff('rita'), aSignOff('lena', { review: 'legal', role: 'lawyer' })]
    expect(sign(chief, { signOffs }, facts)).toMatchObject({ ok: true, event: { after: ['desk', 'legal'] } })
  })

  it('does not wait for one that this piece does not need', () => {
    const facts = inOrder({ ...DESK, collections: ['authors'] }, LEGAL)
    const decision = sign(lena, {}, facts)
    expect(decision).toMatchObject({ ok: true, event: { review: 'legal' } })
    expect(decision.ok && decision.event).not.toHaveProperty('after')
  })

  it('waits for each of two that have one name', () => {
    const strict = aReview('desk', { roles: ['chief'] })
    expect(sign(lena, {}, inOrder(DESK, strict, LEGAL))).toMatchObject(WAITS)
    // Two of the name itself: what one of them comes after, both do.
    const twice = inOrder(DESK, aReview('legal', { roles: ['lawyer'] }), LEGAL)
    expect(sign(lena, {}, twice, { review: 'legal' })).toMatchObject({ ok: false, status: 422 })
  })

  it('is not opened by its own giver: who may give both gives the first, and another person the second', () => {
    expect(sign(both)).toMatchObject({ ok: true, event: { review: 'desk' } })
    expect(sign(both, {}, TWO, { review: 'legal' })).toMatchObject(WAITS)
    const signOffs = [aSignOff('bo')]
    // Two different reviews with a role for each is what the policy allows.
    expect(sign(both, { signOffs })).toMatchObject({ ok: true, event: { review: 'legal' } })
  })

  it('keeps the order of refusals: the right, then the text, then the turn', () => {
    expect(sign(aPerson('ed', 'editor'))).toMatchObject({ status: 403, blockers: [{ code: 'forbidden' }] })
    expect(sign(rita, {}, TWO, { review: 'legal' })).toMatchObject({ status: 403 })
    expect(sign(lena, {}, TWO, { digest: aDigest('d') })).toMatchObject({ status: 409 })
    expect(sign(lena, { writers: ['lena'] })).toMatchObject({
      status: 422,
      blockers: [{ code: 'four_eyes' }, { code: 'review_waits' }],
    })
  })

  it('says that it waits also to somebody who has given the first', () => {
    const facts = inOrder({ ...DESK, needed: 2 }, LEGAL)
    expect(sign(both, { signOffs: [aSignOff('bo')] }, facts)).toMatchObject(WAITS)
  })

  it('can never be given in a circle that somebody wrote into the database', () => {
    const facts = inOrder({ ...DESK, after: ['legal'] }, LEGAL)
    for (const actor of [rita, lena, both]) expect(sign(actor, {}, facts)).toMatchObject({ ok: false, status: 422 })
  })

  it('waits after the round too, where a stricter policy asks for both', () => {
    const facts = inOrder({ ...DESK, needed: 2 }, LEGAL)
    for (const stage of ['approved', 'scheduled'] as const) {
      expect(sign(lena, { ...GIVEN, stage }, facts)).toMatchObject(WAITS)
      expect(sign(remy, { ...GIVEN, stage }, facts)).toMatchObject({ ok: true, event: { to: stage } })
    }
  })

  it('keeps what was given in its turn when the first one lapses', () => {
    const signOffs = [aSignOff('rita'), aSignOff('lena', { review: 'legal', role: 'lawyer' })]
    const facts = { ...TWO, people: people({ rita: [], remy: ['reviewer'], lena: ['lawyer'] }) }
    expect(sign(remy, { signOffs }, facts)).toMatchObject({ ok: true, event: { to: 'approved' } })
  })

  it('waits in the review of what was fast-tracked', () => {
    const dossier = (signOffs: Dossier['signOffs']): Partial<Dossier> => ({
      stage: 'published',
      live: whatIsLive({ digest: NEXT, signOffs: [] }),
      fastTracked: whatWasFastTracked({ digest: NEXT, signOffs }),
      writers: [],
    })
    expect(sign(lena, dossier([]))).toMatchObject(WAITS)
    expect(sign(lena, dossier([aSignOff('rita')]))).toMatchObject({
      ok: true,
      event: { review: 'legal', after: ['desk'], afterFastTrack: 'complete' },
    })
  })
})

describe('what is offered', () => {
  it('tells which review waits, and for which', () => {
    expect(offered(lena)).toMatchObject({
      allowed: false,
      reviews: [],
      waiting: [{ review: 'legal', waitsFor: ['desk'] }],
      blockers: [{ code: 'review_waits' }],
    })
    expect(offered(both)).toMatchObject({
      allowed: true,
      reviews: ['desk'],
      waiting: [{ review: 'legal', waitsFor: ['desk'] }],
    })
    expect(offered(lena, GIVEN)).toMatchObject({ allowed: true, reviews: ['legal'], to: 'approved' })
    expect(offered(lena, GIVEN)).not.toHaveProperty('waiting')
  })

  it('says of a piece what somebody waits for there, and nothing where it is their turn or not theirs', () => {
    const of = (actor: Actor, dossier: Partial<Dossier> = {}, facts: Partial<Facts> = TWO) =>
      waitsFor(aSituation(actor, { stage: 'in_review', ...dossier }, facts))
    expect(of(lena)).toEqual(['desk'])
    expect(of(lena, GIVEN)).toEqual([])
    expect(of(both)).toEqual([])
    expect(of(rita)).toEqual([])
    expect(of(aPerson('ed', 'editor'))).toEqual([])
    expect(of(lena, { stage: 'draft' })).toEqual([])
    expect(of(lena, { stage: 'published' })).toEqual([])
  })
})

describe('faultInOrder()', () => {
  it.each([
    [[aReview('desk'), aReview('legal', { after: ['desk'] })]],
    [[aReview('legal', { after: ['desk'] }), aReview('desk')]],
    [[aReview('a', { after: ['b', 'c'] }), aReview('b', { after: ['c'] }), aReview('c')]],
    [[]],
  ])('finds none', (reviews) => {
    expect(faultInOrder(reviews)).toBeNull()
  })

  it.each([
    ['a name that is not there', [aReview('legal', { after: ['desk'] })], 'legal', 'desk', 'unknown'],
    ['a name in other letters', [aReview('desk'), aReview('legal', { after: ['Desk'] })], 'legal', 'Desk', 'unknown'],
    ['itself', [aReview('desk', { after: ['desk'] })], 'desk', 'desk', 'circle'],
    [
      'a circle of two',
      [aReview('desk', { after: ['legal'] }), aReview('legal', { after: ['desk'] })],
      'desk',
      'legal',
      'circle',
    ],
    [
      'a circle behind one that is sound',
      [
        aReview('first'),
        aReview('a', { after: ['first', 'c'] }),
        aReview('b', { after: ['a'] }),
        aReview('c', { after: ['b'] }),
      ],
      'a',
      'c',
      'circle',
    ],
    [
      'a circle by way of a second review of the same name',
      [aReview('a'), aReview('a', { after: ['b'] }), aReview('b', { after: ['a'] })],
      'a',
      'b',
      'circle',
    ],
  ])('finds %s', (_, reviews, review, after, fault) => {
    expect(faultInOrder(reviews)).toEqual({ review, after, fault })
  })
})

describe('the history', () => {
  const created = { transition: 'create', actor: 'wanda' } as const
  const submitted = { transition: 'submit', to: 'in_review' } as const
  const desk = { transition: 'sign_off', actor: 'rita', review: 'desk', role: 'reviewer' } as const
  const legal = { transition: 'sign_off', actor: 'lena', review: 'legal', role: 'lawyer', after: ['desk'] } as const
  const faultIn = (...steps: Parameters<typeof aChain>) => faultInHistory(aChain(...steps))

  it('holds where each review comes after those that it says', () => {
    expect(faultIn(created, submitted, desk, { ...legal, to: 'approved' })).toBeNull()
  })

  it('does not hold where it does not', () => {
    const fault = 'gives a review before those that it comes after'
    expect(faultIn(created, submitted, legal)).toBe(`event 3 (sign_off) ${fault}`)
    expect(faultIn(created, submitted, { ...desk, digest: aDigest('e') }, legal)).toBe(`event 4 (sign_off) ${fault}`)
    // A new round begins with nothing.
    expect(faultIn(created, submitted, desk, { transition: 'recall', to: 'draft' }, submitted, legal)).toBe(
      `event 6 (sign_off) ${fault}`,
    )
    const out = { transition: 'fast_track', to: 'published', actor: 'bea', reason: 'Now.' } as const
    expect(faultIn(created, out, { ...legal, afterFastTrack: 'incomplete' })).toBe(`event 3 (sign_off) ${fault}`)
  })
})
