import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// CONTRACT §7: who is editing a piece until when. A lease warns; `baseDigest` is what protects.

const gate = aBarrierGate()
const clock = new Date()
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let id: string

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock, barrier: gate.barrier })
  the = pieces(newsroom)
})
afterAll(async () => {
  expect((await audit(newsroom.payload)).offences).toEqual([])
  await newsroom.close()
})

beforeEach(async () => {
  clock.setTime(Date.parse('2030-05-06T10:42:00.000Z'))
  id = await the.anArticle()
})

const lease = (method: string, as: Staff, query = '', piece = id) =>
  newsroom.ask(method, `/api/articles/${piece}/lease${query}`, { as })
const seenBy = async (as: Staff, piece = id) => (await lease('GET', as, '', piece)).body
const after = (ms: number) => clock.setTime(clock.getTime() + ms)
const colleague = (who: Staff, name: string) => ({ id: newsroom.userIds[who], name })
const nameOf = async (who: Staff): Promise<string> =>
  (await newsroom.ask('GET', `/api/users/${newsroom.userIds[who]}?depth=0`, { as: 'admin' })).body.name

const NOBODY = { lease: null, lost: null }
const MINUTE = 60_000

describe('a lease', () => {
  it('is told to everybody who may see the piece, by name, since when and until when', async () => {
    const editor = colleague('editor', await nameOf('editor'))
    const times = { since: '2030-05-06T10:42:00.000Z', until: '2030-05-06T10:44:00.000Z' }
    expect(await seenBy('editor')).toEqual(NOBODY)
    const taken = await lease('PUT', 'editor')
    expect([taken.status, taken.body]).toEqual([200, { lease: { holder: editor, yours: true, ...times }, lost: null }])
    expect(await seenBy('reviewer')).toEqual({ lease: { holder: editor, yours: false, ...times }, lost: null })
  })

  // Guard: `held && !takeOver` in holdPiece.
  it('is not had by a second person who only asks for it', async () => {
    await lease('PUT', 'editor')
    const refused = await lease('PUT', 'editor2')
    expect([refused.status, codesOf(refused)]).toEqual([423, ['locked']])
    expect(refused.body.errors[0].lease.holder.id).toBe(newsroom.userIds.editor)
    expect((await lease('PUT', 'editor2', '?takeOver=false')).status).toBe(423)
    expect((await seenBy('editor')).lease.yours).toBe(true)
  })

  it('is taken over by whoever says so; the former holder is told by whom and when, until they have it again', async () => {
    await lease('PUT', 'editor')
    after(MINUTE)
    expect((await lease('PUT', 'editor2', '?takeOver=true')).body).toMatchObject({ lease: { yours: true }, lost: null })
    const lost = { to: colleague('editor2', await nameOf('editor2')), at: '2030-05-06T10:43:00.000Z' }
    expect(await seenBy('editor')).toMatchObject({ lease: { yours: false, holder: lost.to }, lost })
    const refused = await lease('PUT', 'editor')
    expect([refused.status, refused.body.errors[0].lost]).toEqual([423, lost])
    expect((await seenBy('reviewer')).lost).toBeNull()

    await lease('DELETE', 'editor2')
    expect(await seenBy('editor')).toEqual({ lease: null, lost })
    expect((await lease('PUT', 'editor')).body).toMatchObject({ lease: { yours: true }, lost: null })
    await lease('DELETE', 'editor')
    expect(await seenBy('editor')).toEqual(NOBODY)
  })

  it('keeps a record of who took over from whom, and when', async () => {
    await lease('PUT', 'editor')
    await lease('PUT', 'editor2', '?takeOver=true')
    after(MINUTE)
    await lease('PUT', 'editor', '?takeOver=true')
    const { docs } = await newsroom.payload.find({
      collection: 'leases',
      where: { and: [{ piece: { equals: `articles:${id}` } }, { takenFrom: { exists: true } }] },
      sort: 'turn',
      overrideAccess: true,
    })
    const { editor, editor2 } = newsroom.userIds
    expect(docs.map(({ holder, since, takenFrom }) => [takenFrom, holder, since])).toEqual([
      [editor, editor2, '2030-05-06T10:42:00.000Z'],
      [editor2, editor, '2030-05-06T10:43:00.000Z'],
    ])
  })

  it('ends two minutes after its last renewal', async () => {
    await lease('PUT', 'editor')
    after(2 * MINUTE - 1)
    await lease('PUT', 'editor')
    after(2 * MINUTE - 1)
    expect((await seenBy('reviewer')).lease).toMatchObject({ since: '2030-05-06T10:42:00.000Z' })
    after(1)
    expect(await seenBy('reviewer')).toEqual(NOBODY)
    expect((await lease('PUT', 'editor2')).body.lease.yours).toBe(true)
    // Nothing was taken from anybody who still had it.
    expect((await seenBy('editor')).lost).toBeNull()
  })

  it('ends when its holder lets go, and not when somebody else does', async () => {
    await lease('PUT', 'editor')
    expect((await lease('DELETE', 'editor2')).status).toBe(200)
    expect((await lease('DELETE', 'reviewer')).body.lease.yours).toBe(false)
    expect((await lease('DELETE', 'editor')).body).toEqual(NOBODY)
    expect((await lease('DELETE', 'editor')).body).toEqual(NOBODY)
    expect((await lease('PUT', 'editor2')).status).toBe(200)
  })

  // Guard: prolongOwnLease in record().
  it('is renewed by an autosave of its holder, which begins none and renews nobody else’s', async () => {
    const save = (as: Staff, standfirst: string) =>
      newsroom.ask('PATCH', `/api/articles/${id}?autosave=true&draft=true`, { as, body: { standfirst } })
    expect((await save('editor', 'Without')).status).toBe(200)
    expect(await seenBy('editor')).toEqual(NOBODY)
    await lease('PUT', 'editor')
    after(MINUTE)
    expect((await save('editor2', 'Of another')).status).toBe(200)
    expect((await seenBy('editor')).lease.until).toBe('2030-05-06T10:44:00.000Z')
    expect((await save('editor', 'Of the holder')).status).toBe(200)
    expect((await seenBy('editor')).lease.until).toBe('2030-05-06T10:45:00.000Z')
  })

  it('holds nobody off: neither a save nor a move', async () => {
    await lease('PUT', 'editor')
    expect((await the.save('articles', id, { standfirst: 'Of the other' }, 'editor2')).status).toBe(200)
    expect((await the.move('articles', id, 'submit', 'editor2')).status).toBe(200)
    expect((await the.move('articles', id, 'sign_off', 'reviewer')).status).toBe(200)
    expect((await seenBy('editor')).lease.yours).toBe(true)
  })

  it('changes neither the text nor its digest, voids nothing and leaves no event', async () => {
    await the.approved('articles', id)
    const known = async () => [
      (await newsroom.ask('GET', `/api/articles/${id}/dossier`, { as: 'editor' })).body,
      (await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })).body,
      (await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as: 'editor' })).body,
    ]
    const before = await known()
    await lease('PUT', 'editor')
    await lease('PUT', 'editor2', '?takeOver=true')
    await lease('DELETE', 'editor2')
    expect(await known()).toEqual(before)
  })

  it('goes with a piece that is deleted', async () => {
    await lease('PUT', 'editor')
    expect((await newsroom.ask('DELETE', `/api/articles/${id}`, { as: 'editor' })).status).toBe(200)
    const left = await newsroom.payload.count({
      collection: 'leases',
      where: { piece: { equals: `articles:${id}` } },
      overrideAccess: true,
    })
    expect(left.totalDocs).toBe(0)
  })
})

describe('of two who take hold at the same moment', () => {
  it.each([[[0, 1]], [[1, 0]]])('one has it, and the other is told (%s)', async (turns) => {
    const answers = await gate.together('begin', turns, [() => lease('PUT', 'editor'), () => lease('PUT', 'editor2')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 423])
    const lost = answers.find(({ status }) => status === 423)
    const had = answers.find(({ status }) => status === 200)
    expect(lost?.body.errors[0].lease.holder).toEqual(had?.body.lease.holder)
  })

  it('each is told of the other, when both take it over from a third', async () => {
    const own = await the.anArticle({}, 'contributor')
    await lease('PUT', 'contributor', '', own)
    const over = (as: Staff) => () => lease('PUT', as, '?takeOver=true', own)
    const answers = await gate.together('begin', [0, 1], [over('editor'), over('editor2')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const views = await Promise.all((['editor', 'editor2'] as const).map((who) => seenBy(who, own)))
    expect(views.filter(({ lease: held }) => held.yours)).toHaveLength(1)
    expect(views.filter(({ lost }) => lost !== null)).toHaveLength(1)
    expect((await seenBy('contributor', own)).lost).not.toBeNull()
  })
})

describe('who asks about a lease', () => {
  const METHODS = ['GET', 'PUT', 'DELETE']

  it.each(METHODS)('with %s has to be logged in and to know of the piece', async (method) => {
    expect((await newsroom.ask(method, `/api/articles/${id}/lease`)).status).toBe(401)
    expect((await lease(method, 'contributor')).status).toBe(404)
    expect((await lease(method, 'editor', '', 'none')).status).toBe(404)
    await the.published('articles', id)
    // A contributor may read what is public, and has no part in who works on the next text.
    expect((await lease(method, 'contributor')).status).toBe(403)
  })

  // Guard: `mayWrite` in holdPiece.
  it('and takes hold of a piece has to have the right to write it', async () => {
    for (const who of ['reviewer', 'publisher', 'admin'] as const) {
      const refused = await lease('PUT', who, '?takeOver=true')
      expect([who, refused.status, codesOf(refused)]).toEqual([who, 403, ['forbidden']])
    }
    expect(await seenBy('reviewer')).toEqual(NOBODY)
  })

  it.each([
    ['GET', '?takeOver=true', 'unknown_parameter'],
    ['DELETE', '?takeOver=true', 'unknown_parameter'],
    ['PUT', '?takeover=true', 'unknown_parameter'],
    ['PUT', '?takeOver=1', 'invalid_value'],
    ['PUT', '?takeOver=true&takeOver=true', 'invalid_value'],
  ])('with %s and %s is refused', async (method, query, code) => {
    const refused = await lease(method, 'editor', query)
    expect([refused.status, codesOf(refused)]).toEqual([400, [code]])
    expect(await seenBy('editor')).toEqual(NOBODY)
  })
})
