import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/index.ts'
import { apply, appendToChain } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { inTransaction } from '../helpers/transaction.ts'

// Reviews one after the other: the publisher's legal review waits for the reviewers' desk review, on every road.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date((now += 1000)) })
  desk = pieces(newsroom)
  await desk.publicAuthor()
})
afterAll(() => newsroom.close())

const DESK = { name: 'desk', needed: 1, roles: ['reviewer'] }
const LEGAL = { name: 'legal', needed: 1, roles: ['publisher'], after: ['desk'] }
const set = (...reviews: readonly object[]) =>
  newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews } } })
const setReviews = async (...reviews: readonly object[]) => {
  const answer = await set(...reviews)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
afterEach(() => setReviews(DESK))

const inReview = async () => {
  const id = await desk.anArticle()
  await desk.moved('articles', id, 'submit', 'editor')
  return id
}
const WAITS = 'The review “legal” waits for: desk.'

describe('the policy', () => {
  it.each([
    ['one that is not there', [DESK, { ...LEGAL, after: ['fact_check'] }], 'no review has that name'],
    ['itself', [{ ...DESK, after: ['desk'] }], 'Neither could ever be given'],
    ['a circle', [{ ...DESK, after: ['legal'] }, LEGAL], 'Neither could ever be given'],
  ])('is not kept where a review comes after %s', async (_, reviews, because) => {
    const refused = await set(...reviews)
    expect([refused.status, codesOf(refused)]).toEqual([400, ['invalid_value']])
    expect(JSON.stringify(refused.body)).toContain(because)
    const { body } = await newsroom.ask('GET', '/api/globals/newsroom', { as: 'admin' })
    expect(body.workflow.reviews.map(({ name }: { name: string }) => name)).toEqual(['desk'])
  })

  it('keeps the order, tells staff of it and nobody else', async () => {
    await setReviews(DESK, LEGAL)
    const { body } = await newsroom.ask('GET', '/api/globals/newsroom', { as: 'editor' })
    expect(body.workflow.reviews.map(({ after = [] }: { after?: string[] }) => after)).toEqual([[], ['desk']])
    expect(JSON.stringify((await newsroom.ask('GET', '/api/globals/newsroom')).body)).not.toContain('desk')
  })

  it('keeps no name of a review that goes while another one comes after it', async () => {
    await setReviews(DESK, LEGAL)
    expect((await set(LEGAL)).status).toBe(400)
    expect((await set({ ...DESK, name: 'sub_editor' }, LEGAL)).status).toBe(400)
  })
})

describe('a review whose turn has not come', () => {
  it('is refused on each road, and nothing moves', async () => {
    await setReviews(DESK, LEGAL)
    const id = await inReview()
    const { digest, seq } = await desk.dossier('articles', id)
    const command = { transition: 'sign_off', digest }
    const roads = [
      await desk.move('articles', id, 'sign_off', 'publisher'),
      await desk.move('articles', id, 'sign_off', 'publisher', { review: 'legal' }),
      await newsroom.ask('POST', '/api/transitions', {
        as: 'publisher',
        body: { items: [{ collection: 'articles', id, ...command, review: 'legal' }] },
      }),
    ]
    for (const answer of roads) {
      expect([answer.status, codesOf(answer)]).toEqual([422, ['review_waits']])
      expect(JSON.stringify(answer.body)).toContain(WAITS)
    }
    const graphql = await newsroom.graphql(
      `mutation { transitionArticle(id: "${id}", transition: "sign_off", digest: "${String(digest)}", review: "legal") { event { seq } } }`,
      undefined,
      'publisher',
    )
    expect(codesOf(graphql)).toEqual(['review_waits'])
    for (const [transition, more] of [
      ['publish', {}],
      ['schedule', { at: new Date(now + 3_600_000).toISOString() }],
    ] as const)
      expect(codesOf(await desk.move('articles', id, transition, 'publisher', more))).toEqual(['wrong_stage'])
    expect(await desk.dossier('articles', id)).toMatchObject({ seq, stage: 'in_review', signOffs: [] })
    // Somebody without the right does not learn the order.
    const editor = await desk.move('articles', id, 'sign_off', 'editor2', { review: 'legal' })
    expect([editor.status, codesOf(editor)]).toEqual([403, ['forbidden']])
    expect(JSON.stringify(editor.body)).not.toContain('waits')
  })

  it('is not to be reached by two in one call', async () => {
    await setReviews(DESK, LEGAL)
    const id = await inReview()
    const { digest } = await desk.dossier('articles', id)
    const item = { collection: 'articles', id, transition: 'sign_off', digest }
    const items = [
      { ...item, review: 'desk' },
      { ...item, review: 'legal' },
    ]
    expect((await newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items } })).status).toBe(400)
    expect((await desk.dossier('articles', id)).signOffs).toEqual([])
  })

  it('is said in transitions, in the dossier and in GraphQL, and given in its turn', async () => {
    await setReviews(DESK, LEGAL)
    const id = await inReview()
    const offered = async (as: Staff) =>
      (await desk.transitions('articles', id, as)).transitions.find(({ name }: { name: string }) => name === 'sign_off')
    expect(await offered('publisher')).toMatchObject({
      allowed: false,
      reviews: [],
      waiting: [{ review: 'legal', waitsFor: ['desk'] }],
      blockers: [{ code: 'review_waits', message: WAITS }],
    })
    const { reviews } = await desk.dossier('articles', id)
    expect(reviews).toEqual([
      { review: 'desk', given: [], missing: 1, roles: ['reviewer'], after: [], waitsFor: [] },
      { review: 'legal', given: [], missing: 1, roles: ['publisher'], after: ['desk'], waitsFor: ['desk'] },
    ])
    const query = `{ articleDossier(id: "${id}") { reviews { review missing after waitsFor } } articleTransitions(id: "${id}") { transitions { name waiting { review waitsFor } } } }`
    const { body } = await newsroom.graphql(query, undefined, 'publisher')
    expect(body.data.articleDossier.reviews[1]).toEqual({
      review: 'legal',
      missing: 1,
      after: ['desk'],
      waitsFor: ['desk'],
    })
    expect(JSON.stringify(body.data.articleTransitions)).toContain('"waiting":[{"review":"legal","waitsFor":["desk"]}]')

    await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(await offered('publisher')).toMatchObject({ allowed: true, reviews: ['legal'] })
    const { dossier, event } = await desk.moved('articles', id, 'sign_off', 'publisher')
    expect(event).toMatchObject({ review: 'legal', after: ['desk'] })
    expect(dossier).toMatchObject({ stage: 'approved' })
    await desk.moved('articles', id, 'publish', 'publisher')
    expect((await audit(newsroom.payload)).offences).toEqual([])
    const { body: proof } = await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)
    expect(JSON.stringify(proof)).not.toContain('"after"')
  })

  it('waits anew once the text has changed', async () => {
    await setReviews(DESK, LEGAL)
    const id = await inReview()
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect((await desk.save('articles', id, { headline: 'Another' })).status).toBe(200)
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'publisher'))).toEqual(['review_waits'])
  })

  it('waits after the round, where a stricter policy asks for two, and what is scheduled does not go out', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await desk.moved('articles', id, 'schedule', 'publisher', { at: new Date(now + 3_600_000).toISOString() })
    await setReviews({ ...DESK, needed: 2 }, LEGAL)
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'publisher'))).toEqual(['review_waits'])
    now += 7_200_000
    await publishDue(newsroom.payload)
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(404)
    await desk.moved('articles', id, 'sign_off', 'reviewer2')
    await desk.moved('articles', id, 'sign_off', 'publisher')
    now += 7_200_000
    await publishDue(newsroom.payload)
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(200)
  })
})

describe('what waits for somebody', () => {
  type Entry = { readonly id: string; readonly waitsFor: readonly string[] }
  const cardOf = async (as: Staff): Promise<{ total: number; ids: string[] }> => {
    const { cards } = (await newsroom.ask('GET', '/api/desk', { as })).body
    const { entries, total } = cards.find(({ name }: { name: string }) => name === 'to_review')
    return { total, ids: entries.map(({ id }: Entry) => id) }
  }
  const queued = async (as: Staff, id: string): Promise<Entry> =>
    (await newsroom.ask('GET', '/api/review-queue?limit=100', { as })).body.docs.find((each: Entry) => each.id === id)

  it('is not to review before its turn: on no dashboard, and marked in the queue', async () => {
    await setReviews(DESK, LEGAL)
    const before = await cardOf('publisher')
    const id = await inReview()
    expect(await cardOf('publisher')).toEqual(before)
    expect((await cardOf('reviewer')).ids).toContain(id)
    expect((await queued('publisher', id)).waitsFor).toEqual(['desk'])
    expect((await queued('reviewer', id)).waitsFor).toEqual([])
    expect((await queued('editor2', id)).waitsFor).toEqual([])

    await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(await cardOf('publisher')).toEqual({
      total: before.total + 1,
      ids: expect.arrayContaining([id]) as string[],
    })
    expect((await queued('publisher', id)).waitsFor).toEqual([])
    await desk.moved('articles', id, 'spike', 'editor')
  })

  it('is found behind many that wait for another review', async () => {
    await setReviews(DESK, LEGAL)
    const made: string[] = []
    for (let each = 0; each < 27; each++) made.push(await inReview())
    const last = made.at(-1) ?? ''
    await desk.moved('articles', last, 'sign_off', 'reviewer')
    expect((await cardOf('publisher')).ids).toContain(last)
  })
})

describe('code inside the server', () => {
  it('commits no sign-off that says it comes after a review that was not given', async () => {
    await setReviews(DESK, LEGAL)
    const id = await inReview()
    const { db } = newsroom.payload
    const row = await db.findOne<
      Readonly<Record<string, unknown>> & { id: string; state: Parameters<typeof apply>[0] }
    >({ collection: 'dossiers', where: { piece: { equals: `articles:${id}` } } })
    if (!row?.state) throw new Error('There is no dossier.')
    const { digest } = await desk.dossier('articles', id)
    const event = appendToChain(
      {
        piece: `articles:${id}`,
        transition: 'sign_off',
        from: 'in_review',
        to: 'in_review',
        actor: newsroom.userIds.publisher,
        digest,
        at: new Date(now).toISOString(),
        review: 'legal',
        role: 'publisher',
        after: ['desk'],
      },
      row.state,
    )
    const state = apply(row.state, event)
    const { createdAt: _c, id: rowId, updatedAt: _u, ...columns } = row
    const forged = inTransaction(newsroom, async (req) => {
      await db.create({ collection: 'workflow-events', data: { ...event }, req })
      await db.updateOne({
        collection: 'dossiers',
        id: rowId,
        data: { ...columns, state, seq: state.seq, signed: true },
        req,
      })
    })
    await expect(forged).rejects.toThrow('gives a review before those that it comes after')
    expect((await desk.dossier('articles', id)).signOffs).toEqual([])
  })
})
