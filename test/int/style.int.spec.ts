import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openNewsroom, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

describe('house style', () => {
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>

  beforeAll(async () => {
    newsroom = await openNewsroom()
    the = pieces(newsroom)
  })
  afterAll(async () => newsroom.close())
  // Rules are for the whole newsroom.
  beforeEach(async () => {
    const { body } = await newsroom.ask('GET', '/api/style-rules?limit=100', { as: 'editor' })
    for (const { id } of body.docs as { id: string }[])
      await newsroom.ask('DELETE', `/api/style-rules/${id}`, { as: 'editor' })
  })

  const aRule = async (more: object = {}): Promise<string> => {
    const body = { pattern: 'utilise', advice: 'Write “use”.', severity: 'blocks', ...more }
    const answer = await newsroom.ask('POST', '/api/style-rules', { as: 'editor', body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String(answer.body.doc.id)
  }
  const change = async (rule: string, body: object) =>
    expect((await newsroom.ask('PATCH', `/api/style-rules/${rule}`, { as: 'editor', body })).status).toBe(200)
  const styleOf = async (id: string, as: Staff = 'editor', collection = 'articles') =>
    (await newsroom.ask('GET', `/api/${collection}/${id}/style`, { as })).body
  const stand = (id: string, body: object, as: Staff = 'reviewer') =>
    newsroom.ask('POST', `/api/articles/${id}/style/exceptions`, { as, body })
  const standNoMore = (id: string, exception: string, as: Staff = 'reviewer') =>
    newsroom.ask('DELETE', `/api/articles/${id}/style/exceptions/${exception}`, { as })
  /** The first passage that a rule is about, as it is let stand. */
  const firstIn = async (id: string) => {
    const { digest, docs } = await styleOf(id)
    const [{ path, rule, start }] = docs as [{ path: string; rule: string; start: number }]
    return { digest, rule, path, start }
  }
  const aDraft = (text = 'We utilise it.', more: object = {}, as: Staff = 'editor') =>
    the.anArticle({ body: aText(text), ...more }, as)
  type Blocker = { code: string; gate?: string; field?: string; message: string; passage?: object }
  const blockersOf = ({ body }: Answer): Blocker[] => body.errors[0].blockers ?? []
  const may = async (id: string, name: string, as: Staff) => {
    const { transitions } = await the.transitions('articles', id, as)
    return (transitions as { name: string; allowed: boolean; blockers: Blocker[] }[]).find((each) => each.name === name)
  }

  describe('as a gate', () => {
    it('keeps what blocks out of the review, naming field, words and place', async () => {
      await aRule()
      const id = await aDraft()
      const answer = await the.move('articles', id, 'submit', 'editor')
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'gate_failed'])
      const expected = {
        code: 'gate_failed',
        gate: 'house_style',
        field: 'body',
        message: '“utilise”: Write “use”.',
        passage: { path: 'body.root.children.0', start: 3, end: 10, exact: 'utilise' },
      }
      expect(blockersOf(answer)).toEqual([expected])
      expect(await may(id, 'submit', 'editor')).toMatchObject({ allowed: false, blockers: [expected] })
      await the.save('articles', id, { body: aText('We use it.') })
      expect(await may(id, 'submit', 'editor')).toMatchObject({ allowed: true })
      await the.moved('articles', id, 'submit', 'editor')
    })

    it('the same over GraphQL and in a batch, which then moves nothing', async () => {
      await aRule()
      const [good, bad] = [await aDraft('We use it.'), await aDraft()]
      const digestOf = async (id: string) => String((await the.transitions('articles', id, 'editor')).digest)
      const items = await Promise.all(
        [good, bad].map(async (id) => ({
          collection: 'articles',
          id,
          transition: 'submit',
          digest: await digestOf(id),
        })),
      )
      const batch = await newsroom.ask('POST', '/api/transitions', { as: 'editor', body: { items } })
      expect([batch.status, ...codesOf(batch)]).toEqual([422, 'gate_failed'])
      expect((await the.dossier('articles', good)).stage).toBe('draft')
      const one = await newsroom.graphql(
        'mutation($id: String!, $digest: String!) { transitionArticle(id: $id, transition: "submit", digest: $digest) { dossier { stage } } }',
        { id: bad, digest: await digestOf(bad) },
        'editor',
      )
      expect(codesOf(one)).toEqual(['gate_failed'])
      const asked = await newsroom.graphql(
        'query($id: String!) { articleTransitions(id: $id) { transitions { name blockers { gate passage { path start end exact } } } } }',
        { id: bad },
        'editor',
      )
      type Moves = { name: string; blockers: Blocker[] }[]
      const moves = asked.body.data.articleTransitions.transitions as Moves
      expect(moves.find(({ name }) => name === 'submit')?.blockers).toEqual([
        { gate: 'house_style', passage: { path: 'body.root.children.0', start: 3, end: 10, exact: 'utilise' } },
      ])
    })

    it('only tells advice', async () => {
      await aRule({ severity: 'advice' })
      const id = await aDraft('We utilise it.', { headline: 'To utilise' })
      expect(await styleOf(id)).toMatchObject({
        totalDocs: 2,
        open: 2,
        docs: [
          { field: 'headline', path: 'headline', start: 3, end: 10, severity: 'advice', exception: null, may: true },
          { field: 'body', path: 'body.root.children.0', start: 3, exact: 'utilise', advice: 'Write “use”.' },
        ],
      })
      await the.published('articles', id)
    })

    it('by the language of the piece', async () => {
      await aRule({ language: 'en' })
      const id = await aDraft('We utilise it.', { language: 'en-GB' })
      expect((await styleOf(id)).open).toBe(1)
      await the.save('articles', id, { language: 'de' })
      expect((await styleOf(id)).open).toBe(0)
    })

    it('in the texts that readers see, of each kind of piece', async () => {
      await aRule()
      const author = await the.anAuthor({ shortBio: 'They utilise it.', fullName: 'Utilise' })
      expect((await styleOf(author, 'editor', 'authors')).docs.map((each: { path: string }) => each.path)).toEqual([
        'shortBio',
      ])
    })
  })

  describe('that changes', () => {
    it('counts at the next gate of the review', async () => {
      const id = await aDraft()
      await the.moved('articles', id, 'submit', 'editor')
      await aRule()
      const answer = await the.move('articles', id, 'sign_off', 'reviewer')
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'gate_failed'])
      expect(await may(id, 'sign_off', 'reviewer')).toMatchObject({ allowed: false })
    })

    it('voids nothing that was signed off, and holds up nothing of it', async () => {
      const [signed, due] = [await aDraft(), await aDraft()]
      for (const id of [signed, due]) await the.approved('articles', id)
      await the.moved('articles', due, 'schedule', 'publisher', { at: '2999-01-01T00:00:00Z' })
      const before = await the.events('articles', signed)
      await aRule()
      expect(await the.events('articles', signed)).toEqual(before)
      expect((await the.dossier('articles', due)).stage).toBe('scheduled')
      await the.moved('articles', due, 'unschedule', 'publisher')
      for (const id of [signed, due]) await the.moved('articles', id, 'publish', 'publisher')
    })

    it('takes nothing back that is public, and nobody outside learns of it', async () => {
      const id = await the.published('articles', await aDraft())
      const proof = await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)
      await aRule()
      const after = await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)
      expect([after.status, after.body]).toEqual([200, proof.body])
      expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(200)
      for (const address of [`/api/articles/${id}/style`, '/api/style-rules', '/api/style-exceptions'])
        expect((await newsroom.ask('GET', address)).status, address).toBeGreaterThanOrEqual(401)
    })
  })

  describe('is let stand', () => {
    it('at one place, for this revision alone, by name', async () => {
      await aRule()
      const id = await aDraft('We utilise it. They utilise it.')
      const { digest } = await the.transitions('articles', id, 'editor')
      const passage = await firstIn(id)
      const answer = await stand(id, passage)
      expect([answer.status, answer.body.open]).toEqual([200, 1])
      expect(answer.body.docs[0].exception).toMatchObject({ by: newsroom.userIds.reviewer })
      expect(answer.body.docs[1]).toMatchObject({ start: 20, exception: null })
      // It is no part of the text.
      expect((await the.transitions('articles', id, 'editor')).digest).toBe(digest)
      expect(codesOf(await the.move('articles', id, 'submit', 'editor'))).toEqual(['gate_failed'])
      expect((await stand(id, { ...passage, start: 20 })).body.open).toBe(0)
      await the.save('articles', id, { kicker: 'Another text' })
      expect((await styleOf(id)).open).toBe(2)
    })

    it('and the piece goes on', async () => {
      await aRule()
      const id = await aDraft()
      await stand(id, await firstIn(id))
      await the.published('articles', id)
    })

    it('once, and no more when that is taken back', async () => {
      await aRule()
      const id = await aDraft()
      const passage = await firstIn(id)
      await Promise.all([stand(id, passage), stand(id, passage)])
      const { docs } = await styleOf(id)
      const { exception } = docs[0] as { exception: { id: string } }
      expect(codesOf(await standNoMore(id, exception.id, 'editor'))).toEqual(['forbidden'])
      expect((await standNoMore(id, exception.id)).body).toMatchObject({ open: 1 })
      expect(codesOf(await standNoMore(id, exception.id))).toEqual(['not_found'])
      const own = await newsroom.payload.find({
        collection: 'style-exceptions',
        where: { piece: { equals: `articles:${id}` } },
        overrideAccess: true,
      })
      expect(own.totalDocs).toBe(0)
    })

    it('where it blocks by who reviews the piece and did not write it; advice by whoever sees it', async () => {
      const rule = await aRule()
      const id = await aDraft('We utilise it.', {}, 'contributor')
      const passage = await firstIn(id)
      for (const as of ['contributor', 'editor', 'publisher', 'admin'] as const)
        expect(codesOf(await stand(id, passage, as)), as).toEqual(['forbidden'])
      await change(rule, { severity: 'advice' })
      expect((await stand(id, passage, 'contributor')).body.open).toBe(0)
      // What the writer let stand as advice does not let them past what blocks.
      await change(rule, { severity: 'blocks' })
      expect((await styleOf(id)).open).toBe(1)
      expect(codesOf(await the.move('articles', id, 'submit', 'contributor'))).toEqual(['gate_failed'])
    })

    it('not by a reviewer who wrote in it themselves', async () => {
      await aRule()
      const people = newsroom.userIds
      const both = { roles: ['reviewer', 'editor'] }
      await newsroom.ask('PATCH', `/api/users/${people.reviewer2}`, { as: 'admin', body: both })
      try {
        const id = await aDraft()
        await the.save('articles', id, { kicker: 'Mine too' }, 'reviewer2')
        expect(codesOf(await stand(id, await firstIn(id), 'reviewer2'))).toEqual(['forbidden'])
        expect((await stand(id, await firstIn(id), 'reviewer')).status).toBe(200)
      } finally {
        await newsroom.ask('PATCH', `/api/users/${people.reviewer2}`, { as: 'admin', body: { roles: ['reviewer'] } })
      }
    })

    it('only of the text that was looked at, at a place where a rule has words', async () => {
      const rule = await aRule()
      const id = await aDraft()
      const passage = await firstIn(id)
      for (const more of [{ start: 4 }, { path: 'headline' }, { rule: 'none' }])
        expect(codesOf(await stand(id, { ...passage, ...more })), JSON.stringify(more)).toEqual(['anchor_not_found'])
      for (const more of [{ start: -1 }, { start: '3' }, { path: 3 }, { rule: 3 }, { digest: 'x' }, { odd: 1 }])
        expect(codesOf(await stand(id, { ...passage, ...more })), JSON.stringify(more)).toEqual(['invalid_value'])
      await the.save('articles', id, { body: aText('We utilise it now.') })
      expect(codesOf(await stand(id, passage))).toEqual(['stale_digest'])
      await newsroom.ask('DELETE', `/api/style-rules/${rule}`, { as: 'editor' })
      expect(codesOf(await stand(id, { ...passage, digest: (await styleOf(id)).digest }))).toEqual(['anchor_not_found'])
    })

    it('of no piece that somebody may not see', async () => {
      await aRule()
      const id = await aDraft()
      const passage = await firstIn(id)
      const asked = [
        await newsroom.ask('GET', `/api/articles/${id}/style`, { as: 'contributor' }),
        await stand(id, passage, 'contributor'),
        await standNoMore(id, 'none', 'contributor'),
        await newsroom.ask('GET', `/api/articles/${'0'.repeat(24)}/style`, { as: 'editor' }),
      ]
      expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
      const answers = [
        await newsroom.ask('GET', `/api/articles/${id}/style`),
        await newsroom.ask('POST', `/api/articles/${id}/style/exceptions`, { body: passage }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([401, 401])
    })

    it('and goes with the piece', async () => {
      await aRule({ severity: 'advice' })
      const id = await aDraft()
      await stand(id, await firstIn(id))
      expect((await newsroom.ask('DELETE', `/api/articles/${id}`, { as: 'editor' })).status).toBe(200)
      const left = await newsroom.payload.count({
        collection: 'style-exceptions',
        where: { piece: { equals: `articles:${id}` } },
        overrideAccess: true,
      })
      expect(left.totalDocs).toBe(0)
    })
  })

  describe('is kept', () => {
    it('by editors, and read by the staff', async () => {
      const rule = await aRule()
      const body = { pattern: 'x', advice: 'y' }
      for (const as of ['contributor', 'reviewer', 'publisher'] as const) {
        expect((await newsroom.ask('GET', `/api/style-rules/${rule}`, { as })).status, as).toBe(200)
        for (const [method, address] of [
          ['POST', '/api/style-rules'],
          ['PATCH', `/api/style-rules/${rule}`],
          ['DELETE', `/api/style-rules/${rule}`],
        ] as const)
          expect((await newsroom.ask(method, address, { as, body })).status, `${as} ${method}`).toBe(403)
        const list = { text: 'x,y' }
        const look = await newsroom.ask('POST', '/api/style-rules/import?dryRun=true', { as, body: list })
        expect(look.status, as).toBe(403)
      }
    })

    it('with words that a rule can have', async () => {
      for (const pattern of ['', '*', 'a*b', 'x'.repeat(81)]) {
        const answer = await newsroom.ask('POST', '/api/style-rules', { as: 'editor', body: { pattern, advice: 'x' } })
        expect([answer.status, answer.body.errors[0].field], pattern).toEqual([400, 'pattern'])
      }
      const odd = { pattern: 'x', advice: 'x', language: 'no tag' }
      const answer = await newsroom.ask('POST', '/api/style-rules', { as: 'editor', body: odd })
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'language'])
    })

    it('from a list, after a look at what will be made', async () => {
      await aRule({ language: 'en' })
      const text = [
        'pattern,advice,severity,language,wholeWords,matchCase',
        'click here,"Say where it leads, not “click”.",blocks,en,yes,no',
        'utilise,There already.,,en,,',
        'Internet,Write “internet”.,advice,,yes,yes',
        'a*b,Odd.,,,,',
        'x,,,,,',
        'y,z,perhaps,,,',
      ].join('\n')
      const send = (dryRun: boolean) =>
        newsroom.ask('POST', `/api/style-rules/import?dryRun=${String(dryRun)}`, { as: 'editor', body: { text } })
      const count = async () =>
        (await newsroom.ask('GET', '/api/style-rules', { as: 'editor' })).body.totalDocs as number
      const odd = await newsroom.ask('POST', '/api/style-rules/import?dryRun=1', { as: 'editor', body: { text } })
      expect([odd.status, odd.body.errors?.[0].field, await count()]).toEqual([400, 'dryRun', 1])
      const plan = await send(true)
      expect(plan.body.made).toBe(0)
      const rows = plan.body.rows as { outcome: string; advice: string; message?: string }[]
      expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'same', 'new', 'refused', 'refused', 'refused'])
      expect(rows[0]?.advice).toBe('Say where it leads, not “click”.')
      expect(await count()).toBe(1)
      const made = await send(false)
      expect([made.status, made.body.made, made.body.rows]).toEqual([200, 2, plan.body.rows])
      expect(await count()).toBe(3)
      expect((await send(false)).body.made).toBe(0)
      const { docs } = (await newsroom.ask('GET', '/api/style-rules?sort=pattern', { as: 'editor' })).body
      expect(docs.map((each: { pattern: string; matchCase: boolean }) => [each.pattern, each.matchCase])).toEqual([
        ['Internet', true],
        ['click here', false],
        ['utilise', false],
      ])
    })

    it('with no more rules than gates can look at', async () => {
      const text = Array.from({ length: 1_001 }, (_, at) => `word${String(at)},x`).join('\n')
      const answer = await newsroom.ask('POST', '/api/style-rules/import', { as: 'editor', body: { text } })
      expect([answer.status, ...codesOf(answer)]).toEqual([409, 'style_rules_full'])
      for (const body of [{}, { text: ' ' }, { text: 3 }]) {
        const odd = await newsroom.ask('POST', '/api/style-rules/import', { as: 'editor', body })
        expect([odd.status, ...codesOf(odd)], JSON.stringify(body)).toEqual([400, 'invalid_value'])
      }
    })
  })
})
