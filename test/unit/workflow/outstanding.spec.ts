import { describe, expect, it } from 'vitest'
import {
  options,
  transition,
  type Dossier,
  type Facts,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { AHEAD, aPerson, aReview, aSignOff, aSituation, frozen, NEXT, people, whatIsLive } from './builders.ts'

// What may be signed after the round of review, worked out by hand: a review that is outstanding, because a sign-off does
// not count any more or because the policy became stricter, and nothing else. It moves the piece nowhere.

const remy = aPerson('remy', 'reviewer')
const paula = aPerson('paula', 'publisher')
const lena = aPerson('lena', 'lawyer')
const schedule = { at: AHEAD, by: 'paula', digest: NEXT }
const at = (stage: 'approved' | 'scheduled', details: Partial<Dossier> = {}): Partial<Dossier> => ({
  stage,
  signOffs: [aSignOff('rita')],
  schedule: stage === 'scheduled' ? schedule : null,
  ...details,
})
const LAPSED: Partial<Facts> = { people: new Map([['rita', { active: false, roles: ['reviewer'] }]]) }
const STRICTER: Partial<Facts> = {
  policy: { reviews: [aReview('desk'), aReview('legal', { roles: ['lawyer'] })] },
  people: people({ rita: ['reviewer'] }),
}

const sign = (actor: typeof remy, dossier: Partial<Dossier>, facts: Partial<Facts>, review?: string) =>
  transition(frozen(aSituation(actor, dossier, facts)), {
    transition: 'sign_off',
    digest: NEXT,
    ...(review === undefined ? {} : { review }),
  })

describe.each(['approved', 'scheduled'] as const)('a piece that is %s', (stage) => {
  it('can be signed in the place of a sign-off that lapsed, and stays where it is', () => {
    const decision = sign(remy, at(stage), LAPSED)
    expect(decision).toMatchObject({
      ok: true,
      event: { transition: 'sign_off', from: stage, to: stage, review: 'desk', role: 'reviewer' },
      dossier: { stage, schedule: stage === 'scheduled' ? schedule : null },
    })
    expect(decision.ok && decision.dossier.signOffs.map(({ by }) => by)).toEqual(['rita', 'remy'])
  })

  it('can be given the review that a stricter policy asks for, without voiding the others', () => {
    const decision = sign(lena, at(stage), STRICTER)
    expect(decision).toMatchObject({ ok: true, event: { to: stage, review: 'legal', role: 'lawyer' } })
    expect(decision.ok && decision.dossier.signOffs.map(({ review }) => review)).toEqual(['desk', 'legal'])
  })

  it('stays where it is also when one of several is still lacking', () => {
    const two: Partial<Facts> = { ...STRICTER, policy: { reviews: [aReview('desk', { needed: 3 })] } }
    expect(sign(remy, at(stage), two)).toMatchObject({ ok: true, event: { to: stage } })
  })

  it('is signed by nobody when nothing is outstanding', () => {
    expect(sign(remy, at(stage), {})).toMatchObject({ ok: false, status: 409, blockers: [{ code: 'wrong_stage' }] })
  })

  it('is not signed for a review that is complete, while another one is outstanding', () => {
    for (const review of [undefined, 'desk']) {
      expect(sign(remy, at(stage), STRICTER, review)).toMatchObject({
        ok: false,
        status: 409,
        blockers: [{ code: 'wrong_stage' }],
      })
    }
    expect(sign(lena, at(stage), STRICTER, 'desk')).toMatchObject({ ok: false, status: 403 })
  })

  it('is not signed by its writer, nor twice by one person, nor for another text', () => {
    expect(sign(remy, at(stage, { writers: ['remy'] }), LAPSED)).toMatchObject({
      status: 422,
      blockers: [{ code: 'four_eyes' }],
    })
    const three: Partial<Facts> = { ...STRICTER, policy: { reviews: [aReview('desk', { needed: 2 })] } }
    const rita = aPerson('rita', 'reviewer')
    expect(sign(rita, at(stage), three)).toMatchObject({ ok: false, status: 409 })
    const other = transition(aSituation(remy, at(stage), LAPSED), {
      transition: 'sign_off',
      digest: `sha256:${'9'.repeat(64)}`,
    })
    expect(other).toMatchObject({ status: 409, blockers: [{ code: 'stale_digest' }] })
  })

  it('shows what is lacking, to whoever may give it and to whoever would publish', () => {
    const offered = (actor: typeof remy, facts: Partial<Facts>, name: string) =>
      options(aSituation(actor, at(stage), facts)).find((each) => each.name === name)
    expect(offered(lena, STRICTER, 'sign_off')).toMatchObject({ allowed: true, to: stage, reviews: ['legal'] })
    expect(offered(remy, {}, 'sign_off')).toMatchObject({ allowed: false })
    const publish = offered(paula, STRICTER, 'publish')
    expect(publish).toMatchObject({ allowed: false, blockers: [{ code: 'quorum_missing' }] })
    expect(publish?.blockers[0]?.message).toContain('“legal” lacks 1 sign-off')
  })

  it('can go out once the review is given', () => {
    const given = { ...at(stage), signOffs: [aSignOff('rita'), aSignOff('lena', { review: 'legal', role: 'lawyer' })] }
    const facts = { ...STRICTER, people: people({ rita: ['reviewer'], lena: ['lawyer'] }) }
    const publish = { transition: 'publish', digest: NEXT } as const
    expect(transition(aSituation(paula, at(stage), STRICTER), publish)).toMatchObject({ status: 422 })
    expect(transition(aSituation(paula, given, facts), publish)).toMatchObject({ ok: true })
  })
})

it('a next revision is signed beside what is live', () => {
  const decision = sign(remy, at('approved', { live: whatIsLive() }), LAPSED)
  expect(decision).toMatchObject({ ok: true, event: { digest: NEXT, to: 'approved' } })
})
