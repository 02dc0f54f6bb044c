import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { hire } from '../helpers/hire.ts'
import { onServer, openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

const FIRST = 'Ships came into the harbour at dawn, and nobody had expected them before noon.'
const SECOND = 'The ministers will meet again in March, if the winter allows it.'
const PATH = 'body.root.children.0'

describe('suggested wording', () => {
  const gate = aBarrierGate()
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>

  beforeAll(async () => {
    newsroom = await openNewsroom({ barrier: gate.barrier })
    the = pieces(newsroom)
  })
  afterAll(async () => newsroom.close())

  const digestOf = async (id: string): Promise<string> => (await the.transitions('articles', id, 'reviewer')).digest
  const aDraft = (more: object = {}, as: Staff = 'editor') =>
    the.anArticle({ body: aText(FIRST, SECOND), headline: 'Ships in the harbour', ...more }, as)
  const post = (id: string, body: object, as: Staff | null = 'reviewer') =>
    newsroom.ask('POST', `/api/articles/${id}/comments`, { ...(as ? { as } : {}), body })
  const suggest = async (id: string, exact: string, suggestion: string, more: object = {}, as: Staff = 'reviewer') =>
    post(id, { anchor: { digest: await digestOf(id), path: PATH, exact, ...more }, suggestion }, as)
  const suggested = async (id: string, exact = 'dawn', suggestion = 'daybreak', more: object = {}, as?: Staff) => {
    const answer = await suggest(id, exact, suggestion, more, as)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String(answer.body.doc.id)
  }
  const take = (comment: string, body: object, as: Staff | null = 'editor', headers: Record<string, string> = {}) =>
    newsroom.ask('POST', `/api/comments/${comment}/take`, { ...(as ? { as } : {}), body, headers })
  const leave = (comment: string, as: Staff | null = 'editor', body?: object) =>
    newsroom.ask('POST', `/api/comments/${comment}/leave`, { ...(as ? { as } : {}), ...(body ? { body } : {}) })
  const taken = async (id: string, comment: string, as: Staff = 'editor') => {
    const answer = await take(comment, { baseDigest: await digestOf(id) }, as)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.doc
  }
  const newest = async (id: string, as: Staff = 'editor') =>
    (await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as })).body
  const linesOf = async (id: string): Promise<string[]> =>
    (await newest(id)).body.root.children.map(({ children }: { children: { text: string }[] }) =>
      children.map(({ text }) => text).join(''),
    )
  const told = (answer: { status: number } & Parameters<typeof codesOf>[0]) => [answer.status, ...codesOf(answer)]

  describe('is taken', () => {
    it('into the text, by an ordinary save of whoever takes it, and resolves its thread', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      const doc = await taken(id, comment)
      const { editor, reviewer } = newsroom.userIds
      expect(doc).toMatchObject({
        by: reviewer,
        text: '',
        suggestion: { text: 'daybreak', state: 'taken', decided: { by: editor, at: expect.any(String) as unknown } },
        resolved: { by: editor },
        may: [],
      })
      expect(await linesOf(id)).toEqual([FIRST.replace('dawn', 'daybreak'), SECOND])
      const { body } = await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })
      expect(body.docs.at(-1)).toMatchObject({ transition: 'touch', actor: editor, writers: [editor, reviewer] })
    })

    it('where the words went in the meantime, and into a headline', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      const headline = await suggested(id, 'Ships', 'Boats', { path: 'headline' })
      await the.save('articles', id, { body: aText(SECOND, `Three old ${FIRST}`) })
      await taken(id, comment)
      await taken(id, headline)
      expect(await linesOf(id)).toEqual([SECOND, `Three old ${FIRST.replace('dawn', 'daybreak')}`])
      expect((await newest(id)).headline).toBe('Boats in the harbour')
    })

    it('by a contributor in their own piece', async () => {
      const id = await aDraft({}, 'contributor')
      await taken(id, await suggested(id), 'contributor')
      expect((await the.dossier('articles', id)).writers).toEqual([
        newsroom.userIds.contributor,
        newsroom.userIds.reviewer,
      ])
    })

    it('over a live piece as its next revision; readers keep what they have', async () => {
      const id = await the.published('articles', await aDraft())
      await taken(id, await suggested(id))
      const reader = await newsroom.ask('GET', `/api/articles/${id}?depth=0`)
      expect(JSON.stringify(reader.body.body)).toContain('dawn')
      expect(await the.dossier('articles', id)).toMatchObject({
        stage: 'draft',
        writers: [newsroom.userIds.editor, newsroom.userIds.reviewer],
      })
    })
  })

  describe('counts whoever suggested it among the writers', () => {
    it('once it is taken: they may not sign the text off, and somebody else may', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      await the.moved('articles', id, 'submit', 'editor')
      const signOff = async () =>
        (await the.transitions('articles', id, 'reviewer')).transitions.find(
          ({ name }: { name: string }) => name === 'sign_off',
        )
      expect(await signOff()).toMatchObject({ allowed: true })
      await taken(id, comment)
      expect(await signOff()).toMatchObject({ allowed: false, blockers: [{ code: 'four_eyes' }] })
      expect(told(await the.move('articles', id, 'sign_off', 'reviewer'))).toEqual([422, 'four_eyes'])
      await the.moved('articles', id, 'sign_off', 'reviewer2')
      await the.moved('articles', id, 'publish', 'publisher')
    })

    it('also when the words are taken out again', async () => {
      const id = await aDraft()
      const before = await digestOf(id)
      await taken(id, await suggested(id))
      await the.save('articles', id, { body: aText(FIRST, SECOND) })
      expect(await digestOf(id)).toBe(before)
      await the.moved('articles', id, 'submit', 'editor')
      expect(told(await the.move('articles', id, 'sign_off', 'reviewer'))).toEqual([422, 'four_eyes'])
    })

    it('with their other account, also one that has no part in it', async () => {
      const author = await the.publicAuthor()
      const other = await hire(newsroom, { roles: ['reviewer'], author })
      const third = await hire(newsroom, { roles: ['reviewer'], author })
      const id = await aDraft()
      const answer = await other.ask('POST', `/api/articles/${id}/comments`, {
        anchor: { digest: await digestOf(id), path: PATH, exact: 'dawn' },
        suggestion: 'daybreak',
      })
      await taken(id, String(answer.body.doc.id))
      await the.moved('articles', id, 'submit', 'editor')
      for (const account of [other, third]) {
        const signed = await account.ask('POST', `/api/articles/${id}/transitions`, {
          transition: 'sign_off',
          digest: await digestOf(id),
        })
        expect(told(signed)).toEqual([422, 'four_eyes'])
      }
      expect((await the.dossier('articles', id)).writers).toEqual([newsroom.userIds.editor, other.id, third.id])
    })

    it('and nobody while it is open, or left', async () => {
      const id = await aDraft()
      await suggested(id)
      const left = await suggested(id, 'noon', 'midday')
      await leave(left)
      await the.save('articles', id, { headline: 'Another one' })
      await the.moved('articles', id, 'submit', 'editor')
      await the.moved('articles', id, 'sign_off', 'reviewer')
    })

    it('and takes the sign-offs of the text before with it, or is refused where it must not', async () => {
      const id = await the.approved('articles', await aDraft())
      const comment = await suggested(id)
      const baseDigest = await digestOf(id)
      expect(told(await take(comment, { baseDigest, mayVoid: false }))).toEqual([409, 'would_void'])
      expect(await digestOf(id)).toBe(baseDigest)
      await taken(id, comment)
      expect(await the.dossier('articles', id)).toMatchObject({ stage: 'in_review', signOffs: [] })
      expect(told(await the.move('articles', id, 'sign_off', 'reviewer'))).toEqual([422, 'four_eyes'])
    })

    it('who is told what became of it, once, and only by somebody else', async () => {
      const id = await aDraft()
      const [first, second, own] = [await suggested(id), await suggested(id, 'noon', 'midday'), await aDraft()]
      await taken(id, first)
      await leave(second)
      await leave(await suggested(own, 'dawn', 'daybreak', {}, 'editor'))
      const ofIt = async (who: Staff) => {
        const { body } = await newsroom.ask('GET', '/api/notifications?limit=100', { as: who })
        return (body.docs as { kind: string; comment: { id: string } | null; piece: { id: string } | null }[])
          .filter(({ kind, piece }) => kind.startsWith('suggestion_') && [id, own].includes(piece?.id ?? ''))
          .map(({ comment, kind }) => [kind, comment?.id])
      }
      expect((await ofIt('reviewer')).toSorted()).toEqual([
        ['suggestion_left', second],
        ['suggestion_taken', first],
      ])
      expect(await ofIt('editor')).toEqual([])
    })

    it('so that the audit finds nothing amiss', async () => {
      expect((await audit(newsroom.payload)).offences).toEqual([])
    })
  })

  describe('changes nothing', () => {
    const unchanged = async (id: string, act: () => Promise<unknown>) => {
      const seen = async () => [await newest(id), await the.dossier('articles', id), await the.events('articles', id)]
      const before = await seen()
      await act()
      expect(await seen()).toEqual(before)
    }

    it('while nobody takes it, whatever is suggested, left, changed and deleted', async () => {
      const id = await the.published('articles', await aDraft())
      await the.save('articles', id, { body: aText(SECOND, FIRST) })
      await the.approved('articles', id)
      const digest = await digestOf(id)
      const act = fc.record({
        kind: fc.constantFrom('suggest', 'leave', 'remove', 'resolve', 'take without right'),
        who: fc.constantFrom<Staff>('editor', 'reviewer', 'reviewer2', 'publisher'),
        words: fc.string({ maxLength: 20 }),
        which: fc.nat(20),
      })
      await unchanged(id, () =>
        fc.assert(
          fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 6 }), async (acts) => {
            for (const { kind, which, who, words } of acts) {
              const { docs } = (await newsroom.ask('GET', `/api/articles/${id}/comments`, { as: 'editor' })).body
              const one = docs[which % Math.max(1, docs.length)] as { id: string } | undefined
              if (kind === 'suggest' || !one)
                await post(id, { anchor: { digest, path: PATH, exact: 'winter' }, suggestion: words }, who)
              else if (kind === 'leave') await leave(one.id, who)
              else if (kind === 'remove') await newsroom.ask('DELETE', `/api/comments/${one.id}`, { as: who })
              else if (kind === 'resolve')
                await newsroom.ask('PATCH', `/api/comments/${one.id}`, { as: who, body: { resolved: true } })
              else await take(one.id, { baseDigest: digest }, 'reviewer')
            }
            expect(await digestOf(id)).toBe(digest)
          }),
          { numRuns: 4 },
        ),
      )
    })

    it('for somebody without the right to write: a reviewer takes their own no more than that of others', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      const baseDigest = await digestOf(id)
      await unchanged(id, async () => {
        for (const who of ['reviewer', 'reviewer2', 'publisher', 'admin'] as const) {
          expect(told(await take(comment, { baseDigest }, who)), who).toEqual([403, 'forbidden'])
          expect(told(await leave(comment, who)), who).toEqual([403, 'forbidden'])
        }
        expect(told(await take(comment, { baseDigest }, null))).toEqual([401, 'not_authenticated'])
        expect(told(await leave(comment, null))).toEqual([401, 'not_authenticated'])
        expect(told(await take('nothing', { baseDigest }))).toEqual([404, 'not_found'])
      })
    })

    it('on a piece that a contributor may not see, of which they learn nothing', async () => {
      const draft = await aDraft()
      const live = await the.published('articles', await aDraft())
      for (const [id, status, code] of [
        [draft, 404, 'not_found'],
        [live, 403, 'forbidden'],
      ] as const) {
        const comment = await suggested(id)
        const baseDigest = await digestOf(id)
        const anchor = { digest: baseDigest, path: PATH, exact: 'noon' }
        await unchanged(id, async () => {
          expect(told(await post(id, { anchor, suggestion: 'midday' }, 'contributor'))).toEqual([status, code])
          expect(told(await take(comment, { baseDigest }, 'contributor'))).toEqual([404, 'not_found'])
          expect(told(await leave(comment, 'contributor'))).toEqual([404, 'not_found'])
        })
      }
    })

    it('on another base than the newest text, or on none', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      const old = await digestOf(id)
      await the.save('articles', id, { headline: 'Moved on' })
      await unchanged(id, async () => {
        expect(told(await take(comment, { baseDigest: old }))).toEqual([409, 'stale_revision'])
        expect(told(await take(comment, {}, 'editor', { 'if-match': `"${old}"` }))).toEqual([412, 'stale_revision'])
        for (const headers of [{}, { 'if-match': '*' }] as Record<string, string>[])
          expect(told(await take(comment, {}, 'editor', headers))).toEqual([400, 'invalid_value'])
      })
      const digest = await digestOf(id)
      expect((await take(comment, {}, 'editor', { 'if-match': `"${digest}"` })).status).toBe(200)
    })

    it('where its words are gone, read otherwise, or stand twice by now', async () => {
      const texts = [aText('Nothing of it.', SECOND), aText(FIRST.replace('dawn', 'noon'), SECOND), aText(FIRST, FIRST)]
      for (const body of texts) {
        const id = await aDraft()
        const comment = await suggested(id)
        await the.save('articles', id, { body })
        const baseDigest = await digestOf(id)
        await unchanged(id, async () => {
          expect(told(await take(comment, { baseDigest }))).toEqual([409, 'suggestion_unplaced'])
        })
        const { docs } = (await newsroom.ask('GET', `/api/articles/${id}/comments`, { as: 'editor' })).body
        expect(docs[0].suggestion).toMatchObject({ state: 'open', fits: false })
      }
    })

    it('where what would change has come to be set in two ways', async () => {
      const id = await aDraft()
      const comment = await suggested(id, 'at dawn', 'by daylight')
      const text = aText(FIRST, SECOND)
      const [line] = text.root.children
      const [node] = line?.children ?? []
      const at = FIRST.indexOf('dawn')
      const parts = [
        { ...node, text: FIRST.slice(0, at) },
        { ...node, text: 'dawn', format: 1 },
        { ...node, text: FIRST.slice(at + 4) },
      ]
      const body = { root: { ...text.root, children: [{ ...line, children: parts }, text.root.children[1]] } }
      await the.save('articles', id, { body })
      const baseDigest = await digestOf(id)
      await unchanged(id, async () => {
        expect(told(await take(comment, { baseDigest }))).toEqual([422, 'suggestion_formats'])
        expect(told(await suggest(id, 'at dawn', 'by daylight'))).toEqual([422, 'suggestion_formats'])
      })
    })

    it('a second time', async () => {
      const id = await aDraft()
      const [one, other] = [await suggested(id), await suggested(id, 'noon', 'midday')]
      await taken(id, one)
      expect((await leave(other)).body.doc).toMatchObject({ suggestion: { state: 'left' }, resolved: null })
      const baseDigest = await digestOf(id)
      await unchanged(id, async () => {
        for (const comment of [one, other]) {
          expect(told(await take(comment, { baseDigest }))).toEqual([409, 'suggestion_decided'])
          expect(told(await leave(comment))).toEqual([409, 'suggestion_decided'])
        }
      })
    })

    it('in the trash, after a retraction, or in what was dropped', async () => {
      const trashed = await aDraft()
      const inTrash = await suggested(trashed)
      const base = await digestOf(trashed)
      await the.save('articles', trashed, { deletedAt: new Date(0).toISOString() })
      expect(told(await take(inTrash, { baseDigest: base }))).toEqual([404, 'not_found'])
      const spiked = await aDraft()
      const inSpiked = await suggested(spiked)
      await the.moved('articles', spiked, 'spike', 'editor')
      const retracted = await the.published('articles', await aDraft())
      const inRetracted = await suggested(retracted)
      await the.moved('articles', retracted, 'retract', 'publisher', { notice: 'It was wrong.' })
      for (const [id, comment] of [
        [spiked, inSpiked],
        [retracted, inRetracted],
      ] as const) {
        const baseDigest = await digestOf(id)
        await unchanged(id, async () => {
          expect(told(await take(comment, { baseDigest }))).toEqual([409, 'wrong_stage'])
        })
      }
    })

    it('by a body that says more than there is to say', async () => {
      const id = await aDraft()
      const comment = await suggested(id)
      const baseDigest = await digestOf(id)
      const { editor, editor2 } = newsroom.userIds
      await unchanged(id, async () => {
        for (const body of [
          { baseDigest, takenBy: editor2 },
          { baseDigest, writers: [editor] },
          { baseDigest, by: editor2 },
          { baseDigest, suggestion: 'other words' },
          { baseDigest, mayVoid: 'no' },
          { baseDigest: 'no digest' },
        ])
          expect(told(await take(comment, body)), JSON.stringify(body)).toEqual([400, 'invalid_value'])
        expect(told(await leave(comment, 'editor', { by: editor2 }))).toEqual([400, 'invalid_value'])
        const plain = await post(id, { text: 'Good.' })
        expect(told(await take(String(plain.body.doc.id), { baseDigest }))).toEqual([400, 'invalid_value'])
        const changed = await newsroom.ask('PATCH', `/api/comments/${comment}`, {
          as: 'reviewer',
          body: { suggestion: 'other words' },
        })
        expect(told(changed)).toEqual([400, 'invalid_value'])
        const forged = { anchor: { digest: baseDigest, path: PATH, exact: 'noon' }, suggestion: { text: 'midday' } }
        expect(told(await post(id, forged))).toEqual([400, 'invalid_value'])
      })
    })
  })

  it('is for words of a text, other than they are, in one line', async () => {
    const id = await aDraft({ genre: 'analysis' })
    const digest = await digestOf(id)
    const anchor = { digest, path: PATH, exact: 'dawn' }
    for (const body of [
      { suggestion: 'x' },
      { anchor: { digest, path: 'genre' }, suggestion: 'opinion' },
      { anchor: { digest, path: 'genre', exact: 'analysis' }, suggestion: 'opinion' },
      { anchor, suggestion: 'dawn' },
      { anchor, suggestion: 'day\nbreak' },
      { anchor, suggestion: 7 },
      { anchor, suggestion: 'half \ud83d' },
    ])
      expect(told(await post(id, body)), JSON.stringify(body)).toEqual([400, 'invalid_value'])
    expect(told(await post(id, { anchor, suggestion: 'x'.repeat(1_001) }))).toEqual([413, 'too_large'])
    expect(told(await post(id, { anchor: { ...anchor, exact: 'dusk' }, suggestion: 'x' }))).toEqual([
      422,
      'anchor_not_found',
    ])
  })

  it('is gone with its comment, and reaches no reader', async () => {
    const id = await the.published('articles', await aDraft())
    const comment = await suggested(id, 'dawn', 'cockcrow')
    newsroom.forgetAnswers()
    for (const what of ['', '/imprimatur', '/by-slug/nothing']) {
      const { body } = await newsroom.ask('GET', `/api/articles/${what === '/by-slug/nothing' ? '' : id}${what}`)
      expect(JSON.stringify(body)).not.toContain('cockcrow')
    }
    await newsroom.ask('DELETE', `/api/comments/${comment}`, { as: 'reviewer' })
    const list = await newsroom.ask('GET', `/api/articles/${id}/comments`, { as: 'editor' })
    expect(JSON.stringify(list.body)).not.toContain('cockcrow')
    expect(told(await take(comment, { baseDigest: await digestOf(id) }))).toEqual([404, 'not_found'])
  })

  describe('at the same moment', () => {
    const points = onServer() ? (['judged', 'begin'] as const) : (['begin'] as const)
    const turns = [
      [0, 1],
      [1, 0],
    ]

    it('is taken once by two who take it', async () => {
      for (const point of points)
        for (const order of turns) {
          const id = await aDraft()
          const comment = await suggested(id)
          const baseDigest = await digestOf(id)
          const codes = await gate.together(
            point,
            order,
            (['editor', 'editor2'] as const).map((who) => async () => told(await take(comment, { baseDigest }, who))),
          )
          expect(codes.map(String).sort()).toEqual(['200', '409,suggestion_decided'])
          expect(await linesOf(id)).toEqual([FIRST.replace('dawn', 'daybreak'), SECOND])
          expect((await the.dossier('articles', id)).writers).toContain(newsroom.userIds.reviewer)
        }
    })

    it('and signed off by whoever suggested it, counts for no text that has it', async () => {
      for (const point of points)
        for (const order of turns) {
          const id = await aDraft()
          const comment = await suggested(id)
          await the.moved('articles', id, 'submit', 'editor')
          const digest = await digestOf(id)
          const [takes, signs] = await gate.together(point, order, [
            async () => told(await take(comment, { baseDigest: digest })),
            async () =>
              told(
                await newsroom.ask('POST', `/api/articles/${id}/transitions`, {
                  as: 'reviewer',
                  body: { transition: 'sign_off', digest },
                }),
              ),
          ])
          expect(takes).toEqual([200])
          expect([[200], [409, 'stale_digest']]).toContainEqual(signs)
          expect(await the.dossier('articles', id)).toMatchObject({ stage: 'in_review', signOffs: [] })
          expect(told(await the.move('articles', id, 'sign_off', 'reviewer'))).toEqual([422, 'four_eyes'])
        }
      expect((await audit(newsroom.payload)).offences).toEqual([])
    })
  })
})
