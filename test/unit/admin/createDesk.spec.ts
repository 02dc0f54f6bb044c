import { describe, expect, it } from 'vitest'
import { createDesk } from '../../../packages/plugin-imprimatur/src/admin/createDesk.ts'
import type { DeskApi, StageMark, Transitions } from '../../../packages/plugin-imprimatur/src/admin/deskApi.ts'
import { codeOf, refusalOf, Refused, UNREACHABLE } from '../../../packages/plugin-imprimatur/src/admin/refusal.ts'
import type { DossierView } from '../../../packages/plugin-imprimatur/src/exports/types.ts'
import { nameOfActor } from '../../../packages/plugin-imprimatur/src/admin/names.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

const PIECE = { collection: 'articles', id: '1' }
const settled = () => new Promise((resolve) => setImmediate(resolve))

const aDossier = (): DossierView => ({ owner: 'u1', writers: ['u1', 'u2'], signOffs: [] }) as unknown as DossierView
const seen = (digest: string, updatedAt: string | null): Transitions => ({
  stage: 'draft',
  digest,
  live: null,
  updatedAt,
  unreviewed: null,
  voids: null,
  transitions: [],
})

function aNewsroom(own: Partial<DeskApi> = {}) {
  const asked: { stages: (readonly string[])[]; names: (readonly string[])[] } = { stages: [], names: [] }
  const api: DeskApi = {
    transitions: () => Promise.resolve(seen('a', 'monday')),
    dossier: () => Promise.resolve(aDossier()),
    difference: () => Promise.reject(new Error('is not asked')),
    events: () => Promise.resolve([]),
    move: () => Promise.reject(new Error('not asked for here')),
    companions: () => Promise.reject(new Error('not asked for here')),
    moveTogether: () => Promise.reject(new Error('not asked for here')),
    assign: () => Promise.reject(new Error('not asked for here')),
    newerThan: () => Promise.resolve(null),
    comments: () => Promise.resolve({ docs: [], totalDocs: 0, open: 0 }),
    addComment: () => Promise.reject(new Error('not asked for here')),
    changeComment: () => Promise.reject(new Error('not asked for here')),
    takeSuggestion: () => Promise.reject(new Error('not asked for here')),
    leaveSuggestion: () => Promise.reject(new Error('not asked for here')),
    removeComment: () => Promise.reject(new Error('not asked for here')),
    reviewLinks: () => Promise.reject(new Error('not asked for here')),
    makeReviewLink: () => Promise.reject(new Error('not asked for here')),
    revokeReviewLink: () => Promise.reject(new Error('not asked for here')),
    search: () => Promise.reject(new Error('not asked for here')),
    style: () => Promise.reject(new Error('not asked for here')),
    letStand: () => Promise.reject(new Error('not asked for here')),
    letStandNoMore: () => Promise.reject(new Error('not asked for here')),
    notifications: () => Promise.reject(new Error('not asked for here')),
    readNotifications: () => Promise.reject(new Error('not asked for here')),
    colleagues: () => Promise.resolve({}),
    newest: () => Promise.reject(new Error('is not asked')),
    madeBy: () => Promise.reject(new Error('not asked for here')),
    lease: () => Promise.resolve({ lease: null, lost: null }),
    hold: () => Promise.reject(new Error('is not asked')),
    leave: () => Promise.reject(new Error('is not asked')),
    stages: (keys) => {
      asked.stages.push(keys)
      return Promise.resolve(
        Object.fromEntries(keys.map((key): [string, StageMark] => [key, { stage: 'draft', live: false }])),
      )
    },
    names: (ids) => {
      asked.names.push(ids)
      return Promise.resolve(Object.fromEntries(ids.map((id) => [id, `Name of ${id}`])))
    },
    ...own,
  }
  return { desk: createDesk(api), asked }
}

describe('the base of the text in the form', () => {
  it('is the stored digest when the stored text is the one that is shown', async () => {
    const { desk } = aNewsroom()
    expect(await desk.look(PIECE, 'monday')).toMatchObject({
      base: { digest: 'a', shownAt: 'monday' },
      outdated: false,
    })
  })

  it('is not known when something else is stored than what was loaded', async () => {
    const { desk } = aNewsroom()
    expect(await desk.look(PIECE, 'sunday')).toMatchObject({ base: null, outdated: true })
  })

  it('is not known when nothing says which text is shown, or which is stored', async () => {
    expect(await aNewsroom().desk.look(PIECE, null)).toMatchObject({ base: null })
    const { desk } = aNewsroom({ transitions: () => Promise.resolve(seen('a', null)) })
    expect(await desk.look(PIECE, null)).toMatchObject({ base: null })
  })

  it('stays what it was when somebody else saves, and the piece is told to be outdated', async () => {
    const answers = [seen('a', 'monday'), seen('b', 'tuesday')]
    const { desk } = aNewsroom({ transitions: () => Promise.resolve(answers.shift() ?? seen('', '')) })
    await desk.look(PIECE, 'monday')
    expect(await desk.look(PIECE, 'monday')).toMatchObject({ base: { digest: 'a' }, outdated: true })
  })

  it('stays what it was when a move writes the same text anew', async () => {
    const answers = [seen('a', 'monday'), seen('a', 'tuesday')]
    const { desk } = aNewsroom({ transitions: () => Promise.resolve(answers.shift() ?? seen('', '')) })
    await desk.look(PIECE, 'monday')
    expect(await desk.look(PIECE, 'monday')).toMatchObject({ base: { digest: 'a' }, outdated: false })
  })

  it('is not taken from before a save for the text after it', async () => {
    const answers = [seen('a', 'monday'), seen('c', 'wednesday')]
    const { desk } = aNewsroom({ transitions: () => Promise.resolve(answers.shift() ?? seen('', '')) })
    await desk.look(PIECE, 'monday')
    expect(await desk.look(PIECE, 'tuesday')).toMatchObject({ base: null, outdated: true })
  })
})

describe('looks', () => {
  it('lets the later of two looks win, whichever answer comes last', async () => {
    const answers: ((answer: Transitions) => void)[] = []
    const { desk } = aNewsroom({ transitions: () => new Promise((resolve) => answers.push(resolve)) })
    const both = [desk.look(PIECE, 'monday'), desk.look(PIECE, 'tuesday')]
    answers[1]?.(seen('b', 'tuesday'))
    await settled()
    answers[0]?.(seen('a', 'monday'))
    await Promise.all(both)
    expect(desk.piece(PIECE)).toMatchObject({ base: { digest: 'b', shownAt: 'tuesday' } })
  })

  it('keep what is known when one fails, and say why it failed', async () => {
    let fails = false
    const { desk } = aNewsroom({
      transitions: () =>
        fails
          ? Promise.reject(new Refused(refusalOf(401, { errors: [{ message: 'You are not logged in.' }] })))
          : Promise.resolve(seen('a', 'monday')),
    })
    await desk.look(PIECE, 'monday')
    fails = true
    expect(await desk.look(PIECE, 'monday')).toMatchObject({
      base: { digest: 'a' },
      view: { transitions: { digest: 'a' } },
      problem: { sentences: ['You are not logged in.'] },
    })
  })

  it('ask for the names of all people of a piece at once, and for none twice', async () => {
    const { desk, asked } = aNewsroom()
    await desk.look(PIECE, 'monday')
    await desk.look(PIECE, 'monday')
    await settled()
    expect(asked.names).toEqual([['u1', 'u2']])
    expect(desk.name('u2')).toBe('Name of u2')
  })

  it('tell those who listen, until they stop', async () => {
    const { desk } = aNewsroom()
    let told = 0
    const stop = desk.subscribe(() => (told += 1))
    await desk.look(PIECE, 'monday')
    expect(told).toBeGreaterThan(0)
    await settled()
    stop()
    const before = told
    await desk.look(PIECE, 'monday')
    expect(told).toBe(before)
  })
})

describe('the stages of a list', () => {
  it('are asked for in one request', async () => {
    const { desk, asked } = aNewsroom()
    for (const id of ['1', '2', '3', '1']) desk.askStage({ collection: 'articles', id })
    await settled()
    expect(asked.stages).toEqual([['articles:1', 'articles:2', 'articles:3']])
    expect(desk.stage({ collection: 'articles', id: '2' })).toEqual({ stage: 'draft', live: false })
  })

  it('are asked for a hundred at a time', async () => {
    const { desk, asked } = aNewsroom()
    for (let id = 0; id < 250; id += 1) desk.askStage({ collection: 'articles', id: String(id) })
    await settled()
    expect(asked.stages.map((keys) => keys.length)).toEqual([100, 100, 50])
  })

  it('are asked for again by a later list', async () => {
    const { desk, asked } = aNewsroom()
    desk.askStage(PIECE)
    await settled()
    desk.askStage(PIECE)
    await settled()
    expect(asked.stages).toHaveLength(2)
  })

  it('are null for what is not answered, and undefined while nobody has asked', async () => {
    const { desk } = aNewsroom({ stages: () => Promise.resolve({}) })
    expect(desk.stage(PIECE)).toBeUndefined()
    desk.askStage(PIECE)
    await settled()
    expect(desk.stage(PIECE)).toBeNull()
  })

  it('are not taken for those of nobody when the answer does not come, and are asked for again', async () => {
    const refusal = refusalOf(503, { errors: [{ code: 'busy', message: 'The newsroom is busy.' }] })
    let fails = true
    const { desk, asked } = aNewsroom()
    const { desk: failing } = aNewsroom({
      stages: (keys) => (fails ? Promise.reject(new Refused(refusal)) : desk.api.stages(keys)),
    })
    for (const id of ['1', '2']) failing.askStage({ collection: 'articles', id })
    await settled()
    expect(failing.stage(PIECE)).toBeUndefined()
    expect(failing.stageProblem(PIECE)).toEqual(refusal)
    expect(codeOf(failing.stagesProblem() ?? UNREACHABLE)).toBe('busy')

    fails = false
    failing.askStagesAgain()
    await settled()
    expect(asked.stages).toEqual([['articles:1', 'articles:2']])
    expect(failing.stage(PIECE)).toEqual({ stage: 'draft', live: false })
    expect(failing.stageProblem(PIECE)).toBeNull()
    expect(failing.stagesProblem()).toBeNull()
  })
})

describe('names', () => {
  it('of machines are known without asking', async () => {
    const { desk, asked } = aNewsroom()
    desk.askNames(['clock', 'system:import'])
    await settled()
    expect(asked.names).toEqual([])
    const { say } = wordsFor('en')
    const names = ['clock', 'system:import'].map((id) => nameOfActor(id, desk.name(id), say))
    expect(names).toEqual(['the clock', 'the import'])
  })

  it('of people who are not there any more are said, not left blank', async () => {
    const { desk } = aNewsroom({ names: () => Promise.resolve({}) })
    desk.askNames(['u9'])
    await settled()
    expect(desk.name('u9')).toBeNull()
    expect(nameOfActor('u9', null, wordsFor('en').say)).toBe('somebody who is not here any more')
  })

  it('are asked for again after a failure', async () => {
    let fails = true
    const { desk } = aNewsroom({
      names: (ids) =>
        fails ? Promise.reject(new Error('no')) : Promise.resolve(Object.fromEntries(ids.map((id) => [id, 'Ada']))),
    })
    desk.askNames(['u1'])
    await settled()
    fails = false
    desk.askNames(['u1'])
    await settled()
    expect(desk.name('u1')).toBe('Ada')
  })
})
