import { describe, expect, it } from 'vitest'
import { transition, type Dossier, type Stage } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aPerson, AHEAD, aSignOff, aSituation, BEFORE, frozen, LIVE, NEXT, NOW, whatIsLive } from './builders.ts'

const paula = aPerson('paula', 'publisher')
const live = whatIsLive()

const NEXT_REVISIONS: readonly Partial<Dossier>[] = [
  { stage: 'draft' },
  { stage: 'in_review', signOffs: [aSignOff('rita')] },
  { stage: 'changes_requested' },
  { stage: 'approved', signOffs: [aSignOff('rita')] },
  { stage: 'scheduled', signOffs: [aSignOff('rita')], schedule: { at: AHEAD, by: 'paula', digest: NEXT } },
  { stage: 'spiked' },
]

function take(name: 'withdraw' | 'retract', dossier: Partial<Dossier>) {
  const context = frozen(aSituation(paula, { live, firstPublishedAt: BEFORE, ...dossier }))
  const decision = transition(context, {
    transition: name,
    digest: LIVE,
    reason: 'A complaint.',
    notice: 'It was wrong.',
  })
  if (!decision.ok) throw new Error(`refused: ${decision.blockers.map(({ code }) => code).join(', ')}`)
  return { before: context.dossier, after: decision.dossier, event: decision.event }
}

describe.each(['withdraw', 'retract'] as const)('%s while a next revision is under way', (name) => {
  it.each(NEXT_REVISIONS)('at $stage: readers lose the piece, the revision stays as it is', (revision) => {
    const { before, after, event } = take(name, revision)
    expect(after.live).toBeNull()
    expect(event).toMatchObject({ from: revision.stage, to: revision.stage, digest: LIVE })
    const { stage, stageSince, writers, signOffs, schedule, owner, firstPublishedAt } = before
    expect(after).toMatchObject({ stage, stageSince, writers, signOffs, schedule, owner, firstPublishedAt })
  })

  it('leaves a scheduled revision due', () => {
    const { after } = take(name, { ...NEXT_REVISIONS[4], schedule: { at: BEFORE, by: 'paula', digest: NEXT } })
    const published = transition(aSituation({ kind: 'clock', id: 'clock' }, after), {
      transition: 'publish',
      digest: NEXT,
    })
    expect(published).toMatchObject({ ok: true, dossier: { stage: 'published', live: { digest: NEXT } } })
  })
})

describe.each([
  ['withdraw', 'withdrawn'],
  ['retract', 'retracted'],
] as const)('%s with no next revision', (name, stage) => {
  it(`makes the piece ${stage}`, () => {
    const { after, event } = take(name, { stage: 'published', writers: [] })
    expect(event).toMatchObject({ from: 'published', to: stage })
    expect(after).toMatchObject({ stage, stageSince: NOW.toISOString(), live: null, firstPublishedAt: BEFORE })
  })

  it('cannot be done twice, nor the other after it', () => {
    const { after } = take(name, { stage: 'published', writers: [] })
    for (const again of ['withdraw', 'retract'] as const) {
      const command = { transition: again, digest: LIVE, reason: 'Again.', notice: 'Again.' }
      expect(transition(aSituation(paula, after, { digest: LIVE }), command)).toMatchObject({
        ok: false,
        status: 409,
        blockers: [{ code: 'wrong_stage' }],
      })
    }
  })
})

describe('a retraction', () => {
  it('stands until a later revision is published', () => {
    const { after } = take('retract', NEXT_REVISIONS[3] ?? {})
    expect(after.retraction).toEqual({ notice: 'It was wrong.', at: NOW.toISOString() })
    const published = transition(aSituation(paula, after), { transition: 'publish', digest: NEXT })
    expect(published).toMatchObject({ ok: true, dossier: { retraction: null, live: { digest: NEXT } } })
  })

  it('of the last revision is the end: nobody opens another', () => {
    const { after } = take('retract', { stage: 'published', writers: [] })
    const everyone = aPerson('edith', 'editor', 'publisher', 'reviewer', 'admin')
    const revise = transition(aSituation(everyone, after, { digest: LIVE }), { transition: 'revise', digest: LIVE })
    expect(revise).toMatchObject({ ok: false, blockers: [{ code: 'wrong_stage' }] })
  })

  it('is not what a withdrawal leaves', () => {
    expect(take('withdraw', { stage: 'published', writers: [] }).after.retraction).toBeNull()
  })
})

describe('what is live', () => {
  const rows: [Stage, Parameters<typeof aPerson>, Parameters<typeof transition>[1]][] = [
    ['draft', ['edith', 'editor'], { transition: 'submit', digest: NEXT }],
    ['in_review', ['remy', 'reviewer'], { transition: 'sign_off', digest: NEXT }],
    ['in_review', ['edith', 'editor'], { transition: 'recall', digest: NEXT }],
    ['in_review', ['remy', 'reviewer'], { transition: 'request_changes', digest: NEXT, reason: 'Why?' }],
    ['approved', ['paula', 'publisher'], { transition: 'schedule', digest: NEXT, at: AHEAD }],
    ['scheduled', ['paula', 'publisher'], { transition: 'unschedule', digest: NEXT }],
    ['draft', ['edith', 'editor'], { transition: 'spike', digest: NEXT }],
    ['spiked', ['edith', 'editor'], { transition: 'restore', digest: NEXT }],
  ]

  it.each(rows)('at %s: stays as it is through anything but publish, withdraw and retract', (stage, actor, command) => {
    const dossier = { stage, live, signOffs: stage === 'in_review' ? [] : [aSignOff('rita')] }
    const decision = transition(aSituation(aPerson(...actor), dossier), command)
    expect(decision).toMatchObject({ ok: true })
    expect(decision.ok && decision.dossier.live).toBe(live)
  })

  it('is the signed-off digest, with who signed and who wrote it, from publication on', () => {
    const dossier = {
      stage: 'approved',
      live,
      signOffs: [aSignOff('rita')],
      writers: ['wanda', 'edith'],
      firstPublishedAt: BEFORE,
    } as const
    const decision = transition(aSituation(paula, dossier), { transition: 'publish', digest: NEXT })
    expect(decision.ok && decision.dossier).toMatchObject({
      live: {
        digest: NEXT,
        since: NOW.toISOString(),
        event: 8,
        signOffs: [aSignOff('rita')],
        writers: ['wanda', 'edith'],
      },
      firstPublishedAt: BEFORE,
      stage: 'published',
    })
  })

  it('keeps its writers when it goes out again unchanged', () => {
    const dossier = {
      stage: 'approved',
      live: whatIsLive({ digest: NEXT }),
      signOffs: [aSignOff('rita')],
      writers: [],
    } as const
    const decision = transition(aSituation(paula, dossier), { transition: 'publish', digest: NEXT })
    expect(decision.ok && decision.dossier.live?.writers).toEqual(['wanda'])
  })
})
