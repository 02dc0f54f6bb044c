import { describe, expect, it } from 'vitest'
import {
  CLOCK,
  mayWrite,
  openDossier,
  recordChange,
  STAGES,
  voidedByChange,
  type Actor,
  type Dossier,
  type Stage,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aDigest, aDossier, aPerson, AHEAD, aSignOff, BEFORE, frozen, NEXT, NOW, whatIsLive } from './builders.ts'

const wanda = aPerson('wanda', 'contributor')
const edith = aPerson('edith', 'editor')
const CHANGED = aDigest('c')

function save(dossier: Dossier, actor: Actor, after = CHANGED) {
  return recordChange(frozen(dossier), { actor, before: NEXT, after, now: NOW })
}

const signOffs = [aSignOff('rita')]

/*
 * What a save with a changed digest means at each stage, by hand from DESIGN §5 (fine print and I3) and CONTRACT §6.
 * `same`: by wanda, who wrote this revision (after a publication: who wrote the live one). `other`: by an editor who has not touched it.
 * `name>stage` is one event and where the revision stands afterwards; `-` no event; `x` refused with wrong_stage.
 */
const MEANING = `
  stage                         | same            | other
  draft                         | -               | touch>draft
  in_review                     | -               | touch>in_review
  in_review, one of two signed  | void>in_review  | void>in_review
  changes_requested             | -               | touch>changes_requested
  approved                      | void>in_review  | void>in_review
  scheduled                     | void>in_review  | void>in_review
  published                     | revise>draft    | revise>draft
  withdrawn                     | revise>draft    | revise>draft
  retracted                     | x               | x
  spiked                        | x               | x`

const rows = MEANING.trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [where = '', same = '', other = ''] = line.split('|').map((cell) => cell.trim())
    return [
      { where, who: 'same', expected: same },
      { where, who: 'other', expected: other },
    ]
  })

function dossierAt(where: string): Dossier {
  const stage = where.split(',')[0] as Stage
  const signed = where.includes('signed') || stage === 'approved' || stage === 'scheduled'
  return aDossier({
    stage,
    signOffs: signed ? signOffs : [],
    schedule: stage === 'scheduled' ? { at: AHEAD, by: 'paula', digest: NEXT } : null,
    writers: ['published', 'withdrawn', 'retracted'].includes(stage) ? [] : ['wanda'],
    live: stage === 'published' ? whatIsLive({ digest: NEXT }) : null,
  })
}

describe('the rows', () => {
  it('cover every stage', () => {
    expect(new Set(rows.map(({ where }) => where.split(',')[0]))).toEqual(new Set(STAGES))
  })
})

describe.each(rows)('a save at $where by the $who writer', ({ where, who, expected }) => {
  const actor = who === 'same' ? wanda : edith

  it('is known beforehand to take something back, or nothing', () => {
    const before = dossierAt(where)
    const scheduledAt = where === 'scheduled' ? AHEAD : null
    expect(voidedByChange(before)).toEqual(expected.startsWith('void') ? { signOffs: 1, scheduledAt } : null)
  })

  it(`with a changed digest: ${expected}`, () => {
    const before = dossierAt(where)
    const decision = save(before, actor)
    if (expected === 'x') {
      expect(decision).toMatchObject({ ok: false, status: 409, blockers: [{ code: 'wrong_stage' }] })
      return
    }
    if (expected === '-') {
      expect(decision).toEqual({ ok: true, event: null, dossier: before })
      return
    }
    const [transition, to] = expected.split('>')
    expect(decision).toMatchObject({
      ok: true,
      event: {
        transition,
        from: before.stage,
        to,
        actor: actor.id,
        digest: CHANGED,
        seq: 8,
        prevHash: before.head,
        at: NOW.toISOString(),
      },
      dossier: { stage: to, signOffs: [], schedule: null, live: before.live },
    })
    expect(decision.ok && decision.dossier.writers).toEqual([...new Set([...before.writers, actor.id])])
  })

  it('with the digest as it was: no event, nothing voided, nobody has touched it', () => {
    const before = dossierAt(where)
    expect(save(before, actor, NEXT)).toEqual({ ok: true, event: null, dossier: before })
  })

  it('over a live piece leaves what is live', () => {
    const live = whatIsLive()
    const decision = save({ ...dossierAt(where), live }, actor)
    if (decision.ok) expect(decision.dossier.live).toBe(live)
    else expect(expected).toBe('x')
  })
})

describe('writers', () => {
  it('are noted once each, in the order in which they came', () => {
    const first = save(aDossier(), edith)
    const again = first.ok
      ? recordChange(first.dossier, { actor: edith, before: CHANGED, after: NEXT, now: NOW })
      : first
    expect(again).toMatchObject({ ok: true, event: null, dossier: { writers: ['wanda', 'edith'] } })
  })

  it('stay writers when they put the text back as it was', () => {
    const first = save(aDossier(), edith)
    const back = first.ok
      ? recordChange(first.dossier, { actor: wanda, before: CHANGED, after: NEXT, now: NOW })
      : first
    expect(back).toMatchObject({ ok: true, dossier: { writers: ['wanda', 'edith'] } })
  })

  it('of a duplicate are the one who duplicates and all writers of its source', () => {
    const { event, dossier } = openDossier({
      collection: 'articles',
      id: '2',
      actor: 'edith',
      digest: NEXT,
      now: NOW,
      writers: ['wanda', 'edith', 'otto'],
    })
    expect(event).toMatchObject({
      piece: 'articles:2',
      seq: 1,
      transition: 'create',
      from: null,
      to: 'draft',
      prevHash: null,
    })
    expect(dossier).toMatchObject({ owner: 'edith', writers: ['edith', 'wanda', 'otto'], stage: 'draft', live: null })
  })

  it('of a new piece: whoever made it', () => {
    const { dossier } = openDossier({ collection: 'authors', id: '3', actor: 'wanda', digest: NEXT, now: NOW })
    expect(dossier).toEqual({
      piece: 'authors:3',
      seq: 1,
      head: dossier.head,
      stage: 'draft',
      stageSince: NOW.toISOString(),
      live: null,
      firstPublishedAt: null,
      owner: 'wanda',
      writers: ['wanda'],
      signOffs: [],
      schedule: null,
      missed: null,
      retraction: null,
      fastTracked: null,
    })
  })
})

describe('who may write', () => {
  const may: [string, Actor][] = [
    ['a contributor their own piece', wanda],
    ['an editor anybody’s', edith],
    ['an editor who is more besides', aPerson('polly', 'reviewer', 'editor')],
  ]
  const mayNot: [string, Actor][] = [
    ['a contributor somebody else’s', aPerson('otto', 'contributor')],
    ['a reviewer', aPerson('remy', 'reviewer')],
    ['a publisher', aPerson('paula', 'publisher')],
    ['an admin', aPerson('ada', 'admin')],
    ['a reviewer, publisher and admin in one', aPerson('wanda', 'reviewer', 'publisher', 'admin')],
    ['its maker without a role', aPerson('wanda')],
    ['its maker, deactivated', { kind: 'person', id: 'wanda', active: false, roles: ['contributor'] }],
    ['an editor, deactivated', { kind: 'person', id: 'edith', active: false, roles: ['editor'] }],
    ['the clock', CLOCK],
  ]

  it.each(may)('%s', (_, actor) => {
    expect(mayWrite(actor, 'wanda')).toBe(true)
    expect(save(aDossier(), actor)).toMatchObject({ ok: true })
  })

  it.each(mayNot)('not %s', (_, actor) => {
    expect(mayWrite(actor, 'wanda')).toBe(false)
    expect(save(aDossier(), actor)).toMatchObject({ ok: false, status: 403, blockers: [{ code: 'forbidden' }] })
    expect(save(aDossier(), actor, NEXT)).toMatchObject({ ok: false, status: 403 })
    expect(save(aDossier({ stage: 'spiked' }), actor)).toMatchObject({ ok: false, status: 403 })
  })

  it('of a new piece: contributors and editors', () => {
    expect([wanda, edith, aPerson('otto', 'contributor')].map((actor) => mayWrite(actor, undefined))).toEqual([
      true,
      true,
      true,
    ])
    expect(mayNot.slice(1).map(([, actor]) => mayWrite(actor, undefined))).not.toContain(true)
  })
})

describe('a change that voids', () => {
  it('is one event, also when it comes from a further writer', () => {
    const before = aDossier({ stage: 'scheduled', signOffs, schedule: { at: BEFORE, by: 'paula', digest: NEXT } })
    const decision = save(before, edith)
    expect(decision).toMatchObject({
      ok: true,
      event: { seq: before.seq + 1, transition: 'void' },
      dossier: { writers: ['wanda', 'edith'] },
    })
  })

  it('puts a reviewer who changes the text out of the running', () => {
    const decision = save(aDossier({ stage: 'approved', signOffs }), aPerson('rita', 'reviewer', 'editor'))
    expect(decision).toMatchObject({
      ok: true,
      dossier: { stage: 'in_review', signOffs: [], writers: ['wanda', 'rita'] },
    })
  })
})

describe('words that somebody else suggested', () => {
  const take = (dossier: Dossier, wordsOf = ['rita', 'rita2'], actor = wanda) =>
    recordChange(frozen(dossier), { actor, before: NEXT, after: CHANGED, now: NOW, wordsOf })

  it.each([
    ['draft', 'touch', ['wanda', 'rita', 'rita2']],
    ['in_review', 'touch', ['wanda', 'rita', 'rita2']],
    ['approved', 'void', ['wanda', 'rita', 'rita2']],
    ['published', 'revise', ['wanda', 'rita', 'rita2']],
  ] as const)('make them a writer at %s', (stage, transition, writers) => {
    const result = take(dossierAt(stage))
    expect(result).toMatchObject({
      ok: true,
      event: { transition, actor: 'wanda', writers: ['wanda', 'rita', 'rita2'] },
      dossier: { writers, signOffs: [] },
    })
  })

  it('leave no further row when all of them are writers already', () => {
    const dossier = aDossier({ writers: ['wanda', 'rita', 'rita2'] })
    expect(take(dossier)).toMatchObject({ ok: true, event: null })
    expect(take(aDossier({ writers: ['wanda', 'rita'] }))).toMatchObject({ event: { transition: 'touch' } })
  })

  it('name nobody twice, nor anybody when nothing changes', () => {
    expect(take(dossierAt('approved'), ['wanda'])).toMatchObject({ event: { writers: ['wanda'] } })
    const same = recordChange(aDossier(), { actor: wanda, before: NEXT, after: NEXT, now: NOW, wordsOf: ['rita'] })
    expect(same).toMatchObject({ ok: true, event: null, dossier: { writers: ['wanda'] } })
  })

  it('give nobody the right to put them there', () => {
    const rita = aPerson('rita', 'reviewer')
    expect(take(aDossier(), ['rita'], rita)).toMatchObject({ ok: false, status: 403 })
  })
})
