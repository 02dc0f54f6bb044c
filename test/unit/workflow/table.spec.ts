import { describe, expect, it } from 'vitest'
import {
  options,
  STAGES,
  transition,
  TRANSITIONS,
  type Command,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aPerson, aSituation, frozen, LIVE, NOW } from './builders.ts'
import {
  ASKERS,
  BROUGHT,
  EXPECTATIONS,
  newestDigest,
  isOnLive,
  ON_LIVE,
  SITUATIONS,
  type Expectation,
  type SituationName,
} from './expectations.ts'

function transitionContextOf({ context, asker }: Pick<Expectation, 'context' | 'asker'>) {
  return frozen(aSituation(ASKERS[asker], SITUATIONS[context], { digest: newestDigest(context) }))
}

function commandOf({ transition: name, context }: Pick<Expectation, 'transition' | 'context'>): Command {
  return { transition: name, digest: isOnLive(name, context) ? LIVE : newestDigest(context), ...BROUGHT }
}

describe('the expectations', () => {
  it('cover each transition × context × asker exactly once', () => {
    const cells = EXPECTATIONS.map((each) => `${each.transition} ${each.context} ${each.asker}`)
    const all = TRANSITIONS.flatMap((name) =>
      Object.keys(SITUATIONS).flatMap((context) => Object.keys(ASKERS).map((asker) => `${name} ${context} ${asker}`)),
    )
    expect(cells.toSorted()).toEqual(all.toSorted())
    expect(new Set(cells).size).toBe(13 * 20 * 11)
  })

  it('cover each stage, and each stage that a next revision can be at', () => {
    const stages = Object.values(SITUATIONS).filter(({ stage }) => stage !== 'published')
    expect(new Set(Object.values(SITUATIONS).map(({ stage }) => stage))).toEqual(new Set(STAGES))
    expect(stages.filter((each) => 'live' in each && !('fastTracked' in each)).map(({ stage }) => stage)).toEqual([
      'draft',
      'in_review',
      'changes_requested',
      'approved',
      'scheduled',
      'spiked',
    ])
  })

  it('name only stages that exist', () => {
    const targets = EXPECTATIONS.flatMap(({ outcome }) => ('to' in outcome ? [outcome.to] : []))
    expect(targets.filter((stage) => !STAGES.includes(stage))).toEqual([])
    expect(targets.length).toBeGreaterThan(40)
  })
})

describe.each(TRANSITIONS)('%s', (name) => {
  describe.each(Object.keys(SITUATIONS) as SituationName[])('from %s', (context) => {
    const cells = EXPECTATIONS.filter((each) => each.transition === name && each.context === context)

    it.each(cells)('as $asker: $outcome', (cell) => {
      const before = transitionContextOf(cell)
      const decision = transition(before, commandOf(cell))
      if ('code' in cell.outcome) {
        expect(decision).toMatchObject({ ok: false, status: cell.outcome.code === 'forbidden' ? 403 : 409 })
        expect(decision.ok ? [] : decision.blockers.map(({ code }) => code)).toEqual([cell.outcome.code])
      } else {
        expect(decision).toMatchObject({
          ok: true,
          event: {
            piece: before.dossier.piece,
            seq: before.dossier.seq + 1,
            prevHash: before.dossier.head,
            transition: name,
            from: before.dossier.stage,
            to: cell.outcome.to,
            actor: before.actor.id,
            at: NOW.toISOString(),
          },
          dossier: { stage: cell.outcome.to, seq: before.dossier.seq + 1 },
        })
      }
    })

    it.each(cells)('options() say the same to $asker', (cell) => {
      const option = options(transitionContextOf(cell)).find((each) => each.name === name)
      if ('code' in cell.outcome) {
        expect(option).toMatchObject({ allowed: false, blockers: [{ code: cell.outcome.code }] })
      } else {
        expect(option).toMatchObject({ allowed: true, blockers: [], to: cell.outcome.to })
      }
    })
  })
})

describe('a person with two roles', () => {
  const roles = ['editor', 'reviewer', 'publisher', 'admin'] as const
  const pairs = roles.flatMap((one) => roles.filter((two) => two > one).map((two) => [one, two] as const))

  it.each(pairs)('%s and %s: has the rights of both and no more', (one, two) => {
    for (const cell of EXPECTATIONS.filter(({ asker }) => asker === one)) {
      const twin = EXPECTATIONS.find(
        (each) => each.asker === two && each.transition === cell.transition && each.context === cell.context,
      )
      const outcomes = [cell.outcome, twin?.outcome]
      const decision = transition({ ...transitionContextOf(cell), actor: aPerson('polly', one, two) }, commandOf(cell))
      const granted = outcomes.find((outcome) => outcome && 'to' in outcome)
      const missed = outcomes.some((outcome) => outcome && 'code' in outcome && outcome.code === 'wrong_stage')
      if (granted) expect(decision).toMatchObject({ ok: true, dossier: { stage: 'to' in granted && granted.to } })
      else expect(decision).toMatchObject({ ok: false, status: missed ? 409 : 403 })
    }
  })
})

describe('options()', () => {
  it.each(Object.keys(ASKERS))('list every transition once to %s, in the order of the table', (asker) => {
    const listed = options(transitionContextOf({ context: 'live+approved', asker: asker as Expectation['asker'] }))
    expect(listed.map(({ name }) => name)).toEqual(TRANSITIONS)
  })

  it('say what a command has to bring along', () => {
    const needs = Object.fromEntries(
      options(transitionContextOf({ context: 'draft', asker: 'none' })).map((each) => [each.name, each.needs]),
    )
    expect(needs).toEqual({
      submit: [],
      recall: [],
      request_changes: ['reason'],
      sign_off: [],
      schedule: ['at'],
      unschedule: [],
      publish: [],
      revise: [],
      withdraw: ['reason'],
      retract: ['notice'],
      spike: [],
      restore: [],
      fast_track: ['reason'],
    })
  })

  it('say on which side of the dossier a move acts', () => {
    const onLive = options(transitionContextOf({ context: 'draft', asker: 'none' })).filter(
      ({ actsOn }) => actsOn === 'live',
    )
    expect(onLive.map(({ name }) => name)).toEqual(ON_LIVE)
  })
})
