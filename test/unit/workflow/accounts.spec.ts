import { describe, expect, it } from 'vitest'
import {
  openDossier,
  recordChange,
  transition,
  type Actor,
  type Dossier,
  type Facts,
  type Person,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aDigest, aPerson, aReview, aSignOff, aSituation, frozen, NEXT, NOW, people } from './builders.ts'

/** Somebody with more than one login. */
function withAccounts(id: string, accounts: readonly string[], ...roles: string[]): Actor & Person {
  return { ...aPerson(id, ...roles), accounts } as Actor & Person
}

function sign(actor: Actor, dossier: Partial<Dossier> = {}, facts: Partial<Facts> = {}) {
  const context = frozen(aSituation(actor, { stage: 'in_review', ...dossier }, facts))
  return transition(context, { transition: 'sign_off', digest: NEXT })
}

const two = { policy: { reviews: [aReview('desk', { needed: 2 })] } }
const refusal = (status: number, code: string) => ({ ok: false, status, blockers: [{ code }] })

describe('somebody with two accounts', () => {
  const rosa2 = withAccounts('rosa2', ['rosa'], 'reviewer')

  it('does not sign with one what they wrote with the other', () => {
    expect(sign(rosa2, { writers: ['wanda', 'rosa'] })).toMatchObject(refusal(422, 'four_eyes'))
  })

  it('is one sign-off however often', () => {
    expect(sign(rosa2, { signOffs: [aSignOff('rosa')] }, two)).toMatchObject(refusal(409, 'already_signed'))
  })

  it('is counted once, whatever the log holds', () => {
    const given = { stage: 'approved', signOffs: [aSignOff('rosa'), aSignOff('rosa2')] } as const
    const linked = new Map<string, Person>([
      ['rosa', { active: true, roles: ['reviewer'] }],
      ['rosa2', rosa2],
    ])
    const publish = (who: ReadonlyMap<string, Person>) =>
      transition(aSituation(aPerson('paula', 'publisher'), given, { ...two, people: who }), {
        transition: 'publish',
        digest: NEXT,
      })
    expect(publish(linked)).toMatchObject(refusal(422, 'quorum_missing'))
    expect(publish(people({ rosa: ['reviewer'], rosa2: ['reviewer'] }))).toMatchObject({ ok: true })
  })

  it('stays one when the link between the accounts was taken away after they signed', () => {
    const first = sign(withAccounts('rosa', ['rosa2'], 'reviewer'), {}, two)
    expect(first).toMatchObject({ ok: true, event: { actor: 'rosa', accounts: ['rosa2'] } })
    const again = first.ok && sign(aPerson('rosa2', 'reviewer'), first.dossier, two)
    expect(again).toMatchObject(refusal(409, 'already_signed'))
  })

  it('does not lose a sign-off’s writer when the link is made after it', () => {
    const given = { stage: 'approved', signOffs: [aSignOff('rita')], writers: ['wanda'] } as const
    const linked = new Map([['rita', { active: true, roles: ['reviewer'], accounts: ['wanda'] }]])
    expect(
      transition(aSituation(aPerson('paula', 'publisher'), given, { people: linked }), {
        transition: 'publish',
        digest: NEXT,
      }),
    ).toMatchObject(refusal(422, 'quorum_missing'))
  })
})

describe('having touched a text', () => {
  const author = withAccounts('rosa', ['rosa2'], 'editor')

  it('is written down for all accounts of the person, so that unlinking them later does not undo it', () => {
    const { dossier, event } = openDossier({
      collection: 'articles',
      id: '1',
      actor: 'rosa',
      accounts: ['rosa2'],
      digest: NEXT,
      now: NOW,
    })
    expect(event.accounts).toEqual(['rosa2'])
    expect(dossier.writers).toEqual(['rosa', 'rosa2'])
    expect(sign(aPerson('rosa2', 'reviewer'), { writers: dossier.writers })).toMatchObject(refusal(422, 'four_eyes'))
  })

  it('with an account that was linked since the last save leaves a row of its own', () => {
    const { dossier } = aSituation(author, { writers: ['rosa'] })
    const saved = recordChange(dossier, { actor: author, before: NEXT, after: aDigest('c'), now: NOW })
    expect(saved).toMatchObject({
      event: { transition: 'touch', accounts: ['rosa2'] },
      dossier: { writers: ['rosa', 'rosa2'] },
    })
    const again =
      saved.ok && recordChange(saved.dossier, { actor: author, before: NEXT, after: aDigest('d'), now: NOW })
    expect(again).toMatchObject({ ok: true, event: null })
  })
})

describe('a sign-off that does not count any more', () => {
  const publish = (who: Readonly<Record<string, Person>>) =>
    transition(
      aSituation(
        aPerson('paula', 'publisher'),
        { stage: 'approved', signOffs: [aSignOff('rita')] },
        { people: new Map(Object.entries(who)) },
      ),
      { transition: 'publish', digest: NEXT },
    )

  it.each([
    ['who was deactivated', { active: false, roles: ['reviewer'], name: 'Rita Reviewer' }],
    ['who lost the role', { active: true, roles: ['editor'], name: 'Rita Reviewer' }],
  ])('of somebody %s is named', (_, rita) => {
    const decision = publish({ rita })
    expect(decision).toMatchObject(refusal(422, 'quorum_missing'))
    expect(decision.ok ? '' : decision.blockers[0]?.message).toContain('Rita Reviewer gave it, and may not')
  })

  it('of somebody who is not there any more is spoken of all the same', () => {
    const decision = publish({})
    expect(decision.ok ? '' : decision.blockers[0]?.message).toContain('Somebody who is not here any more gave it')
  })
})
