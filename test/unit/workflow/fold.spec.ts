import { describe, expect, it } from 'vitest'
import {
  apply,
  fold,
  isFirstPublication,
  type Dossier,
  type WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aChain, aDigest, AHEAD, frozen, LIVE, NEXT } from './builders.ts'

/** 09:00 is the first event of a chain; each further one is a minute later. */
function minute(at: number): string {
  return `2026-03-02T09:${String(at).padStart(2, '0')}:00.000Z`
}

const THIRD = aDigest('c')

const life = aChain(
  { transition: 'create', digest: LIVE },
  { transition: 'touch', actor: 'edith', digest: LIVE },
  { transition: 'submit', to: 'in_review', digest: LIVE },
  { transition: 'sign_off', to: 'in_review', actor: 'rita', review: 'desk', role: 'reviewer', digest: LIVE },
  { transition: 'sign_off', to: 'approved', actor: 'remy', review: 'desk', role: 'reviewer', digest: LIVE },
  { transition: 'schedule', to: 'scheduled', actor: 'paula', due: AHEAD, digest: LIVE },
  { transition: 'publish', to: 'published', actor: 'clock', due: AHEAD, digest: LIVE },
  { transition: 'revise', to: 'draft', actor: 'otto', digest: NEXT },
  { transition: 'submit', to: 'in_review', actor: 'otto', digest: NEXT },
  { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer', digest: NEXT },
  { transition: 'void', to: 'in_review', actor: 'edith', digest: THIRD },
  { transition: 'withdraw', to: 'in_review', actor: 'paula', digest: LIVE, reason: 'A complaint.' },
)

function after(count: number): Dossier {
  return fold(frozen(life.slice(0, count)))
}

describe('fold()', () => {
  it('of the whole life of a piece', () => {
    expect(after(12)).toEqual({
      piece: 'articles:1',
      seq: 12,
      head: life[11]?.hash,
      stage: 'in_review',
      stageSince: minute(10),
      live: null,
      firstPublishedAt: minute(6),
      owner: 'wanda',
      writers: ['otto', 'edith'],
      signOffs: [],
      schedule: null,
      missed: null,
      retraction: null,
      fastTracked: null,
    })
  })

  it('at the moment before it was published', () => {
    expect(after(6)).toMatchObject({
      stage: 'scheduled',
      stageSince: minute(5),
      live: null,
      firstPublishedAt: null,
      writers: ['wanda', 'edith'],
      schedule: { at: AHEAD, by: 'paula', digest: LIVE },
      signOffs: [
        { review: 'desk', role: 'reviewer', by: 'rita', digest: LIVE, at: minute(3) },
        { review: 'desk', role: 'reviewer', by: 'remy', digest: LIVE, at: minute(4) },
      ],
    })
  })

  it('at the moment after', () => {
    expect(after(7)).toMatchObject({
      stage: 'published',
      firstPublishedAt: minute(6),
      writers: [],
      signOffs: [],
      schedule: null,
      live: {
        digest: LIVE,
        since: minute(6),
        event: 7,
        writers: ['wanda', 'edith'],
        signOffs: [{ by: 'rita' }, { by: 'remy' }],
      },
    })
  })

  it('with a next revision: two sides, each its own', () => {
    expect(after(10)).toMatchObject({
      stage: 'approved',
      live: { digest: LIVE, since: minute(6) },
      writers: ['otto'],
      signOffs: [{ by: 'rita', digest: NEXT }],
    })
  })

  it('counts the time at a stage from when the stage was reached', () => {
    expect(after(2).stageSince).toBe(minute(0))
    expect(after(4).stageSince).toBe(minute(2))
    expect(after(5).stageSince).toBe(minute(4))
  })

  it('is the same as adding the events one by one', () => {
    const steps = life.reduce<Dossier[]>((all, event) => [...all, apply(all.at(-1) ?? null, frozen(event))], [])
    expect(steps).toEqual(life.map((_, at) => after(at + 1)))
  })

  it('of no events there is none', () => {
    expect(() => fold([])).toThrow()
  })

  it('of a chain that does not start with the creation there is none', () => {
    expect(() => fold(life.slice(1))).toThrow(/articles:1/)
  })

  it('of a piece created twice there is none', () => {
    const [first] = life
    expect(() => fold(first ? [first, first] : [])).toThrow(/articles:1/)
  })
})

describe('apply()', () => {
  const published = after(7)

  function then(before: Dossier, ...drafts: Parameters<typeof aChain>): Dossier {
    return aChain(...drafts).reduce<Dossier>((dossier, event: WorkflowEvent) => apply(frozen(dossier), event), before)
  }

  it('of a second publication: the first stays the first', () => {
    const again = then(after(10), {
      transition: 'publish',
      from: 'approved',
      to: 'published',
      actor: 'paula',
      digest: NEXT,
      at: minute(59),
    })
    expect(again).toMatchObject({
      firstPublishedAt: minute(6),
      live: { digest: NEXT, since: minute(59), writers: ['otto'] },
    })
  })

  it('of revise by button: nobody has written yet', () => {
    expect(then(published, { transition: 'revise', to: 'draft', actor: 'edith', writers: [] }).writers).toEqual([])
  })

  it('of revise by a save: whoever saved has', () => {
    expect(then(published, { transition: 'revise', to: 'draft', actor: 'edith' }).writers).toEqual(['edith'])
  })

  it('of a retraction keeps the notice and the time', () => {
    const retracted = then(published, {
      transition: 'retract',
      to: 'retracted',
      actor: 'paula',
      notice: 'It was wrong.',
      at: minute(30),
    })
    expect(retracted).toMatchObject({
      stage: 'retracted',
      live: null,
      retraction: { notice: 'It was wrong.', at: minute(30) },
    })
  })

  it.each([
    ['submit', 'in_review'],
    ['recall', 'draft'],
    ['request_changes', 'changes_requested'],
    ['spike', 'spiked'],
    ['restore', 'draft'],
    ['void', 'in_review'],
    ['touch', 'draft'],
    ['revise', 'draft'],
  ] as const)('of %s drops the sign-offs and the schedule, and nothing that is live', (transition, to) => {
    const before = { ...after(6), live: published.live }
    expect(then(before, { transition, to })).toMatchObject({
      stage: to,
      signOffs: [],
      schedule: null,
      live: published.live,
    })
  })

  it('of a withdrawal keeps a schedule of the next revision', () => {
    const before = { ...after(6), live: published.live }
    expect(then(before, { transition: 'withdraw', to: 'scheduled' })).toMatchObject({
      live: null,
      schedule: before.schedule,
      signOffs: before.signOffs,
    })
  })
})

describe('isFirstPublication()', () => {
  const [created] = life as [WorkflowEvent]
  const out = { transition: 'publish', to: 'published', actor: 'paula', digest: NEXT } as const
  const taken = {
    transition: 'withdraw',
    to: 'withdrawn',
    actor: 'paula',
    digest: NEXT,
    reason: 'A complaint.',
  } as const

  it('is so right after it, and neither before nor after', () => {
    expect(life.map((_, at) => isFirstPublication(life.slice(0, at + 1)))).toEqual(life.map((_, at) => at === 6))
    expect(isFirstPublication([])).toBe(false)
    expect(isFirstPublication([created])).toBe(false)
  })

  it('is not so of a piece that comes back, nor of one that was public when it was adopted', () => {
    const again = aChain({ transition: 'create', digest: NEXT }, out, taken, out)
    expect(again.map((_, at) => isFirstPublication(again.slice(0, at + 1)))).toEqual([false, true, false, false])
    const adopted = aChain({ transition: 'adopt', to: 'published', digest: LIVE }, out)
    expect(adopted.map((_, at) => isFirstPublication(adopted.slice(0, at + 1)))).toEqual([false, false])
  })
})
