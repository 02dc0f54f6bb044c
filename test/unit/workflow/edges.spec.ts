import { describe, expect, it } from 'vitest'
import {
  canonicalForm,
  CLOCK,
  isStage,
  isTransitionName,
  mayWrite,
  openDossier,
  transition,
  type ShownMedia,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { instant } from '../../../packages/plugin-imprimatur/src/domain/workflow/conditions.ts'
import { tally } from '../../../packages/plugin-imprimatur/src/domain/workflow/policy.ts'
import { AHEAD, aPerson, aReview, aSignOff, aSituation, BEFORE, LIVE, NEXT, NOW, people } from './builders.ts'

/** The event of a move that has to be accepted. */
function accepted(...[context, command]: Parameters<typeof transition>) {
  const decision = transition(context, command)
  if (!decision.ok) throw new Error(JSON.stringify(decision.blockers))
  return decision.event
}

// What a run of Stryker on packages/plugin-imprimatur/src/domain/workflow found no test for.
describe('who may write', () => {
  it('a named part of the system may, the clock may not', () => {
    expect(mayWrite({ kind: 'system', id: 'system:import' }, undefined)).toBe(true)
    expect(mayWrite(CLOCK, undefined)).toBe(false)
  })

  it('somebody who was deactivated may not, whatever their roles', () => {
    const gone = { ...aPerson('wanda', 'editor', 'contributor'), active: false } as const
    expect(mayWrite(gone, 'wanda')).toBe(false)
    expect(mayWrite(gone, undefined)).toBe(false)
  })
})

describe('names that come from outside', () => {
  it.each(['constructor', '__proto__', 'toString', 'Draft', 'hidden', '', null, undefined, 7, ['draft'], {}])(
    '%j is no stage and no transition',
    (value) => {
      expect([isStage(value), isTransitionName(value)]).toEqual([false, false])
    },
  )

  it('what is one is one', () => {
    expect([isStage('in_review'), isTransitionName('sign_off')]).toEqual([true, true])
  })
})

describe('a time', () => {
  it.each([`${AHEAD} (at night)`, `(at night) ${AHEAD}`, ` ${AHEAD}`, `${AHEAD}\n`, `${AHEAD}${AHEAD}`])(
    'is nothing else than a time: %j',
    (text) => {
      expect(instant(text)).toBeNull()
    },
  )
})

describe('a sign-off', () => {
  const inReview = { stage: 'in_review' } as const
  const rita = aPerson('rita', 'reviewer')

  it('of an earlier text does not stand in the way of one of this text', () => {
    const context = aSituation(rita, { ...inReview, signOffs: [aSignOff('rita', { digest: LIVE })] })
    expect(accepted(context, { transition: 'sign_off', digest: NEXT })).toMatchObject({
      review: 'desk',
      to: 'approved',
    })
    expect(accepted(context, { transition: 'sign_off', digest: NEXT, review: 'desk' }).to).toBe('approved')
  })

  it('of a review that two rows of the policy name needs the right to one of them', () => {
    const reviews = [aReview('desk', { roles: ['lawyer'] }), aReview('desk')]
    const context = aSituation(rita, inReview, { policy: { reviews }, people: people({ rita: ['reviewer'] }) })
    expect(accepted(context, { transition: 'sign_off', digest: NEXT, review: 'desk' }).role).toBe('reviewer')
  })
})

describe('a review', () => {
  const given = [aSignOff('rita')]
  const about = { digest: NEXT, writers: ['wanda'] }

  it('is not given any more by somebody who was deactivated since', () => {
    const gone = new Map([['rita', { active: false, roles: ['reviewer'] }]])
    expect(tally([aReview('desk')], given, { ...about, people: gone })).toMatchObject([
      { missing: 1, lapsed: given, counted: [] },
    ])
  })

  it.each([0, -1])('that needs %d sign-offs needs one', (needed) => {
    const all = people({ rita: ['reviewer'] })
    expect(tally([aReview('desk', { needed })], [], { ...about, people: all })).toMatchObject([{ missing: 1 }])
    expect(tally([aReview('desk', { needed })], given, { ...about, people: all })).toMatchObject([{ missing: 0 }])
  })
})

describe('an event', () => {
  it('names writers only where they are others than the actor', () => {
    expect(
      accepted(aSituation(aPerson('wanda', 'contributor'), {}), { transition: 'submit', digest: NEXT }),
    ).not.toHaveProperty('writers')
    const made = { collection: 'articles', id: '1', actor: 'wanda', digest: NEXT, now: NOW }
    expect(openDossier(made).event).not.toHaveProperty('writers')
    expect(openDossier({ ...made, writers: [] }).event).not.toHaveProperty('writers')
  })

  it('of a duplicate makes the writers of its source writers of the duplicate', () => {
    const made = { collection: 'articles', id: '1', actor: 'wanda', digest: NEXT, now: NOW, writers: ['wim', 'wanda'] }
    expect(openDossier(made).dossier.writers.toSorted()).toEqual(['wanda', 'wim'])
  })

  it('names a due time only when the clock was due', () => {
    const scheduled = {
      stage: 'scheduled',
      signOffs: [aSignOff('rita')],
      schedule: { at: BEFORE, by: 'paula', digest: NEXT },
    } as const
    const publish = { transition: 'publish', digest: NEXT } as const
    expect(accepted(aSituation(CLOCK, scheduled), publish).due).toBe(BEFORE)
    expect(accepted(aSituation(aPerson('paula', 'publisher'), scheduled), publish)).not.toHaveProperty('due')
  })

  it('keeps a reason without the space around it', () => {
    const context = aSituation(aPerson('rita', 'reviewer'), { stage: 'in_review' })
    expect(accepted(context, { transition: 'request_changes', digest: NEXT, reason: ' Too long \n' }).reason).toBe(
      'Too long',
    )
  })
})

describe('the media shown', () => {
  it('have one order, whatever order they came in', () => {
    const media = ['b', 'a', 'c'].map((id): ShownMedia => ({ id, hash: id, alt: '', caption: '', credit: '' }))
    const [b, a, c] = media as [ShownMedia, ShownMedia, ShownMedia]
    const forms = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ].map((order) => canonicalForm({}, order))
    expect(new Set(forms).size).toBe(1)
    expect(forms[0]).toMatch(/"id":"a".*"id":"b".*"id":"c"/)
  })
})
