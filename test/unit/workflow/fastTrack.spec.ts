import { describe, expect, it } from 'vitest'
import {
  CLOCK,
  contributorsOf,
  missingAfterFastTrack,
  options,
  recordChange,
  transition,
  unreviewed,
  type Actor,
  type Command,
  type Dossier,
  type Facts,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import {
  aBreakingPublisher,
  aDigest,
  aFinding,
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
  whatWasFastTracked,
} from './builders.ts'

const bea = aBreakingPublisher('bea')
const remy = aPerson('remy', 'reviewer')
const rita = aPerson('rita', 'reviewer')
const edith = aPerson('edith', 'editor')
const paula = aPerson('paula', 'publisher')

function fastTrack(dossier: Partial<Dossier>, facts: Partial<Facts> = {}, command: Partial<Command> = {}, by = bea) {
  return transition(frozen(aSituation(by, dossier, facts)), {
    transition: 'fast_track',
    digest: NEXT,
    reason: 'The bridge is down.',
    ...command,
  })
}

function refusal(status: number, ...codes: string[]) {
  return { ok: false, status, blockers: codes.map((code) => ({ code })) }
}

function accepted(decision: ReturnType<typeof transition>): Dossier {
  if (!decision.ok) throw new Error(`refused: ${decision.blockers.map(({ code }) => code).join(', ')}`)
  return decision.dossier
}

const out = { stage: 'published', writers: [], live: whatIsLive({ signOffs: [] }), firstPublishedAt: BEFORE } as const
const waiting = { ...out, fastTracked: whatWasFastTracked() } as const

function review(by: Actor, dossier: Partial<Dossier> = waiting, facts: Partial<Facts> = {}, digest = LIVE) {
  return transition(frozen(aSituation(by, dossier, { digest: LIVE, ...facts })), { transition: 'sign_off', digest })
}

describe('fast_track', () => {
  it('makes public what nobody signed off, and says so', () => {
    const after = accepted(fastTrack({ stage: 'in_review', signOffs: [aSignOff('rita')], writers: ['wanda', 'otto'] }))
    expect(after).toMatchObject({
      stage: 'published',
      signOffs: [],
      live: { digest: NEXT, event: 8, signOffs: [], writers: ['wanda', 'otto'], since: NOW.toISOString() },
      fastTracked: {
        digest: NEXT,
        at: NOW.toISOString(),
        since: NOW.toISOString(),
        event: 8,
        by: 'bea',
        reason: 'The bridge is down.',
        hands: ['wanda', 'otto', 'bea'],
        signOffs: [],
        reviewedAt: null,
      },
    })
    expect(unreviewed(after)).toBe(after.fastTracked)
  })

  it.each(['', ' ', '\n\t', undefined])('needs a reason: %j is none', (reason) => {
    const context = aSituation(bea, { stage: 'draft' })
    const command = { transition: 'fast_track', digest: NEXT, ...(reason === undefined ? {} : { reason }) } as const
    expect(transition(context, command)).toMatchObject(refusal(422, 'reason_required'))
  })

  it.each(['submit', 'publish'] as const)('waits for a gate that stops at %s', (blocks) => {
    expect(fastTrack({ stage: 'draft' }, { findings: [aFinding(blocks)] })).toMatchObject(refusal(422, 'gate_failed'))
  })

  it('passes a warning', () => {
    expect(fastTrack({ stage: 'draft' }, { findings: [aFinding('never')] })).toMatchObject({ ok: true })
  })

  it('does not break an embargo', () => {
    expect(fastTrack({ stage: 'draft' }, { embargoUntil: AHEAD })).toMatchObject(refusal(422, 'embargoed'))
  })

  it('is about exactly the text that was named', () => {
    expect(fastTrack({ stage: 'draft' }, {}, { digest: aDigest('c') })).toMatchObject(refusal(409, 'stale_digest'))
  })

  it('does not take a retraction back', () => {
    const retraction = { notice: 'Wrong.', at: BEFORE }
    expect(fastTrack({ stage: 'draft', retraction })).toMatchObject(refusal(409, 'wrong_stage'))
  })

  it.each<[string, Actor]>([
    ['a publisher without the right', paula],
    [
      'the right without the role',
      { ...aPerson('rhea', 'editor', 'reviewer', 'admin'), rights: ['breaking'] } as Actor,
    ],
    ['another right', { ...aPerson('rhea', 'publisher'), rights: ['breaking_news', 'Breaking'] } as Actor],
    ['somebody who has left', { ...bea, active: false } as Actor],
    ['the clock', CLOCK],
    ['the system', { kind: 'system', id: 'system:import' }],
  ])('is not for %s', (_, by) => {
    expect(fastTrack({ stage: 'draft' }, {}, {}, by)).toMatchObject(refusal(403, 'forbidden'))
    expect(options(aSituation(by, { stage: 'draft' })).find(({ name }) => name === 'fast_track')).toMatchObject({
      allowed: false,
      blockers: [{ code: 'forbidden' }],
    })
  })

  it('takes the schedule and the sign-offs of the round away', () => {
    expect(accepted(fastTrack({ stage: 'in_review', signOffs: [aSignOff('rita')] }))).toMatchObject({
      schedule: null,
      signOffs: [],
    })
  })
})

describe('the review after a fast_track', () => {
  it('is a sign-off of what is public, and ends the flag', () => {
    const decision = review(remy)
    expect(decision).toMatchObject({
      ok: true,
      event: { transition: 'sign_off', from: 'published', to: 'published', digest: LIVE, afterFastTrack: 'complete' },
    })
    const after = accepted(decision)
    expect(after).toMatchObject({
      stage: 'published',
      live: waiting.live,
      fastTracked: { reviewedAt: NOW.toISOString(), signOffs: [{ by: 'remy', review: 'desk', digest: LIVE }] },
    })
    expect(unreviewed(after)).toBeNull()
    expect(review(rita, after)).toMatchObject(refusal(409, 'wrong_stage'))
  })

  it.each<[string, Actor]>([
    ['who wrote it', aPerson('wanda', 'contributor', 'reviewer')],
    ['who sent it out', { ...aPerson('bea', 'publisher', 'reviewer'), rights: ['breaking'] } as Actor],
    ['who is an admin as well as the writer', aPerson('wanda', 'admin', 'reviewer')],
    ['who wrote it with another account', { ...aPerson('w2', 'reviewer'), accounts: ['wanda'] } as Actor],
    ['who sent it out with another account', { ...aPerson('b2', 'reviewer'), accounts: ['bea'] } as Actor],
  ])('is not for a reviewer %s', (_, by) => {
    expect(review(by)).toMatchObject(refusal(422, 'four_eyes'))
    expect(options(aSituation(by, waiting, { digest: LIVE })).find(({ name }) => name === 'sign_off')).toMatchObject({
      actsOn: 'live',
      allowed: false,
      blockers: [{ code: 'four_eyes' }],
    })
  })

  it.each([paula, bea, aPerson('ada', 'admin'), edith])('is not for $roles', (by) => {
    expect(review(by)).toMatchObject(refusal(403, 'forbidden'))
  })

  it('takes as many people and reviews as the policy wants', () => {
    const policy = { reviews: [aReview('desk', { needed: 2 }), aReview('legal', { roles: ['lawyer'] })] }
    const all = people({ remy: ['reviewer'], rita: ['reviewer'], lena: ['lawyer'] })
    const first = accepted(review(remy, waiting, { policy, people: all }))
    expect(first.fastTracked).toMatchObject({ reviewedAt: null })
    expect(review(remy, first, { policy, people: all })).toMatchObject(refusal(409, 'already_signed'))
    const legal = accepted(review(aPerson('lena', 'lawyer'), first, { policy, people: all }))
    expect(missingAfterFastTrack(aSituation(rita, legal, { digest: LIVE, policy, people: all }))).toEqual([
      { review: 'desk', missing: 1, roles: ['reviewer'] },
    ])
    expect(accepted(review(rita, legal, { policy, people: all })).fastTracked?.reviewedAt).toBe(NOW.toISOString())
  })

  it('does not count what somebody gave who has left since', () => {
    const policy = { reviews: [aReview('desk', { needed: 2 })] }
    const dossier = { ...waiting, fastTracked: whatWasFastTracked({ signOffs: [aSignOff('rita', { digest: LIVE })] }) }
    const gone = new Map([['rita', { active: false, roles: ['reviewer'] }]])
    expect(accepted(review(remy, dossier, { policy, people: gone })).fastTracked?.reviewedAt).toBeNull()
  })

  it('goes by what is public, not by what a next revision is about', () => {
    const policy = { reviews: [aReview('desk'), aReview('legal', { roles: ['lawyer'], when: { genre: ['report'] } })] }
    const facts = {
      policy,
      digest: NEXT,
      subject: { collection: 'articles', attributes: { genre: 'opinion' } },
      liveSubject: { collection: 'articles', attributes: { genre: 'report' } },
    }
    expect(accepted(review(remy, { ...waiting, stage: 'draft' }, facts)).fastTracked?.reviewedAt).toBeNull()
  })

  it.each(['draft', 'changes_requested', 'approved', 'scheduled', 'spiked'] as const)(
    'can be given while a next revision is at %s, and leaves that as it is',
    (stage) => {
      const schedule = stage === 'scheduled' ? { at: AHEAD, by: 'paula', digest: NEXT } : null
      const signOffs = stage === 'approved' || stage === 'scheduled' ? [aSignOff('rita')] : []
      const dossier = { ...waiting, stage, schedule, signOffs, writers: ['edith'] }
      expect(accepted(review(remy, dossier, { digest: NEXT }))).toMatchObject({ stage, schedule, signOffs })
      expect(review(remy, dossier, { digest: NEXT }, NEXT)).toMatchObject(refusal(409, 'wrong_stage'))
    },
  )

  it('stands beside the sign-off of a next revision that is in review', () => {
    const dossier = { ...waiting, stage: 'in_review', writers: ['edith'] } as const
    const listed = options(aSituation(remy, dossier)).filter(({ name }) => name === 'sign_off')
    expect(listed).toMatchObject([
      { actsOn: 'revision', allowed: true, to: 'approved' },
      { actsOn: 'live', allowed: true, to: 'in_review' },
    ])
    expect(accepted(review(remy, dossier, { digest: NEXT }, LIVE))).toMatchObject({ stage: 'in_review', signOffs: [] })
    expect(accepted(review(remy, dossier, { digest: NEXT }, NEXT))).toMatchObject({
      stage: 'approved',
      fastTracked: { reviewedAt: null, signOffs: [] },
    })
  })

  it('waits for no comment on the newest text, as the sign-off of that does', () => {
    const dossier = { ...waiting, stage: 'in_review', writers: ['edith'] } as const
    const policy = { reviews: [aReview('desk')], openCommentsBlock: ['sign_off' as const] }
    const facts = { digest: NEXT, policy, openComments: 1 }
    expect(review(remy, dossier, facts, LIVE)).toMatchObject({ ok: true, event: { afterFastTrack: 'complete' } })
    expect(review(remy, dossier, facts, NEXT)).toMatchObject(refusal(422, 'comments_unresolved'))
    const listed = options(aSituation(remy, dossier, facts)).filter(({ name }) => name === 'sign_off')
    expect(listed).toMatchObject([
      { actsOn: 'revision', allowed: false },
      { actsOn: 'live', allowed: true },
    ])
  })

  it('is no sign-off of the next revision', () => {
    const dossier = accepted(review(remy, { ...waiting, stage: 'approved', writers: ['edith'] }, { digest: NEXT }))
    expect(transition(aSituation(paula, dossier), { transition: 'publish', digest: NEXT })).toMatchObject(
      refusal(422, 'quorum_missing'),
    )
  })

  it('cannot be given once it is not public any more', () => {
    for (const name of ['withdraw', 'retract'] as const) {
      const gone = accepted(
        transition(aSituation(paula, waiting, { digest: LIVE }), {
          transition: name,
          digest: LIVE,
          reason: 'It was wrong.',
          notice: 'It was wrong.',
        }),
      )
      expect(unreviewed(gone)).toBeNull()
      expect(gone.fastTracked?.reviewedAt).toBeNull()
      expect(review(remy, gone)).toMatchObject(refusal(409, 'wrong_stage'))
    }
  })
})

describe('a next revision of what was fast-tracked and not reviewed', () => {
  const next = accepted(recordChangeOf(waiting, edith))

  function recordChangeOf(dossier: Partial<Dossier>, actor: Actor) {
    const context = aSituation(actor, dossier)
    return recordChange(context.dossier, { actor, before: LIVE, after: NEXT, now: NOW }) as ReturnType<
      typeof transition
    >
  }

  it('is still the text of those who had a hand in it: they do not sign it', () => {
    expect(contributorsOf(next)).toEqual(['edith', 'wanda', 'bea'])
    for (const by of ['wanda', 'bea', 'edith']) {
      const sign = transition(aSituation(aPerson(by, 'reviewer'), { ...next, stage: 'in_review' }), {
        transition: 'sign_off',
        digest: NEXT,
      })
      expect(sign).toMatchObject(refusal(422, 'four_eyes'))
    }
  })

  it('also when it was withdrawn in the meantime', () => {
    const gone = { ...next, stage: 'in_review', live: null } as const
    const sign = transition(aSituation(aPerson('bea', 'reviewer'), gone), { transition: 'sign_off', digest: NEXT })
    expect(sign).toMatchObject(refusal(422, 'four_eyes'))
  })

  it('is only of those who changed it once the review was given', () => {
    const reviewed = { ...next, fastTracked: whatWasFastTracked({ reviewedAt: BEFORE }) }
    expect(contributorsOf(reviewed)).toEqual(['edith'])
  })

  it('ends the flag when it is published with its sign-offs, and its writers are all of them', () => {
    const signed = { ...next, stage: 'approved', signOffs: [aSignOff('rita')] } as const
    const after = accepted(transition(aSituation(paula, signed), { transition: 'publish', digest: NEXT }))
    expect(after).toMatchObject({ fastTracked: null, live: { writers: ['edith', 'wanda', 'bea'] } })
  })

  it('may be fast-tracked too; the age and the hands go on', () => {
    const after = accepted(fastTrack(next, {}, {}, aBreakingPublisher('petra')))
    expect(after.fastTracked).toMatchObject({
      digest: NEXT,
      at: NOW.toISOString(),
      since: BEFORE,
      by: 'petra',
      hands: ['edith', 'wanda', 'bea', 'petra'],
      reviewedAt: null,
    })
  })
})
