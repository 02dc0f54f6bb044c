import { describe, expect, it } from 'vitest'
import {
  options,
  recordChange,
  transition,
  type Actor,
  type Command,
  type Dossier,
  type Facts,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import {
  aDigest,
  aPerson,
  AHEAD,
  aReview,
  aSignOff,
  aSituation,
  BEFORE,
  frozen,
  LIVE,
  NEXT,
  NOW,
  people,
  whatIsLive,
} from './builders.ts'

const remy = aPerson('remy', 'reviewer')
const rita = aPerson('rita', 'reviewer')
const paula = aPerson('paula', 'publisher')

function sign(
  actor: Actor,
  dossier: Partial<Dossier> = {},
  facts: Partial<Facts> = {},
  command: Partial<Command> = {},
) {
  const context = frozen(aSituation(actor, { stage: 'in_review', ...dossier }, facts))
  return transition(context, { transition: 'sign_off', digest: NEXT, ...command })
}

function publish(dossier: Partial<Dossier>, facts: Partial<Facts> = {}) {
  const context = frozen(aSituation(paula, { stage: 'approved', ...dossier }, facts))
  return transition(context, { transition: 'publish', digest: NEXT })
}

function signOffOption(actor: Actor, dossier: Partial<Dossier> = {}, facts: Partial<Facts> = {}) {
  return options(aSituation(actor, { stage: 'in_review', ...dossier }, facts)).find(({ name }) => name === 'sign_off')
}

function refused(status: number, ...codes: string[]) {
  return { ok: false, status, blockers: codes.map((code) => ({ code })) }
}

const missing = refused(422, 'quorum_missing')

describe('a quorum of two', () => {
  const policy = { reviews: [aReview('desk', { needed: 2 })] }

  it('stays in review after the first and is approved after the second', () => {
    const first = sign(remy, {}, { policy })
    expect(first).toMatchObject({
      ok: true,
      event: { from: 'in_review', to: 'in_review' },
      dossier: { stage: 'in_review' },
    })
    const second = first.ok && sign(rita, first.dossier, { policy })
    expect(second).toMatchObject({
      ok: true,
      event: { from: 'in_review', to: 'approved' },
      dossier: { stage: 'approved', signOffs: [{ by: 'remy' }, { by: 'rita' }] },
    })
  })

  it('is not one person twice', () => {
    const signOffs = [aSignOff('remy')]
    expect(sign(remy, { signOffs }, { policy })).toMatchObject(refused(409, 'already_signed'))
    expect(sign(remy, { signOffs }, { policy }, { review: 'desk' })).toMatchObject(refused(409, 'already_signed'))
    expect(signOffOption(remy, { signOffs }, { policy })).toMatchObject({
      allowed: false,
      blockers: [{ code: 'already_signed' }],
      reviews: [],
    })
  })

  // CONTRACT §6: nobody gives one review twice (already_signed). The stage has moved on by their own sign-off.
  it.each([undefined, 'desk'])(
    'tells whoever signs again, as %s, that first, also once the piece is approved',
    (review) => {
      const dossier: Partial<Dossier> = { stage: 'approved', signOffs: [aSignOff('remy')] }
      const again = sign(remy, dossier, {}, review === undefined ? {} : { review })
      expect(again).toMatchObject(refused(409, 'already_signed', 'wrong_stage'))
      expect(signOffOption(remy, dossier)?.blockers.map(({ code }) => code)).toEqual(['already_signed', 'wrong_stage'])
      // Somebody else is told of the stage.
      expect(sign(rita, dossier)).toMatchObject(refused(409, 'wrong_stage'))
    },
  )

  it('is not one person counted twice, whatever the log holds', () => {
    expect(publish({ signOffs: [aSignOff('remy'), aSignOff('remy')] }, { policy })).toMatchObject(missing)
  })

  it('is not complete with a sign-off of another text', () => {
    const signOffs = [aSignOff('remy'), aSignOff('rita', { digest: aDigest('c') })]
    expect(publish({ signOffs }, { policy })).toMatchObject(missing)
  })

  it('counts a person who signed an earlier text and then this one', () => {
    const signOffs = [aSignOff('rita', { digest: aDigest('c') }), aSignOff('remy'), aSignOff('rita')]
    expect(publish({ signOffs }, { policy })).toMatchObject({ ok: true })
  })

  it('says how many are missing', () => {
    const one = publish({ signOffs: [aSignOff('remy')] }, { policy })
    const none = publish({ signOffs: [] }, { policy })
    expect(one.ok ? '' : one.blockers[0]?.message).toMatch(/“desk”.* 1 sign-off /)
    expect(none.ok ? '' : none.blockers[0]?.message).toMatch(/“desk”.* 2 sign-offs /)
  })

  it.each([0, -1])('a review that needs %d needs one all the same', (needed) => {
    const none = { reviews: [aReview('desk', { needed })] }
    expect(publish({ signOffs: [] }, { policy: none })).toMatchObject(missing)
    expect(publish({ signOffs: [aSignOff('remy')] }, { policy: none })).toMatchObject({ ok: true })
  })
})

describe('several named reviews', () => {
  const policy = {
    reviews: [
      aReview('desk'),
      aReview('legal', { roles: ['lawyer'] }),
      aReview('fact_check', { roles: ['reviewer', 'lawyer'] }),
    ],
  }
  const lena = aPerson('lena', 'lawyer')
  const both = aPerson('bo', 'reviewer', 'lawyer')
  const inOffice = people({ remy: ['reviewer'], rita: ['reviewer'], lena: ['lawyer'], bo: ['reviewer', 'lawyer'] })
  const facts = { policy, people: inOffice }

  it('run side by side; the last one approves', () => {
    const legal = aSignOff('lena', { review: 'legal', role: 'lawyer' })
    const desk = aSignOff('remy')
    expect(sign(lena, {}, facts, { review: 'legal' })).toMatchObject({
      ok: true,
      event: { to: 'in_review', review: 'legal', role: 'lawyer' },
    })
    expect(sign(remy, { signOffs: [legal] }, facts, { review: 'desk' })).toMatchObject({
      ok: true,
      event: { to: 'in_review' },
    })
    expect(sign(rita, { signOffs: [legal, desk] }, facts, { review: 'fact_check' })).toMatchObject({
      ok: true,
      event: { to: 'approved', review: 'fact_check', role: 'reviewer' },
    })
  })

  it('left open, several outstanding: review_required, with their names', () => {
    const decision = sign(remy, {}, facts)
    expect(decision).toMatchObject({ ok: false, status: 400, blockers: [{ code: 'review_required', field: 'review' }] })
    expect(decision.ok ? '' : decision.blockers[0]?.hint).toContain('desk, fact_check')
    expect(signOffOption(remy, {}, facts)).toMatchObject({ allowed: true, reviews: ['desk', 'fact_check'] })
  })

  it('left open, one outstanding: that one', () => {
    const signOffs = [aSignOff('rita')]
    expect(sign(remy, { signOffs }, facts)).toMatchObject({ ok: true, event: { review: 'fact_check' } })
    expect(signOffOption(remy, { signOffs }, facts)).toMatchObject({ reviews: ['fact_check'] })
  })

  it('a person may give two different ones, each once', () => {
    const signOffs = [aSignOff('bo'), aSignOff('bo', { review: 'legal', role: 'lawyer' })]
    expect(sign(both, { signOffs }, facts, { review: 'legal' })).toMatchObject(refused(409, 'already_signed'))
    expect(sign(both, { signOffs }, facts, { review: 'fact_check' })).toMatchObject({
      ok: true,
      event: { to: 'approved' },
    })
  })

  it('one does not stand in for another', () => {
    const signOffs = ['rita', 'remy', 'bo'].map((by) => aSignOff(by))
    const decision = publish({ signOffs }, facts)
    expect(decision).toMatchObject({ ok: false, status: 422 })
    expect(decision.ok ? [] : decision.blockers.map(({ code }) => code)).toEqual(['quorum_missing', 'quorum_missing'])
  })

  it('a role gives only what it may give', () => {
    expect(sign(remy, {}, facts, { review: 'legal' })).toMatchObject(refused(403, 'forbidden'))
    expect(sign(lena, {}, facts, { review: 'desk' })).toMatchObject(refused(403, 'forbidden'))
    expect(sign(aPerson('edith', 'editor'), {}, facts, { review: 'desk' })).toMatchObject({ ok: false, status: 403 })
  })

  it('is not named to whoever has no right, nor before the stage is', () => {
    const editor = aPerson('edith', 'editor')
    const told = sign(editor, {}, facts, { review: 'sport' })
    expect(told).toMatchObject(refused(403, 'forbidden'))
    expect(JSON.stringify(told)).not.toContain('legal')
    expect(sign(remy, { stage: 'draft' }, facts, { review: 'sport' })).toMatchObject(refused(409, 'wrong_stage'))
  })

  it.each(['sport', '', 'Desk', ' desk', 'toString', '__proto__'])('there is no review named %j', (review) => {
    expect(sign(remy, {}, facts, { review })).toMatchObject({
      ok: false,
      status: 400,
      blockers: [{ code: 'invalid_value', field: 'review' }],
    })
  })

  it('that the piece does not need cannot be given', () => {
    const opinionOnly = { reviews: [aReview('desk'), aReview('legal', { when: { genre: ['opinion'] } })] }
    expect(sign(remy, {}, { policy: opinionOnly }, { review: 'legal' })).toMatchObject(refused(400, 'invalid_value'))
  })

  it('is recorded with the role that the review asks for', () => {
    const polly = aPerson('polly', 'publisher', 'lawyer', 'reviewer')
    expect(sign(polly, {}, facts, { review: 'legal' })).toMatchObject({
      event: { review: 'legal', role: 'lawyer', actor: 'polly', digest: NEXT },
      dossier: { signOffs: [{ review: 'legal', role: 'lawyer', by: 'polly', digest: NEXT, at: NOW.toISOString() }] },
    })
  })
})

describe('four eyes', () => {
  it.each([
    ['who made it', aPerson('wanda', 'contributor', 'reviewer'), ['wanda']],
    ['who changed it', aPerson('remy', 'reviewer', 'editor'), ['wanda', 'remy']],
    ['who was an editor when they changed it', remy, ['wanda', 'remy']],
    ['who is an admin as well', aPerson('remy', 'admin', 'editor', 'reviewer', 'publisher'), ['wanda', 'remy']],
  ])('a reviewer %s does not sign it', (_, actor, writers) => {
    expect(sign(actor, { writers })).toMatchObject(refused(422, 'four_eyes'))
    expect(sign(actor, { writers }, {}, { review: 'desk' })).toMatchObject(refused(422, 'four_eyes'))
    expect(signOffOption(actor, { writers })).toMatchObject({ allowed: false, blockers: [{ code: 'four_eyes' }] })
  })

  it('an editor who is a reviewer too and did not touch it may', () => {
    expect(sign(aPerson('remy', 'reviewer', 'editor'))).toMatchObject({ ok: true })
  })

  it('a writer’s sign-off does not count, however it got there', () => {
    expect(publish({ signOffs: [aSignOff('rita')], writers: ['wanda', 'rita'] })).toMatchObject(missing)
  })

  it('a publisher may publish what they wrote once somebody else signed it', () => {
    expect(publish({ signOffs: [aSignOff('rita')], writers: ['paula'] })).toMatchObject({ ok: true })
  })

  it('somebody who wrote and did not sign cannot complete the quorum', () => {
    const policy = { reviews: [aReview('desk', { needed: 2 })] }
    expect(sign(remy, { writers: ['remy'], signOffs: [aSignOff('rita')] }, { policy })).toMatchObject(
      refused(422, 'four_eyes'),
    )
  })
})

describe('having touched a text', () => {
  it('ends with its publication: what was public was signed', () => {
    const published = publish({ signOffs: [aSignOff('rita')], writers: ['wanda', 'remy'] })
    expect(published).toMatchObject({ ok: true, dossier: { writers: [], live: { writers: ['wanda', 'remy'] } } })
    if (!published.ok) return
    const changed = recordChange(published.dossier, {
      actor: aPerson('edith', 'editor'),
      before: NEXT,
      after: aDigest('c'),
      now: NOW,
    })
    expect(changed.ok && changed.dossier).toMatchObject({ stage: 'draft', writers: ['edith'] })
    const inReview = changed.ok ? { ...changed.dossier, stage: 'in_review' as const } : {}
    expect(sign(remy, inReview, { digest: aDigest('c') }, { digest: aDigest('c') })).toMatchObject({ ok: true })
  })

  it('does not end with a withdrawal: a text changed since the last publication is still somebody’s', () => {
    const withdrawn = transition(aSituation(paula, { stage: 'in_review', live: whatIsLive(), writers: ['remy'] }, {}), {
      transition: 'withdraw',
      digest: LIVE,
      reason: 'A complaint.',
    })
    expect(withdrawn).toMatchObject({ ok: true, dossier: { stage: 'in_review', live: null, writers: ['remy'] } })
    expect(withdrawn.ok && sign(remy, withdrawn.dossier)).toMatchObject(refused(422, 'four_eyes'))
  })

  it.each(['recall', 'spike'] as const)('does not end with %s', (name) => {
    const decision = transition(
      aSituation(aPerson('edith', 'editor'), { stage: 'in_review', writers: ['wanda', 'remy'] }),
      { transition: name, digest: NEXT },
    )
    expect(decision.ok && decision.dossier.writers).toEqual(['wanda', 'remy'])
  })

  it('is not what a revision opened by button makes: nothing was written yet', () => {
    const revised = transition(
      aSituation(
        aPerson('remy', 'editor', 'reviewer'),
        { stage: 'published', live: whatIsLive(), writers: [] },
        { digest: LIVE },
      ),
      { transition: 'revise', digest: LIVE },
    )
    expect(revised).toMatchObject({ ok: true, event: { writers: [] }, dossier: { stage: 'draft', writers: [] } })
  })
})

describe('a reviewer who lost the right', () => {
  const dossier = { signOffs: [aSignOff('rita')] }

  it.each([
    ['was demoted', { active: true, roles: ['editor'] }],
    ['was deactivated', { active: false, roles: ['reviewer'] }],
    ['has no role left', { active: true, roles: [] }],
  ])('who %s: their sign-off does not count any more', (_, person) => {
    const lapsed = { people: new Map([['rita', person]]) }
    const decision = publish(dossier, lapsed)
    expect(decision).toMatchObject(missing)
    expect(decision.ok ? '' : decision.blockers[0]?.message).toContain('may not give it any more')
  })

  it('who was deleted: their sign-off does not count any more', () => {
    expect(publish(dossier, { people: new Map() })).toMatchObject(missing)
  })

  it('who got it back: it counts again', () => {
    expect(publish(dossier, { people: people({ rita: ['editor', 'reviewer'] }) })).toMatchObject({ ok: true })
  })

  it('does not make somebody else’s sign-off the last one', () => {
    const facts = { policy: { reviews: [aReview('desk', { needed: 2 })] }, people: people({ rita: ['editor'] }) }
    expect(sign(remy, dossier, facts)).toMatchObject({ ok: true, event: { to: 'in_review' } })
  })

  it('may not sign', () => {
    expect(sign({ kind: 'person', id: 'rita', active: false, roles: ['reviewer'] })).toMatchObject(
      refused(403, 'forbidden'),
    )
    expect(sign(aPerson('rita', 'editor'))).toMatchObject(refused(403, 'forbidden'))
  })

  it('changes nothing about what is public already', () => {
    const context = aSituation(paula, { stage: 'published', live: whatIsLive() }, { people: new Map(), digest: LIVE })
    expect(context.dossier.live?.signOffs).toHaveLength(1)
    expect(options(context).find(({ name }) => name === 'withdraw')).toMatchObject({ allowed: true })
  })
})

describe('a policy that changes while a piece is under way', () => {
  const dossier = { signOffs: [aSignOff('rita')] }

  it('stricter: an approved piece does not go out', () => {
    expect(publish(dossier, { policy: { reviews: [aReview('desk', { needed: 2 })] } })).toMatchObject(missing)
    expect(publish(dossier, { policy: { reviews: [aReview('desk'), aReview('legal')] } })).toMatchObject(missing)
    expect(publish(dossier, { policy: { reviews: [aReview('desk', { roles: ['publisher'] })] } })).toMatchObject(
      missing,
    )
  })

  it('under which the review has another name: what was given under the old one does not count', () => {
    expect(publish(dossier, { policy: { reviews: [aReview('copy')] } })).toMatchObject(missing)
  })

  it('emptied: one reviewer is still needed', () => {
    expect(publish({ signOffs: [] }, { policy: { reviews: [] } })).toMatchObject(missing)
    expect(publish(dossier, { policy: { reviews: [] } })).toMatchObject({ ok: true })
  })

  it('looser: somebody who has not signed can still complete a round that is complete by now', () => {
    expect(sign(remy, dossier, { policy: { reviews: [aReview('desk')] } })).toMatchObject({
      ok: true,
      event: { to: 'approved' },
    })
  })
})

describe('a sign-off', () => {
  it('is for the digest named and no other', () => {
    expect(sign(remy, {}, {}, { digest: aDigest('c') })).toMatchObject(refused(409, 'stale_digest'))
  })

  it('given for an earlier text does not keep a reviewer from signing this one', () => {
    const signOffs = [aSignOff('remy', { digest: aDigest('c') })]
    expect(sign(remy, { signOffs })).toMatchObject({ ok: true, event: { to: 'approved' } })
  })

  it('is gone when the piece leaves review for the writer', () => {
    const signOffs = [aSignOff('rita')]
    const facts = { policy: { reviews: [aReview('desk', { needed: 2 })] } }
    const asked = transition(aSituation(remy, { stage: 'in_review', signOffs }, facts), {
      transition: 'request_changes',
      digest: NEXT,
      reason: 'Who says so?',
    })
    expect(asked).toMatchObject({ ok: true, dossier: { stage: 'changes_requested', signOffs: [] } })
    const scheduled = { stage: 'scheduled', signOffs, schedule: { at: AHEAD, by: 'paula', digest: NEXT } } as const
    expect(
      transition(aSituation(remy, scheduled), { transition: 'request_changes', digest: NEXT, reason: 'Stop.' }),
    ).toMatchObject({ ok: true, dossier: { stage: 'changes_requested', signOffs: [], schedule: null } })
  })

  it('stays through schedule and unschedule', () => {
    const dossier = { stage: 'approved', signOffs: [aSignOff('rita', { at: BEFORE })] } as const
    const scheduled = transition(aSituation(paula, dossier), { transition: 'schedule', digest: NEXT, at: AHEAD })
    expect(scheduled).toMatchObject({ ok: true, dossier: { signOffs: dossier.signOffs } })
    const back =
      scheduled.ok && transition(aSituation(paula, scheduled.dossier), { transition: 'unschedule', digest: NEXT })
    expect(back).toMatchObject({ ok: true, dossier: { stage: 'approved', signOffs: dossier.signOffs, schedule: null } })
  })

  it('goes with the text when it is published, and the next round starts empty', () => {
    const decision = publish({ signOffs: [aSignOff('rita')] })
    expect(decision).toMatchObject({
      ok: true,
      dossier: { signOffs: [], live: { signOffs: [{ by: 'rita', digest: NEXT }] } },
    })
  })
})
