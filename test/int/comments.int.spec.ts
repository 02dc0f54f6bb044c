import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

const FIRST = 'Ships came into the harbour at dawn, and nobody had expected them before noon.'
const SECOND = 'The ministers will meet again in March, if the winter allows it.'
const PATH = 'body.root.children.0'

describe('comments on a piece', () => {
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>

  beforeAll(async () => {
    newsroom = await openNewsroom()
    the = pieces(newsroom)
  })
  afterAll(async () => newsroom.close())

  const list = (id: string, as: Staff | null = 'reviewer', collection = 'articles') =>
    newsroom.ask('GET', `/api/${collection}/${id}/comments`, as ? { as } : {})
  const say = (id: string, body: object, as: Staff | null = 'reviewer') =>
    newsroom.ask('POST', `/api/articles/${id}/comments`, { ...(as ? { as } : {}), body })
  const said = async (id: string, body: object, as: Staff = 'reviewer') => {
    const answer = await say(id, body, as)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc
  }
  const change = (comment: string, body: object, as: Staff = 'reviewer') =>
    newsroom.ask('PATCH', `/api/comments/${comment}`, { as, body })
  const remove = (comment: string, as: Staff = 'reviewer') => newsroom.ask('DELETE', `/api/comments/${comment}`, { as })
  const digestOf = async (id: string): Promise<string> => (await the.transitions('articles', id, 'reviewer')).digest
  const aDraft = (more: object = {}) => the.anArticle({ body: aText(FIRST, SECOND), ...more })
  const anchorOn = async (id: string, exact: string, more: object = {}) => ({
    digest: await digestOf(id),
    path: PATH,
    exact,
    prefix: '',
    suffix: '',
    ...more,
  })

  describe('are about words, and found again', () => {
    it('where they stand in the newest text', async () => {
      const id = await aDraft()
      const anchor = await anchorOn(id, 'harbour')
      const doc = await said(id, { text: 'Which one?', anchor })
      expect(doc).toMatchObject({
        by: newsroom.userIds.reviewer,
        text: 'Which one?',
        parent: null,
        mentions: [],
        anchor,
        state: 'anchored',
        place: { path: PATH, start: 20, end: 27 },
        resolved: null,
        removed: null,
        editedAt: null,
        guest: null,
      })
      // Another paragraph before it, and other words in its own: "Three old " is ten units longer than nothing.
      await the.save('articles', id, { body: aText('A new beginning.', `Three old ${FIRST}`, SECOND) })
      const { body } = await list(id)
      expect(body).toMatchObject({ totalDocs: 1, open: 1 })
      expect(body.docs[0]).toMatchObject({
        anchor,
        state: 'anchored',
        place: { path: 'body.root.children.1', start: 30, end: 37 },
      })
    })

    it('or said to be gone, and back when they are back', async () => {
      const id = await aDraft()
      await said(id, { text: 'Who says so?', anchor: await anchorOn(id, 'nobody had expected them before noon') })
      await the.save('articles', id, { body: aText('Nothing of it is left.', SECOND) })
      expect((await list(id)).body.docs[0]).toMatchObject({ state: 'orphaned', place: null, text: 'Who says so?' })
      await the.save('articles', id, { body: aText(SECOND, FIRST) })
      expect((await list(id)).body.docs[0]).toMatchObject({
        state: 'anchored',
        place: { path: 'body.root.children.1', start: 41, end: 77 },
      })
    })

    it('of several that read the same, those between prefix and suffix', async () => {
      const id = await the.anArticle({ body: aText('One ship left. Another ship stayed. A third ship sank.') })
      const anchor = await anchorOn(id, 'ship', { prefix: 'Another ', suffix: ' stayed' })
      expect((await said(id, { text: 'Its name?', anchor })).place).toEqual({ path: PATH, start: 23, end: 27 })
    })

    it('of an older text, and of what readers have', async () => {
      const id = await the.published('articles', await aDraft())
      const live = await digestOf(id)
      await the.save('articles', id, { body: aText(SECOND, FIRST) })
      const doc = await said(id, { text: 'As it was.', anchor: { digest: live, path: PATH, exact: 'Ships came' } })
      expect(doc.place).toEqual({ path: 'body.root.children.1', start: 0, end: 10 })
    })

    it('a field as a whole, and the piece', async () => {
      const id = await aDraft()
      const digest = await digestOf(id)
      const field = await said(id, { text: 'Choose one.', anchor: { digest, path: 'genre' } })
      expect(field).toMatchObject({ state: 'anchored', place: { path: 'genre', start: 0, end: 0 } })
      const piece = await said(id, { text: 'Good.' })
      expect(piece).toMatchObject({ anchor: null, state: 'anchored', place: null })
    })

    it('and never words that are not there', async () => {
      const id = await aDraft()
      const digest = await digestOf(id)
      const odd = [
        { digest, path: PATH, exact: 'harbor' },
        { digest, path: 'body.root.children.1', exact: 'harbour' },
        { digest, path: 'body.root.children.7', exact: 'harbour' },
        { digest, path: PATH, exact: 'harbour', prefix: 'another ' },
        { digest: `sha256:${'0'.repeat(64)}`, path: PATH, exact: 'harbour' },
        { digest, path: 'no such field' },
        { digest, path: PATH, exact: '' },
      ]
      for (const anchor of odd) {
        const answer = await say(id, { text: 'x', anchor })
        expect([answer.status, ...codesOf(answer)], JSON.stringify(anchor)).toEqual([422, 'anchor_not_found'])
      }
      expect((await list(id)).body.totalDocs).toBe(0)
    })
  })

  describe('are answered, changed, resolved and deleted', () => {
    it('in threads of one level', async () => {
      const id = await aDraft()
      const other = await aDraft()
      const thread = await said(id, { text: 'Who?' })
      const reply = await said(id, { text: 'The port.', parent: thread.id }, 'editor')
      expect(reply.parent).toBe(thread.id)
      for (const [piece, parent] of [
        [id, reply.id],
        [other, thread.id],
        [id, 'nobody'],
      ]) {
        const answer = await say(String(piece), { text: 'x', parent })
        expect([answer.status, ...codesOf(answer)]).toEqual([400, 'invalid_value'])
      }
      expect((await list(id)).body.docs.map((each: { id: string }) => each.id)).toEqual([thread.id, reply.id])
    })

    it('by their writers alone, who are seen to have changed them', async () => {
      const id = await aDraft()
      const { id: comment } = await said(id, { text: 'Whoo?' })
      expect(codesOf(await change(comment, { text: 'Mine now.' }, 'reviewer2'))).toEqual(['forbidden'])
      expect(codesOf(await remove(comment, 'admin'))).toEqual(['forbidden'])
      const answer = await change(comment, { text: 'Who?' })
      expect(answer.body.doc).toMatchObject({ text: 'Who?', editedAt: expect.any(String) as unknown })
      const same = await change(comment, { text: 'Who?' })
      expect(same.body.doc.editedAt).toBe(answer.body.doc.editedAt)
    })

    it('by whoever may review, and by nobody else', async () => {
      const id = await aDraft()
      const thread = await said(id, { text: 'Who?' }, 'editor')
      const reply = await said(id, { text: 'Me.', parent: thread.id }, 'editor2')
      for (const who of ['editor', 'publisher', 'admin'] as const)
        expect(codesOf(await change(thread.id, { resolved: true }, who)), who).toEqual(['forbidden'])
      // The words are the editor's, and the right is not.
      expect(codesOf(await change(thread.id, { text: 'Changed.', resolved: true }, 'editor'))).toEqual(['forbidden'])
      expect(codesOf(await change(reply.id, { resolved: true }))).toEqual(['invalid_value'])
      expect((await change(thread.id, { resolved: true }, 'reviewer2')).body.doc).toMatchObject({
        text: 'Who?',
        resolved: { by: newsroom.userIds.reviewer2, at: expect.any(String) as unknown },
      })
      expect((await list(id)).body.open).toBe(0)
      expect((await change(thread.id, { resolved: false })).body.doc.resolved).toBeNull()
    })

    it('and what was deleted leaves a trace, without its words', async () => {
      const id = await aDraft()
      const thread = await said(id, { text: 'A slip of the pen.', mentions: [newsroom.userIds.editor] })
      await said(id, { text: 'What was it?', parent: thread.id }, 'editor')
      expect((await remove(thread.id)).status).toBe(200)
      const { body } = await list(id)
      expect(body.docs[0]).toMatchObject({
        text: null,
        mentions: [],
        removed: { by: newsroom.userIds.reviewer, at: expect.any(String) as unknown },
        may: [],
      })
      // The answer stands, so the thread is not done with.
      expect(body).toMatchObject({ totalDocs: 2, open: 1 })
      expect(JSON.stringify(body)).not.toContain('slip of the pen')
      expect(codesOf(await change(thread.id, { text: 'Again.' }))).toEqual(['not_found'])
      const alone = await said(id, { text: 'Alone.' })
      await remove(alone.id)
      expect((await list(id)).body.open).toBe(1)
    })
  })

  describe('are for those who may see the text', () => {
    it('and for nobody without a login, whether the piece is public or not there', async () => {
      const id = await the.published('articles', await aDraft())
      const { id: comment } = await said(id, { text: 'For the desk.' })
      for (const piece of [id, 'nothing']) {
        expect(codesOf(await list(piece, null))).toEqual(['not_authenticated'])
        expect(codesOf(await say(piece, { text: 'x' }, null))).toEqual(['not_authenticated'])
      }
      for (const method of ['PATCH', 'DELETE'])
        expect(
          codesOf(await newsroom.ask(method, `/api/comments/${String(comment)}`, { body: { text: 'x' } })),
        ).toEqual(['not_authenticated'])
    })

    it('a contributor knows nothing of those on a draft of somebody else', async () => {
      const id = await aDraft()
      const { id: comment } = await said(id, { text: 'Hush.' })
      const nothing = ['not_found']
      expect(codesOf(await list(id, 'contributor'))).toEqual(nothing)
      expect(codesOf(await say(id, { text: 'x' }, 'contributor'))).toEqual(nothing)
      expect(codesOf(await change(comment, { text: 'x' }, 'contributor'))).toEqual(nothing)
      expect(codesOf(await remove(comment, 'contributor'))).toEqual(nothing)
      const own = await the.anArticle({}, 'contributor')
      await said(own, { text: 'For you.' })
      expect((await list(own, 'contributor')).body.totalDocs).toBe(1)
    })

    it('nor of those on a live piece of somebody else, of which they have what readers have', async () => {
      const id = await the.published('articles', await aDraft())
      const { id: comment } = await said(id, { text: 'Hush.' })
      expect(codesOf(await list(id, 'contributor'))).toEqual(['forbidden'])
      expect(codesOf(await change(comment, { text: 'x' }, 'contributor'))).toEqual(['not_found'])
    })

    it('who is mentioned has to be one of them; others are refused, not dropped', async () => {
      const id = await aDraft()
      const { contributor, editor } = newsroom.userIds
      for (const mentions of [[contributor], [editor, contributor], ['nobody']]) {
        const answer = await say(id, { text: 'Look.', mentions })
        expect([answer.status, ...codesOf(answer)]).toEqual([422, 'not_mentionable'])
      }
      expect((await said(id, { text: 'Look.', mentions: [editor, editor] })).mentions).toEqual([editor])
      const own = await the.anArticle({}, 'contributor')
      expect((await said(own, { text: 'Look.', mentions: [contributor] })).mentions).toEqual([contributor])
    })

    it('through their endpoints alone', async () => {
      const id = await aDraft()
      const { id: comment } = await said(id, { text: 'Hush.' })
      for (const address of ['/api/comments', `/api/comments/${String(comment)}`, '/api/comments/count'])
        expect((await newsroom.ask('GET', address, { as: 'admin' })).status, address).toBe(403)
      expect((await newsroom.ask('POST', '/api/comments', { as: 'admin', body: { text: 'x' } })).status).toBe(403)
      const bulk = await newsroom.ask('PATCH', '/api/comments?where[author][exists]=true', {
        as: 'admin',
        body: { text: 'x' },
      })
      expect(bulk.status).toBe(403)
      expect((await list(id)).body.docs[0].text).toBe('Hush.')
    })
  })

  describe('have bounds, and a form', () => {
    it('of size, each with the field that is too large', async () => {
      const id = await aDraft()
      const digest = await digestOf(id)
      const large = [
        [{ text: 'x'.repeat(5_001) }, 'text'],
        [{ text: 'x', anchor: { digest, path: PATH, exact: 'x'.repeat(1_001) } }, 'anchor.exact'],
        [{ text: 'x', anchor: { digest, path: PATH, exact: 'x', prefix: 'x'.repeat(201) } }, 'anchor.prefix'],
        [{ text: 'x', mentions: Array.from({ length: 21 }, () => 'a') }, 'mentions'],
      ] as const
      for (const [body, field] of large) {
        const answer = await say(id, body)
        expect([answer.status, answer.body.errors[0].code, answer.body.errors[0].field]).toEqual([
          413,
          'too_large',
          field,
        ])
      }
      expect((await say(id, { text: 'x'.repeat(5_000) })).status).toBe(201)
    })

    it('of kind: words, ids, nothing that is not known', async () => {
      const id = await aDraft()
      const odd = [
        {},
        { text: ' \n ' },
        { text: 7 },
        { text: 'half \ud83d' },
        { text: 'x', anchor: 'harbour' },
        { text: 'x', anchor: { path: PATH, exact: 'harbour' } },
        { text: 'x', anchor: { digest: await digestOf(id), path: PATH, exact: 'harbour', at: 3 } },
        { text: 'x', mentions: 'everybody' },
        { text: 'x', resolved: true },
        [],
      ]
      for (const body of odd) expect(codesOf(await say(id, body)), JSON.stringify(body)).toEqual(['invalid_value'])
      const { id: comment } = await said(id, { text: 'x' })
      for (const body of [{}, { text: '' }, { resolved: 'yes' }, { anchor: null }])
        expect(codesOf(await change(comment, body)), JSON.stringify(body)).toEqual(['invalid_value'])
      const asked = await newsroom.ask('GET', `/api/articles/${id}/comments?depth=1`, { as: 'reviewer' })
      expect([asked.status, ...codesOf(asked)]).toEqual([400, 'unknown_parameter'])
    })

    it('of number', async () => {
      const id = await aDraft()
      const { db } = newsroom.payload
      const row = { piece: `articles:${id}`, author: 'x', at: new Date(0).toISOString(), text: 'x', mentions: [] }
      for (let made = 0; made < 500; made += 1) await db.create({ collection: 'comments', data: { ...row } })
      const answer = await say(id, { text: 'One more.' })
      expect([answer.status, ...codesOf(answer)]).toEqual([409, 'comments_full'])
    })
  })

  it('change no digest, void nothing, are no event and reach nobody outside, whatever is said and done', async () => {
    const id = await the.published('articles', await aDraft())
    await the.save('articles', id, { body: aText(SECOND, FIRST) })
    await the.approved('articles', id)
    const seen = async () => {
      newsroom.forgetAnswers()
      const staff = ['dossier', 'events', 'transitions', 'diff'].map((what) =>
        newsroom.ask('GET', `/api/articles/${id}/${what}`, { as: 'editor2' }),
      )
      const readers = [`/api/articles/${id}`, `/api/articles/${id}/imprimatur`, '/api/articles?limit=100'].map(
        (address) => newsroom.ask('GET', address),
      )
      return (await Promise.all([...staff, ...readers])).map(({ body }) => body as unknown)
    }
    const before = await seen()
    const digest = await digestOf(id)
    const act = fc.record({
      kind: fc.constantFrom('say', 'answer', 'change', 'resolve', 'remove'),
      who: fc.constantFrom<Staff>('editor', 'reviewer', 'reviewer2', 'publisher'),
      about: fc.constantFrom(
        {},
        { anchor: { digest, path: 'genre' } },
        { anchor: { digest, path: PATH, exact: 'winter' } },
      ),
      text: fc.string({ minLength: 1, maxLength: 40 }),
      which: fc.nat(20),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        for (const { about, kind, text, which, who } of acts) {
          const { docs } = (await list(id)).body
          const one = docs[which % Math.max(1, docs.length)] as { id: string } | undefined
          if (kind === 'say' || !one) await say(id, { text: `x${text}`, ...about }, who)
          else if (kind === 'answer') await say(id, { text: `x${text}`, parent: one.id }, who)
          else if (kind === 'remove') await remove(one.id, who)
          else await change(one.id, kind === 'change' ? { text: `x${text}` } : { resolved: which % 2 === 0 }, who)
        }
        expect(await seen()).toEqual(before)
      }),
      { numRuns: 4 },
    )
    expect((await list(id)).body.totalDocs).toBeGreaterThan(3)
  })

  it('go with a piece that is deleted', async () => {
    const id = await aDraft()
    await said(id, { text: 'Soon gone.' })
    expect((await newsroom.ask('DELETE', `/api/articles/${id}`, { as: 'editor' })).status).toBe(200)
    const { totalDocs } = await newsroom.payload.db.count({
      collection: 'comments',
      where: { piece: { equals: `articles:${id}` } },
    })
    expect(totalDocs).toBe(0)
  })

  describe('stand in the way, where the policy says so', () => {
    const policy = (workflow: object) =>
      newsroom.payload.updateGlobal({ slug: 'newsroom', data: { workflow }, overrideAccess: true })
    const move = async (id: string, name: string, as: Staff) =>
      (await the.transitions('articles', id, as)).transitions.find((each: { name: string }) => each.name === name)

    it('by default of nothing', async () => {
      const id = await aDraft()
      await said(id, { text: 'Still open.' })
      await the.published('articles', id)
    })

    it('of the sign-off, until somebody has resolved them', async () => {
      await policy({ commentsBlockSignOff: true, commentsBlockPublish: false })
      const id = await aDraft()
      const { id: comment } = await said(id, { text: 'Still open.' })
      await the.moved('articles', id, 'submit', 'editor')
      expect(await move(id, 'sign_off', 'reviewer')).toMatchObject({
        allowed: false,
        blockers: [{ code: 'comments_unresolved' }],
      })
      const answer = await the.move('articles', id, 'sign_off', 'reviewer')
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'comments_unresolved'])
      await change(comment, { resolved: true })
      await the.moved('articles', id, 'sign_off', 'reviewer')
      // One more is no matter of the sign-off, and the publication does not ask.
      await said(id, { text: 'Late.' })
      await the.moved('articles', id, 'publish', 'publisher')
    })

    it('of publication and of setting a time for it', async () => {
      await policy({ commentsBlockSignOff: false, commentsBlockPublish: true })
      const id = await aDraft()
      const { id: comment } = await said(id, { text: 'Still open.' })
      await the.approved('articles', id)
      expect(codesOf(await the.move('articles', id, 'publish', 'publisher'))).toEqual(['comments_unresolved'])
      const at = { at: '2099-01-01T00:00:00Z' }
      expect(codesOf(await the.move('articles', id, 'schedule', 'publisher', at))).toEqual(['comments_unresolved'])
      await change(comment, { resolved: true })
      await the.moved('articles', id, 'publish', 'publisher')
      await policy({ commentsBlockPublish: false })
    })
  })
})
