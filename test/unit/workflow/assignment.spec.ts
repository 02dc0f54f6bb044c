import { describe, expect, it } from 'vitest'
import {
  assign,
  assignmentAfter,
  deskCardsFor,
  UNASSIGNED,
  type Actor,
  type Assignment,
  type AssignmentChange,
  type Dossier,
  type Person,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const NOW = new Date('2030-05-06T10:00:00.000Z')
const OWNER = 'cora'

/** Who works here, by id. */
const PEOPLE: ReadonlyMap<string, Person> = new Map([
  ['cora', { active: true, roles: ['contributor'], name: 'Cora' }],
  ['carl', { active: true, roles: ['contributor'] }],
  ['edith', { active: true, roles: ['editor'], name: 'Edith' }],
  ['rosa', { active: true, roles: ['reviewer'] }],
  ['lena', { active: true, roles: ['legal'] }],
  ['paula', { active: true, roles: ['publisher'] }],
  ['ada', { active: true, roles: ['admin'] }],
  ['gone', { active: false, roles: ['editor'] }],
  ['none', { active: true, roles: [] }],
])

const actorCalled = (id: string): Actor => ({ kind: 'person', id, ...(PEOPLE.get(id) ?? { active: false, roles: [] }) })
const judge = (who: string, change: AssignmentChange, before: Partial<Assignment> = {}) =>
  assign(
    {
      actor: actorCalled(who),
      before: { ...UNASSIGNED, ...before },
      dossier: { owner: OWNER } as Dossier,
      givesReview: who === 'lena',
      people: PEOPLE,
      now: NOW,
    },
    change,
  )
const told = (...args: Parameters<typeof judge>): string => {
  const decision = judge(...args)
  return decision.ok ? 'ok' : decision.blocker.code
}

describe('who may', () => {
  // Worked out by hand: the desk assigns; whoever works on the piece may take it.
  const RIGHTS: readonly (readonly [string, string, string])[] = [
    ['cora', 'forbidden', 'ok'],
    ['carl', 'forbidden', 'forbidden'],
    ['edith', 'ok', 'ok'],
    ['rosa', 'ok', 'ok'],
    ['lena', 'forbidden', 'ok'],
    ['paula', 'ok', 'ok'],
    ['ada', 'forbidden', 'forbidden'],
    ['gone', 'forbidden', 'forbidden'],
    ['none', 'forbidden', 'forbidden'],
  ]
  it.each(RIGHTS)('%s: assign %s, claim %s', (who, assigning, claiming) => {
    expect(told(who, { assignees: [] })).toBe(assigning)
    expect(told(who, { dueAt: null })).toBe(assigning)
    expect(told(who, { priority: 'high' })).toBe(assigning)
    expect(told(who, { claim: true, priority: 'high' })).toBe(assigning)
    expect(told(who, { claim: true })).toBe(claiming)
    expect(told(who, { claim: false })).toBe(claiming)
  })

  it('is nobody of the system: what is assigned has a person behind it', () => {
    const actor: Actor = { kind: 'system', id: 'system:import' }
    const dossier = { owner: OWNER } as Dossier
    const situation = { actor, before: UNASSIGNED, dossier, givesReview: false, people: PEOPLE, now: NOW }
    expect(assign(situation, { claim: true }).ok).toBe(false)
  })
})

describe('what comes of it', () => {
  const after = (...args: Parameters<typeof judge>) => {
    const decision = judge(...args)
    return decision.ok ? decision.after : null
  }
  const at = NOW.toISOString()

  it('keeps what was not named', () => {
    const before = { assignees: ['rosa'], dueAt: '2030-05-07T00:00:00.000Z', priority: 'high' } as const
    expect(after('edith', { dueAt: null }, before)).toEqual({ ...before, dueAt: null, by: 'edith', at })
    expect(after('edith', { assignees: ['paula'] }, before)).toEqual({
      ...before,
      assignees: ['paula'],
      by: 'edith',
      at,
    })
  })

  it('puts who claims first, and who gives back out, beside those who are there', () => {
    expect(after('rosa', { claim: true })?.assignees).toEqual(['rosa'])
    expect(after('rosa', { claim: true }, { assignees: ['rosa', 'edith'] })?.assignees).toEqual(['rosa', 'edith'])
    expect(after('rosa', { claim: false }, { assignees: ['edith', 'rosa'] })?.assignees).toEqual(['edith'])
    expect(told('rosa', { claim: true }, { assignees: ['edith', 'rosa'] })).toBe('already_assigned')
  })

  it.each(['gone', 'none', 'nobody', 'carl'])('does not wait for %s, who cannot work on it', (holder) => {
    expect(after('rosa', { claim: true }, { assignees: [holder] })?.assignees).toEqual(['rosa'])
    expect(told('edith', { assignees: ['rosa', holder] })).toBe('not_assignable')
  })

  it('can be the contributor whose piece it is, and anybody of the desk', () => {
    expect(told('edith', { assignees: ['cora', 'rosa', 'lena', 'paula', 'ada'] })).toBe('ok')
  })
})

describe('an event', () => {
  it.each(['publish', 'fast_track', 'withdraw', 'retract', 'spike'] as const)('%s ends it', (event) => {
    expect(assignmentAfter({ ...UNASSIGNED, assignees: ['rosa'] }, event)).toEqual(UNASSIGNED)
  })
  it.each(['submit', 'sign_off', 'request_changes', 'void', 'touch', 'schedule', 'revise', null] as const)(
    '%s leaves it',
    (event) => {
      const before = { ...UNASSIGNED, assignees: ['rosa'] }
      expect(assignmentAfter(before, event)).toEqual(before)
    },
  )
})

describe('the cards of the dashboard', () => {
  const POLICY = { reviews: [{ name: 'legal', needed: 1, roles: ['legal'], collections: [], when: {} }] }

  it('are those of each role, each once', () => {
    expect(deskCardsFor(['editor', 'contributor'], POLICY)).toEqual(['sent_back', 'drafts', 'handed_in', 'out'])
    expect(deskCardsFor(['legal'], POLICY)).toEqual(['to_review'])
    expect(deskCardsFor(['legal'], { reviews: [] })).toEqual([])
    expect(deskCardsFor(['reviewer'], { reviews: [] })).toEqual(['to_review'])
    expect(deskCardsFor(['publisher', 'reviewer'], POLICY)).toEqual(['to_review', 'missed', 'approved', 'scheduled'])
    expect(deskCardsFor(['admin'], POLICY)).toEqual([])
  })
})
