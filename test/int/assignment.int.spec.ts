import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

const NOW = new Date('2030-05-06T10:00:00.000Z')
const clock = new Date(NOW)
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let idOf: TestNewsroom['userIds']

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock })
  the = pieces(newsroom)
  idOf = newsroom.userIds
})
afterAll(async () => newsroom.close())

const assign = (id: string, body: unknown, as?: Staff, collection = 'articles') =>
  newsroom.ask('PATCH', `/api/${collection}/${id}/assignment`, { body, ...(as ? { as } : {}) })
const told = async (id: string, body: unknown, as?: Staff) => {
  const answer = await assign(id, body, as)
  return answer.status === 200 ? 'ok' : `${String(answer.status)} ${codesOf(answer).join()}`
}
const queue = async (query: string, as: Staff = 'editor'): Promise<string[]> => {
  const { body } = await newsroom.ask('GET', `/api/review-queue?limit=100&${query}`, { as })
  return body.docs.map((each: { id: string }) => each.id)
}

describe('who works on a piece', () => {
  it('stands in the dossier and changes nothing that was signed, and not the history', async () => {
    const id = await the.approved('articles', await the.anArticle())
    const before = await the.dossier('articles', id)
    const events = await the.events('articles', id)
    const dueAt = '2030-05-07T08:00:00+02:00'
    const answer = await assign(id, { assignees: [idOf.editor2, idOf.reviewer], dueAt, priority: 'high' }, 'publisher')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const given = {
      assignees: [idOf.editor2, idOf.reviewer],
      dueAt: '2030-05-07T06:00:00.000Z',
      priority: 'high',
    }
    const { reviews: _reviews, ...dossier } = before
    expect(answer.body).toEqual({ ...dossier, ...given })
    expect(await the.dossier('articles', id)).toEqual({ ...before, ...given })
    expect(await the.events('articles', id)).toEqual(events)
    expect(await the.transitions('articles', id, 'publisher')).toMatchObject({
      stage: 'approved',
      digest: before.digest,
    })
    expect((await assign(id, { dueAt: null }, 'editor')).body).toMatchObject({ ...given, dueAt: null })
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('stays with a save and a move, and ends with the publication', async () => {
    const id = await the.anArticle()
    await assign(id, { assignees: [idOf.editor2], priority: 'urgent' }, 'editor')
    await the.save('articles', id, { standfirst: 'Another one' })
    await the.moved('articles', id, 'submit', 'editor')
    const kept = { assignees: [idOf.editor2], dueAt: null, priority: 'urgent' }
    expect(await the.dossier('articles', id)).toMatchObject(kept)
    await the.moved('articles', id, 'sign_off', 'reviewer')
    await the.moved('articles', id, 'publish', 'publisher')
    expect(await the.dossier('articles', id)).toMatchObject({ assignees: [], dueAt: null, priority: 'normal' })
  })

  it('never reaches readers, nor changes what they have', async () => {
    const id = await the.published('articles', await the.anArticle())
    const address = `/api/articles/${id}`
    const before = await newsroom.ask('GET', address)
    const proof = await newsroom.ask('GET', `${address}/imprimatur`)
    await assign(id, { assignees: [idOf.editor2], dueAt: '2030-05-08T06:00:00Z' }, 'editor')
    newsroom.forgetAnswers()
    const after = await newsroom.ask('GET', address)
    expect(after.body).toEqual(before.body)
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
    expect((await newsroom.ask('GET', `${address}/imprimatur`)).body).toEqual(proof.body)
    expect(JSON.stringify(after.body)).not.toContain(idOf.editor2)
  })

  const FORMS: readonly (readonly [string, unknown, string])[] = [
    ['nothing', {}, 'assignees'],
    ['a list', [], 'undefined'],
    ['another name', { assignee: 'x' }, 'assignee'],
    ['one id', { assignees: 'x' }, 'assignees'],
    ['ids that are none', { assignees: [{}] }, 'assignees'],
    ['too many', { assignees: Array.from({ length: 21 }, (_, at) => String(at)) }, 'assignees'],
    ['a day', { dueAt: '2030-05-07' }, 'dueAt'],
    ['a time without a zone', { dueAt: '2030-05-07T08:00:00' }, 'dueAt'],
    ['a day that there is not', { dueAt: '2030-02-30T08:00:00Z' }, 'dueAt'],
    ['no day', { dueAt: '' }, 'dueAt'],
    ['a priority of its own', { priority: 'highest' }, 'priority'],
    ['no priority', { priority: null }, 'priority'],
    ['a claim in words', { claim: 'true' }, 'claim'],
    ['a claim with people', { claim: true, assignees: [] }, 'claim'],
  ]
  it.each(FORMS)('refuses %s', async (_, body, field) => {
    const id = await the.anArticle()
    const answer = await assign(id, body, 'editor')
    expect([answer.status, codesOf(answer), String(answer.body.errors[0].field)]).toEqual([
      400,
      ['invalid_value'],
      field,
    ])
    expect(await the.dossier('articles', id)).toMatchObject({ assignees: [], dueAt: null, priority: 'normal' })
  })

  it('takes nobody who is not there, does not work here any more or may not see the piece', async () => {
    const id = await the.anArticle()
    const gone = await newsroom.payload.create({
      collection: 'users',
      data: {
        email: 'gone@imprimatur.example',
        password: 'a password for tests only',
        name: 'Gone',
        roles: ['editor'],
        active: false,
      },
      overrideAccess: true,
    })
    for (const unfit of ['nobody', String(gone.id), idOf.contributor]) {
      const answer = await assign(id, { assignees: [idOf.editor, unfit] }, 'editor')
      expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([
        422,
        ['not_assignable'],
        'assignees.1',
      ])
    }
    const own = await the.anArticle({}, 'contributor')
    expect(await told(own, { assignees: [idOf.contributor] }, 'editor')).toBe('ok')
  })

  it('is said by the desk: not by strangers, nor by whoever may not see it, nor by roles that do not work on it', async () => {
    const id = await the.anArticle()
    const own = await the.anArticle({}, 'contributor')
    const order = { priority: 'high' }
    expect(await told(id, order)).toBe('401 not_authenticated')
    expect(await told(id, order, 'contributor')).toBe('404 not_found')
    expect(await told('nothing-here', order, 'editor')).toBe('404 not_found')
    expect(await told(own, order, 'contributor')).toBe('403 forbidden')
    expect(await told(id, order, 'admin')).toBe('403 forbidden')
    expect(await told(id, { claim: true }, 'admin')).toBe('403 forbidden')
    for (const as of ['editor', 'reviewer', 'publisher'] as const) expect(await told(id, order, as)).toBe('ok')
    const conditional = await newsroom.ask('PATCH', `/api/articles/${id}/assignment`, {
      as: 'editor',
      body: order,
      headers: { 'if-match': '"sha256:0"' },
    })
    expect(codesOf(conditional)).toEqual(['condition_unsupported'])
  })
})

describe('a claim', () => {
  it('puts the asker on the piece that nobody holds, and again', async () => {
    const id = await the.anArticle({}, 'contributor')
    expect((await assign(id, { claim: true }, 'contributor')).body.assignees).toEqual([idOf.contributor])
    expect((await assign(id, { claim: true }, 'contributor')).body.assignees).toEqual([idOf.contributor])
  })

  it('is refused while somebody else holds it, by name, until they give it back', async () => {
    const id = await the.anArticle()
    await assign(id, { claim: true }, 'reviewer')
    const refusal = await assign(id, { claim: true }, 'reviewer2')
    expect([refusal.status, codesOf(refusal), refusal.body.errors[0].message]).toEqual([
      409,
      ['already_assigned'],
      'reviewer holds this piece already.',
    ])
    expect((await assign(id, { claim: false }, 'reviewer2')).body.assignees).toEqual([idOf.reviewer])
    expect((await assign(id, { claim: false }, 'reviewer')).body.assignees).toEqual([])
    expect((await assign(id, { claim: true }, 'reviewer2')).body.assignees).toEqual([idOf.reviewer2])
  })

  it('does not wait for somebody who does not work here any more', async () => {
    const id = await the.anArticle()
    const leaver = await newsroom.payload.create({
      collection: 'users',
      data: {
        email: 'leaver@imprimatur.example',
        password: 'a password for tests only',
        name: 'Leaver',
        roles: ['editor'],
        active: true,
      },
      overrideAccess: true,
    })
    expect(await told(id, { assignees: [String(leaver.id)] }, 'editor')).toBe('ok')
    await newsroom.payload.update({ collection: 'users', id: leaver.id, data: { active: false }, overrideAccess: true })
    expect((await assign(id, { claim: true }, 'reviewer')).body.assignees).toEqual([idOf.reviewer])
  })

  it('is won by one of two at once', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await the.anArticle()
      const outcome = await Promise.all([
        told(id, { claim: true }, 'reviewer'),
        told(id, { claim: true }, 'reviewer2'),
        told(id, { claim: true }, 'editor2'),
      ])
      expect(outcome.toSorted()).toEqual(['409 already_assigned', '409 already_assigned', 'ok'])
      const winner = (['reviewer', 'reviewer2', 'editor2'] as const)[outcome.indexOf('ok')]
      expect((await the.dossier('articles', id)).assignees).toEqual([winner && idOf[winner]])
    }
  })
})

describe('the queue', () => {
  it('has the pieces of one person at every stage, and those of nobody', async () => {
    const [mine, theirs, free] = [await the.anArticle(), await the.anArticle(), await the.anArticle()]
    await assign(mine, { assignees: [idOf.publisher, idOf.editor2] }, 'editor')
    await assign(theirs, { assignees: [idOf.reviewer2] }, 'editor')
    expect(await queue('assignee=me', 'publisher')).toEqual([mine])
    expect(await queue(`assignee=${idOf.publisher}`)).toEqual([mine])
    expect(await queue(`assignee=${idOf.publisher}&stage=in_review`)).toEqual([])
    const free_ = await queue('assignee=nobody&stage=draft')
    expect(free_).toContain(free)
    expect(free_).not.toContain(theirs)
    const page = await newsroom.ask('GET', '/api/review-queue?assignee=me', { as: 'publisher' })
    expect(page.body.totalDocs).toBe(1)
    const asked = await newsroom.graphql(
      '{ reviewQueue(assignee: "me") { docs { id assignees dueAt priority words attributes { name value } } } }',
      undefined,
      'publisher',
    )
    expect(asked.body.data.reviewQueue.docs).toEqual([
      {
        id: mine,
        assignees: [idOf.publisher, idOf.editor2],
        dueAt: null,
        priority: 'normal',
        words: 5,
        attributes: [],
      },
    ])
  })

  it('has what is past its time, and not what is due at that very moment', async () => {
    const [past, now, later] = [await the.anArticle(), await the.anArticle(), await the.anArticle()]
    await assign(past, { dueAt: '2030-05-06T09:59:59.999Z' }, 'editor')
    await assign(now, { dueAt: NOW.toISOString() }, 'editor')
    await assign(later, { dueAt: '2030-05-06T10:00:00.001Z' }, 'editor')
    expect(await queue('overdue=true')).toEqual([past])
    const { body } = await newsroom.ask('GET', '/api/review-queue?stage=draft&limit=100', { as: 'editor' })
    const late = body.docs.filter((each: { overdue: boolean }) => each.overdue).map((each: { id: string }) => each.id)
    expect(late).toEqual([past])
  })

  it('is narrowed to a section, a genre, an age and words of a title', async () => {
    const section = await newsroom.ask('POST', '/api/sections', {
      as: 'editor',
      body: { name: 'Harbour', slug: 'harbour' },
    })
    const filed = await the.anArticle({ headline: 'Élysée and quay', section: section.body.doc.id, genre: 'analysis' })
    const other = await the.anArticle({ headline: 'Nothing of it', genre: 'opinion' })
    expect(await queue(`stage=draft&section=${String(section.body.doc.id)}`)).toEqual([filed])
    expect(await queue('stage=draft&genre=opinion')).toEqual([other])
    expect(await queue('stage=draft&genre=opinion&section=none')).toEqual([])
    expect(await queue('stage=draft&search=elysee')).toEqual([filed])
    await the.save('articles', filed, { section: null })
    expect(await queue(`stage=draft&section=${String(section.body.doc.id)}`)).toEqual([])
    clock.setTime(NOW.getTime() + 3_600_000)
    const young = await the.anArticle({ headline: 'Young quay' })
    expect(await queue('stage=draft&search=quay&age=3600')).toEqual([filed])
    expect(await queue('stage=draft&search=quay')).toEqual([filed, young])
  })

  it.each(['assignees=me', 'sectoin=1', 'overdue=yes', 'age=-1', 'age=1h', 'section=1&section=2'])(
    'refuses %s',
    async (query) => {
      expect((await newsroom.ask('GET', `/api/review-queue?${query}`, { as: 'editor' })).status).toBe(400)
    },
  )

  it('shows a contributor nothing of others by whatever filter', async () => {
    expect(await queue('assignee=nobody', 'contributor')).not.toContain(await the.anArticle())
    expect(await queue(`assignee=${idOf.publisher}`, 'contributor')).toEqual([])
    expect(await queue('overdue=true', 'contributor')).toEqual([])
  })
})
