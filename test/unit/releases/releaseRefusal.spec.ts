import { describe, expect, it } from 'vitest'
import {
  releaseRefusal,
  type Release,
  type ReleaseAct,
} from '../../../packages/plugin-imprimatur/src/domain/releases/index.ts'
import { CLOCK, type Actor } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const person = (...roles: string[]): Actor => ({ kind: 'person', id: 'ama', active: true, roles })

function aRelease(state: Release['state']): Release {
  return {
    id: 'spring',
    name: 'Spring',
    state,
    createdBy: 'ama',
    createdAt: '2030-05-06T10:00:00.000Z',
    scheduledAt: state === 'scheduled' ? '2030-05-07T10:00:00.000Z' : null,
    scheduledBy: state === 'scheduled' ? 'ama' : null,
    publishedAt: null,
    publishedBy: null,
    missed: null,
    version: 1,
  }
}

const told = (act: ReleaseAct, actor: Actor, state: Release['state'] | null = 'open', pieces = 1) =>
  releaseRefusal(act, { actor, pieces, release: state && aRelease(state) })?.code ?? 'ok'

describe('what somebody may do with a release', () => {
  const ACTS = ['create', 'add', 'remove', 'schedule', 'unschedule', 'publish'] as const
  // By hand: editors and publishers put one together, publishers send it out.
  const MAY: Readonly<Record<string, readonly ReleaseAct[]>> = {
    contributor: [],
    reviewer: [],
    admin: [],
    clock: [],
    editor: ['create', 'add', 'remove'],
    publisher: [...ACTS],
  }
  it.each(Object.entries(MAY))('with the role %s', (role, may) => {
    const allowed = ACTS.filter((act) => told(act, person(role), act === 'unschedule' ? 'scheduled' : 'open') === 'ok')
    expect(allowed).toEqual(may)
  })

  it('is nothing for who has left, for the system, and for the clock but to publish', () => {
    const left: Actor = { kind: 'person', id: 'ama', active: false, roles: ['publisher'] }
    const system: Actor = { kind: 'system', id: 'system:import' }
    for (const act of ACTS) {
      expect(told(act, left), act).toBe('forbidden')
      expect(told(act, system), act).toBe('forbidden')
      expect(told(act, CLOCK), act).toBe(act === 'publish' ? 'ok' : 'forbidden')
    }
  })

  it('hangs on its state', () => {
    const publisher = person('publisher')
    const states = (state: Release['state']) => ACTS.slice(1).map((act) => told(act, publisher, state))
    expect(states('open')).toEqual(['ok', 'ok', 'ok', 'wrong_stage', 'ok'])
    expect(states('scheduled')).toEqual(['wrong_stage', 'wrong_stage', 'ok', 'ok', 'ok'])
    expect(states('published')).toEqual(Array.from({ length: 5 }, () => 'wrong_stage'))
  })

  it('is refused for a missing right before anything is said of the release', () => {
    expect(told('publish', person('editor'), 'published', 0)).toBe('forbidden')
    expect(told('add', person('reviewer'), 'scheduled', 51)).toBe('forbidden')
  })

  it('takes 50 pieces, and sends out at least one', () => {
    const publisher = person('publisher')
    expect([told('add', publisher, 'open', 50), told('add', publisher, 'open', 51)]).toEqual(['ok', 'release_full'])
    expect([told('publish', publisher, 'open', 0), told('schedule', publisher, 'open', 0)]).toEqual([
      'release_empty',
      'release_empty',
    ])
    expect(told('unschedule', publisher, 'scheduled', 0)).toBe('ok')
  })
})
