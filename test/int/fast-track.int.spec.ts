import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { given } from '../helpers/given.ts'
import { hire, type Colleague } from '../helpers/hire.ts'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

const REASON = 'The bridge is down.'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
/** A publisher with the right, one who is a reviewer as well, and a reviewer who may write. */
let bea: Colleague
let both: Colleague
let writer: Colleague
let now = Date.parse('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date((now += 1000)) })
  desk = pieces(newsroom)
  bea = await hire(newsroom, { roles: ['publisher'], rights: ['breaking'], name: 'Bea Breaking' })
  both = await hire(newsroom, { roles: ['publisher', 'reviewer'], rights: ['breaking'] })
  writer = await hire(newsroom, { roles: ['editor', 'reviewer'] })
})

afterAll(async () => {
  await newsroom.close()
})

/** Makes one move with the digest that stands now, or with that of what is live. */
async function move(
  by: Colleague,
  id: string,
  transition: string,
  more: object = {},
  side: 'digest' | 'live' = 'digest',
) {
  const about = (await by.ask('GET', `/api/articles/${id}/transitions`)).body
  return by.ask('POST', `/api/articles/${id}/transitions`, { transition, digest: about[side], ...more })
}

async function out(id: string, by = bea): Promise<string> {
  const answer = await move(by, id, 'fast_track', { reason: REASON })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}

const read = (id: string) => newsroom.ask('GET', `/api/articles/${id}?depth=0`)
const proof = async (id: string) => (await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)).body
const waiting = async (query: string): Promise<{ id: string; overdue: boolean; unreviewedFor: number }[]> =>
  (await newsroom.ask('GET', `/api/review-queue?${query}&limit=100`, { as: 'reviewer' })).body.docs
const flagged = async (query = 'fastTracked=true') => (await waiting(query)).map(({ id }) => id)
const entryOf = async (piece: string) => given((await waiting('fastTracked=true')).find(({ id }) => id === piece))
const option = (answer: Answer, name: string) =>
  answer.body.transitions.find((each: { name: string }) => each.name === name)

describe('breaking news', () => {
  it('goes out at once, and is shown as what it is until somebody else has reviewed it', async () => {
    const id = await desk.anArticle({ headline: 'Bridge down' })
    expect((await read(id)).status).toBe(404)
    await out(id)
    expect((await read(id)).body.headline).toBe('Bridge down')

    const dossier = await desk.dossier('articles', id)
    expect(dossier).toMatchObject({
      stage: 'published',
      signOffs: [],
      live: { signOffs: [] },
      fastTracked: {
        digest: dossier.live.digest,
        by: bea.id,
        reason: REASON,
        hands: [newsroom.userIds.editor, bea.id],
        signOffs: [],
        reviewedAt: null,
      },
    })
    const { docs } = (await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })).body
    expect(docs.at(-1)).toMatchObject({ transition: 'fast_track', from: 'draft', to: 'published', reason: REASON })

    const before = await proof(id)
    expect(before).toMatchObject({
      signOffs: [],
      event: { transition: 'fast_track' },
      fastTracked: { reviewedAt: null, signOffs: [] },
    })
    expect(`sha256:${createHash('sha256').update(before.canonical).digest('hex')}`).toBe(before.digest)
    expect(JSON.stringify(before)).not.toContain(REASON)
    expect(JSON.stringify(before)).not.toContain(bea.id)

    expect(await flagged()).toEqual([id])
    expect(await flagged('')).toContain(id)
    expect(await flagged('stage=in_review')).not.toContain(id)
    const stages = (await newsroom.ask('GET', `/api/stages?pieces=articles:${id}`, { as: 'editor' })).body.stages
    expect(stages).toEqual({ [`articles:${id}`]: { stage: 'published', live: true, unreviewed: true } })
    const seen = await newsroom.ask('GET', `/api/articles/${id}/transitions`, { as: 'reviewer' })
    expect(seen.body.unreviewed.missing).toEqual([{ review: 'desk', missing: 1, roles: ['reviewer'] }])
    expect(option(seen, 'sign_off')).toMatchObject({ actsOn: 'live', allowed: true, to: 'published' })

    const signed = await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(signed.event).toMatchObject({ from: 'published', to: 'published', afterFastTrack: 'complete' })
    expect(signed.dossier.fastTracked).toMatchObject({
      reviewedAt: signed.event.at,
      signOffs: [{ by: newsroom.userIds.reviewer, review: 'desk' }],
    })
    expect(await flagged()).toEqual([])
    expect((await read(id)).body.headline).toBe('Bridge down')
    expect(await proof(id)).toMatchObject({
      digest: before.digest,
      signOffs: [],
      event: { transition: 'fast_track' },
      fastTracked: { reviewedAt: signed.event.at, signOffs: [{ review: 'desk', role: 'reviewer' }] },
    })
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('goes out from review too, and is the piece of an author who goes out with it', async () => {
    const author = await desk.anAuthor()
    const id = await desk.anArticle({ credits: [{ author, role: 'author' }] })
    await desk.moved('articles', id, 'submit', 'editor')
    const alone = await move(bea, id, 'fast_track', { reason: REASON })
    expect(alone.status).toBe(422)
    expect(alone.body.errors[0].blockers[0].gate).toBe('credit_author_public')

    const items = await Promise.all(
      [
        ['articles', id],
        ['authors', author],
      ].map(async ([collection, each]) => ({
        collection,
        id: each,
        transition: 'fast_track',
        reason: REASON,
        digest: (await bea.ask('GET', `/api/${String(collection)}/${String(each)}/transitions`)).body.digest,
      })),
    )
    // Guard: all or nothing. One of them without a reason, and neither moves.
    const halves = await bea.ask('POST', '/api/transitions', { items: [items[0], { ...items[1], reason: '' }] })
    expect(codesOf(halves)).toContain('reason_required')
    expect((await read(id)).status).toBe(404)
    const together = await bea.ask('POST', '/api/transitions', { items })
    expect(together.status, JSON.stringify(together.body)).toBe(200)
    expect((await read(id)).status).toBe(200)
    expect((await flagged()).toSorted()).toEqual([id, author].toSorted())
    for (const [collection, each] of [
      ['articles', id],
      ['authors', author],
    ] as const) {
      await desk.moved(collection, each, 'sign_off', 'reviewer')
    }
  })

  it('is not for a publisher without the right, the right without the role, or anybody else', async () => {
    const id = await desk.anArticle()
    const right = await hire(newsroom, { roles: ['editor', 'reviewer', 'admin'], rights: ['breaking'] })
    // Guard: `breaking_publisher` in packages/plugin-imprimatur/src/domain/workflow/actor.ts.
    expect(codesOf(await move(right, id, 'fast_track', { reason: REASON }))).toEqual(['forbidden'])
    const body = { transition: 'fast_track', digest: (await desk.dossier('articles', id)).digest, reason: REASON }
    for (const as of ['contributor', 'editor', 'reviewer', 'publisher', 'admin'] as const) {
      const answer = await newsroom.ask('POST', `/api/articles/${id}/transitions`, { as, body })
      expect(answer.status, as).toBe(as === 'contributor' ? 404 : 403)
    }
    const anonymous = await newsroom.ask('POST', `/api/articles/${id}/transitions`, { body })
    expect(anonymous.status).toBe(401)
    expect((await read(id)).status).toBe(404)
  })

  it('asks for a reason, and keeps to embargo, gates and stages', async () => {
    const embargoUntil = new Date(now + 3_600_000_000).toISOString()
    const refusals: [string, string, object][] = [
      [await desk.anArticle(), 'reason_required', {}],
      [await desk.anArticle(), 'reason_required', { reason: ' \n' }],
      [await desk.anArticle({ embargoUntil }), 'embargoed', { reason: REASON }],
      [await desk.anArticle({ body: null }), 'gate_failed', { reason: REASON }],
      [await desk.approved('articles', await desk.anArticle()), 'wrong_stage', { reason: REASON }],
    ]
    const changing = await desk.anArticle()
    await desk.moved('articles', changing, 'submit', 'editor')
    await desk.moved('articles', changing, 'request_changes', 'reviewer', { reason: 'Who says so?' })
    refusals.push([changing, 'wrong_stage', { reason: REASON }])
    for (const [id, code, more] of refusals) {
      const answer = await move(bea, id, 'fast_track', more)
      expect(codesOf(answer)).toEqual([code])
      expect((await read(id)).status).toBe(404)
      if (code === 'reason_required') continue
      const listed = await bea.ask('GET', `/api/articles/${id}/transitions`)
      expect(option(listed, 'fast_track')).toMatchObject({ allowed: false })
      expect(option(listed, 'fast_track').blockers[0]).toMatchObject({ code })
    }
    const stale = await desk.anArticle()
    const { digest } = (await bea.ask('GET', `/api/articles/${stale}/transitions`)).body
    await desk.save('articles', stale, { headline: 'Changed meanwhile' })
    const answer = await bea.ask('POST', `/api/articles/${stale}/transitions`, {
      transition: 'fast_track',
      digest,
      reason: REASON,
    })
    expect(codesOf(answer)).toEqual(['stale_digest'])
  })

  it('does not take a retraction back', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    await desk.save('articles', id, { headline: 'Next' })
    await desk.moved('articles', id, 'retract', 'publisher', { notice: 'Wrong.' })
    // Guard: the condition `no_retraction`.
    expect(codesOf(await move(bea, id, 'fast_track', { reason: REASON }))).toEqual(['wrong_stage'])
    expect((await read(id)).status).toBe(410)
  })

  it('is nothing that the clock does', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await desk.moved('articles', id, 'schedule', 'publisher', { at: new Date(now + 3_600_000).toISOString() })
    await desk.save('articles', id, { headline: 'Changed after the sign-off' })
    now += 7_200_000
    await publishDue(newsroom.payload)
    expect((await read(id)).status).toBe(404)
    expect(await desk.events('articles', id)).not.toContain('fast_track')
  })

  it('works over GraphQL, with the same refusals', async () => {
    const id = await desk.anArticle({ headline: 'By GraphQL' })
    const { digest } = (await bea.ask('GET', `/api/articles/${id}/transitions`)).body
    const mutation = (reason: string) => ({
      query: `mutation { transitionArticle(id: "${id}", transition: "fast_track", digest: "${String(digest)}", reason: "${reason}") {
        dossier { stage fastTracked { by reason reviewedAt hands } } event { transition } } }`,
    })
    const refused = await bea.ask('POST', '/api/graphql', mutation(''))
    expect(refused.body.errors[0].extensions.code).toBe('reason_required')
    const { data } = (await bea.ask('POST', '/api/graphql', mutation(REASON))).body
    expect(data.transitionArticle).toEqual({
      dossier: {
        stage: 'published',
        fastTracked: { by: bea.id, reason: REASON, reviewedAt: null, hands: [newsroom.userIds.editor, bea.id] },
      },
      event: { transition: 'fast_track' },
    })
    const queue = await newsroom.graphql(
      '{ reviewQueue(fastTracked: "true") { docs { id unreviewedFor overdue } } }',
      undefined,
      'reviewer',
    )
    expect(queue.body.data.reviewQueue.docs).toEqual([
      { id, unreviewedFor: expect.any(Number) as number, overdue: false },
    ])
    const waiting = await newsroom.graphql(
      `{ articleTransitions(id: "${id}") { unreviewed { missing { review missing roles } } } }`,
      undefined,
      'reviewer',
    )
    expect(waiting.body.data.articleTransitions.unreviewed.missing).toEqual([
      { review: 'desk', missing: 1, roles: ['reviewer'] },
    ])
    await desk.moved('articles', id, 'sign_off', 'reviewer')
  })
})

describe('the review afterwards', () => {
  it('is not given by who sent it out, nor by who wrote it', async () => {
    const text = (await writer.ask('POST', '/api/articles', { headline: 'Mine' })).body.doc.id as string
    await desk.save('articles', text, await fullText())
    await out(text, both)
    // Guard: the hands of `fastTracked` in packages/plugin-imprimatur/src/domain/workflow/dossier.ts.
    for (const by of [both, writer]) expect(codesOf(await move(by, text, 'sign_off'))).toEqual(['four_eyes'])
    expect(codesOf(await desk.move('articles', text, 'sign_off', 'publisher'))).toEqual(['forbidden'])
    expect(await flagged()).toContain(text)
    await desk.moved('articles', text, 'sign_off', 'reviewer')
    expect(codesOf(await desk.move('articles', text, 'sign_off', 'reviewer2'))).toEqual(['wrong_stage'])
  })

  it('can be given while a next revision is under way; that one stays everybody’s text until then', async () => {
    const id = await out(await desk.anArticle({ headline: 'First' }), both)
    await desk.save('articles', id, { headline: 'Second' }, 'editor2')
    await desk.moved('articles', id, 'submit', 'editor2')
    // Guard: `contributorsOf()`. They sent the first text out; the second one builds on it.
    expect(codesOf(await move(both, id, 'sign_off'))).toEqual(['four_eyes'])
    const listed = (await newsroom.ask('GET', `/api/articles/${id}/transitions`, { as: 'reviewer' })).body.transitions
    expect(listed.filter((each: { name: string }) => each.name === 'sign_off')).toMatchObject([
      { actsOn: 'revision', allowed: true },
      { actsOn: 'live', allowed: true },
    ])
    const reviewer = await newsroom.ask('GET', `/api/articles/${id}/transitions`, { as: 'reviewer' })
    const signed = await newsroom.ask('POST', `/api/articles/${id}/transitions`, {
      as: 'reviewer',
      body: { transition: 'sign_off', digest: reviewer.body.live },
    })
    expect(signed.body.dossier).toMatchObject({ stage: 'in_review', signOffs: [] })
    expect(await flagged()).not.toContain(id)
    expect((await read(id)).body.headline).toBe('First')
    // The review is given: who only sent the first text out may sign the second.
    expect((await move(both, id, 'sign_off')).status).toBe(200)
  })

  it('ends, unreviewed, with the publication of a text that was signed off', async () => {
    const id = await out(await desk.anArticle({ headline: 'First' }))
    await desk.save('articles', id, { headline: 'Second' })
    await desk.published('articles', id)
    expect(await flagged()).not.toContain(id)
    expect((await desk.dossier('articles', id)).fastTracked).toBeNull()
    expect(await proof(id)).not.toHaveProperty('fastTracked')
    expect(await proof(id)).toMatchObject({ signOffs: [{ review: 'desk' }], event: { transition: 'publish' } })
  })

  it('has nothing to sign once it is withdrawn; the dossier goes on saying that nobody reviewed it', async () => {
    const id = await out(await desk.anArticle(), both)
    const { digest } = (await desk.dossier('articles', id)).live
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'It was not true.' })
    expect(await flagged()).not.toContain(id)
    expect((await desk.dossier('articles', id)).fastTracked).toMatchObject({ digest, reviewedAt: null })
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'reviewer'))).toEqual(['wrong_stage'])
    // Guard: what builds on it is still theirs. Otherwise a withdrawal would let people sign their own breaking news off.
    await desk.moved('articles', id, 'revise', 'editor')
    await desk.moved('articles', id, 'submit', 'editor')
    expect(codesOf(await move(both, id, 'sign_off'))).toEqual(['four_eyes'])
    await desk.moved('articles', id, 'sign_off', 'reviewer')
  })

  it('does not stop a correction from going the same way, and its age goes on', async () => {
    const id = await out(await desk.anArticle({ headline: 'First' }))
    const { since } = (await desk.dossier('articles', id)).fastTracked
    now += 25 * 3_600_000
    expect(await entryOf(id)).toMatchObject({ overdue: true })
    await desk.save('articles', id, { headline: 'Second' })
    await out(id)
    const { fastTracked } = await desk.dossier('articles', id)
    expect(fastTracked).toMatchObject({ since })
    expect(fastTracked.at > since).toBe(true)
    // Guard: `since`. Sending it out once more must not make an overdue review young again.
    const entry = await entryOf(id)
    expect(entry).toMatchObject({ overdue: true })
    expect(entry.unreviewedFor).toBeGreaterThan(25 * 3600)
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(await flagged()).not.toContain(id)
  })

  it('needs what the policy wants of the text that is public', async () => {
    const reviews = [
      { name: 'desk', needed: 1, roles: ['reviewer'] },
      { name: 'legal', needed: 1, roles: ['editor'], genres: ['report'] },
    ]
    await setReviews(reviews)
    try {
      const id = await out(await desk.anArticle({ genre: 'report' }))
      await desk.save('articles', id, { genre: 'opinion' }, 'editor')
      // Guard: `liveSubject`. The next revision is no report, what readers have is one.
      const first = await liveSignOff(id, 'reviewer')
      expect(first.body.event.afterFastTrack).toBe('incomplete')
      expect(await flagged()).toContain(id)
      expect(codesOf(await liveSignOff(id, 'reviewer2', 'desk'))).toEqual([])
      const last = await liveSignOff(id, 'editor2')
      expect(last.body.event).toMatchObject({ review: 'legal', afterFastTrack: 'complete' })
      expect(await flagged()).not.toContain(id)
    } finally {
      await setReviews([{ name: 'desk', needed: 1, roles: ['reviewer'] }])
    }
  })

  it('leaves the audit nothing to say', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})

describe('the queue', () => {
  it.each(['fastTracked=yes', 'fastTracked=1', 'fastTracked=true&fastTracked=true', 'fasttracked=true'])(
    'refuses %s',
    async (query) => {
      expect((await newsroom.ask('GET', `/api/review-queue?${query}`, { as: 'reviewer' })).status).toBe(400)
    },
  )

  it.each(['dueAt', 'assignees'])('knows no %s', async (name) => {
    const answer = await newsroom.ask('GET', `/api/review-queue?${name}=true`, { as: 'reviewer' })
    expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([400, ['unknown_parameter'], name])
    const asked = await newsroom.graphql(`{ reviewQueue(${name}: "true") { docs { id } } }`, undefined, 'reviewer')
    expect([asked.status, codesOf(asked)]).toEqual([400, ['unknown_parameter']])
  })

  it('is not for readers', async () => {
    expect((await newsroom.ask('GET', '/api/review-queue?fastTracked=true')).status).toBe(401)
  })
})

async function fullText() {
  const { body, credits } = (
    await newsroom.ask('GET', `/api/articles/${await desk.anArticle()}?draft=true&depth=0`, { as: 'editor' })
  ).body
  return { body, credits: credits.map(({ author, role }: { author: string; role: string }) => ({ author, role })) }
}

async function setReviews(reviews: readonly object[]) {
  const answer = await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews } } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function liveSignOff(id: string, as: 'reviewer' | 'reviewer2' | 'editor2', review?: string): Promise<Answer> {
  const { live } = (await newsroom.ask('GET', `/api/articles/${id}/transitions`, { as })).body
  return newsroom.ask('POST', `/api/articles/${id}/transitions`, {
    as,
    body: { transition: 'sign_off', digest: live, ...(review ? { review } : {}) },
  })
}
