import { describe, expect, it } from 'vitest'
import { fold, recordMissed, type Dossier } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aChain, aDossier, AHEAD, frozen, NEXT } from './builders.ts'

/** 06:00 on 3 March is when it was due; this is a minute later. */
const NOW = new Date('2026-03-03T06:01:00.000Z')
const lapsed = { code: 'quorum_missing', message: 'A sign-off is missing.', now: NOW } as const

const scheduled = aChain(
  { transition: 'create' },
  { transition: 'submit', to: 'in_review' },
  { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer' },
  { transition: 'schedule', to: 'scheduled', actor: 'paula', due: AHEAD },
)

describe('recordMissed()', () => {
  it('says when it was due, when that was found out, and what stood in the way', () => {
    const told = recordMissed(frozen(fold(scheduled)), lapsed)
    expect(told?.event).toMatchObject({
      transition: 'missed',
      seq: 5,
      from: 'scheduled',
      to: 'scheduled',
      actor: 'clock',
      digest: NEXT,
      due: AHEAD,
      at: NOW.toISOString(),
      code: 'quorum_missing',
      reason: 'A sign-off is missing.',
    })
    expect(told?.dossier).toMatchObject({
      stage: 'scheduled',
      schedule: { at: AHEAD },
      signOffs: [{ by: 'rita' }],
      missed: {
        due: AHEAD,
        at: NOW.toISOString(),
        by: 'clock',
        code: 'quorum_missing',
        message: 'A sign-off is missing.',
      },
    })
    expect(told && fold([...scheduled, told.event])).toEqual(told?.dossier)
  })

  it('tells once of the same time and reason, again of another reason', () => {
    const first = recordMissed(fold(scheduled), lapsed)
    const after = first?.dossier ?? aDossier()
    expect(recordMissed(after, { ...lapsed, now: new Date('2026-03-03T07:00:00.000Z') })).toBeNull()
    expect(recordMissed(after, { ...lapsed, code: 'embargoed', message: 'Under embargo.' })?.event.seq).toBe(6)
  })

  it('has nothing to tell of what is not due, or not scheduled', () => {
    expect(recordMissed(fold(scheduled), { ...lapsed, now: new Date('2026-03-03T05:59:59.999Z') })).toBeNull()
    expect(recordMissed(aDossier({ stage: 'approved' }), lapsed)).toBeNull()
  })
})

describe('what a dossier says of a time that was set', () => {
  const after = (...more: Parameters<typeof aChain>): Dossier['missed'] =>
    fold(
      aChain(
        { transition: 'create' },
        { transition: 'submit', to: 'in_review' },
        { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer' },
        { transition: 'schedule', to: 'scheduled', actor: 'paula', due: AHEAD },
        ...more,
      ),
    ).missed

  it.each([
    ['void', 'in_review'],
    ['spike', 'spiked'],
    ['request_changes', 'changes_requested'],
  ] as const)('%s took the piece off the schedule, by whom and when', (transition, to) => {
    expect(after({ transition, to, actor: 'edith' })).toEqual({
      due: AHEAD,
      at: '2026-03-02T09:04:00.000Z',
      by: 'edith',
      code: transition,
      message: null,
    })
  })

  it('stays through reviews, and goes when somebody decides anew', () => {
    const voided = { transition: 'void', to: 'in_review', actor: 'edith' } as const
    const signed = { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer' } as const
    expect(after(voided, signed)).toMatchObject({ by: 'edith' })
    expect(after(voided, signed, { transition: 'schedule', to: 'scheduled', due: AHEAD })).toBeNull()
    expect(after(voided, signed, { transition: 'publish', to: 'published' })).toBeNull()
    expect(after(voided, { transition: 'recall', to: 'draft' })).toBeNull()
  })

  it.each([
    ['unschedule', 'approved'],
    ['publish', 'published'],
  ] as const)('%s is a decision and nothing to be told of', (transition, to) => {
    expect(after({ transition, to, actor: 'paula' })).toBeNull()
  })
})
