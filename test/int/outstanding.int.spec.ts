import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/index.ts'
import { hire } from '../helpers/hire.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

// A review that is lacking again after the round of review: it is given where the piece stands, and moves it nowhere.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date((now += 1000)) })
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const DESK = { name: 'desk', needed: 1, roles: ['reviewer'] }
const LEGAL = { name: 'legal', needed: 1, roles: ['publisher'] }
const setReviews = async (...reviews: readonly object[]) => {
  const body = { workflow: { reviews } }
  expect((await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body })).status).toBe(200)
}

afterEach(() => setReviews(DESK))

const reviewsGiven = async (id: string) =>
  (await desk.dossier('articles', id)).signOffs.map(({ review }: { review: string }) => review)
const isPublic = async (id: string) => (await newsroom.ask('GET', `/api/articles/${id}`)).status === 200

describe.each(['approved', 'scheduled'] as const)('a piece that is %s', (stage) => {
  const there = async (id: string) => {
    const at = new Date(now + 3_600_000).toISOString()
    if (stage === 'scheduled') await desk.moved('articles', id, 'schedule', 'publisher', { at })
    return id
  }
  const goesOut = async (id: string) => {
    if (stage === 'approved') return desk.moved('articles', id, 'publish', 'publisher')
    now += 7_200_000
    return publishDue(newsroom.payload)
  }

  it('is given the review that a stricter policy asks for, and goes out with it', async () => {
    const id = await there(await desk.approved('articles', await desk.anArticle()))
    const { schedule, seq } = await desk.dossier('articles', id)
    // Nothing is outstanding.
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'reviewer2'))).toEqual(['wrong_stage'])

    await setReviews(DESK, LEGAL)
    expect(codesOf(await desk.move('articles', id, 'publish', 'publisher'))).toEqual(['quorum_missing'])
    const { transitions } = await desk.transitions('articles', id, 'publisher')
    const offered = transitions.find(({ name }: { name: string }) => name === 'sign_off')
    expect(offered).toMatchObject({ allowed: true, to: stage, reviews: ['legal'] })

    // The review of the desk is complete, a contributor gives none, and another text is not this one.
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'reviewer2'))).toEqual(['wrong_stage'])
    expect(codesOf(await desk.move('articles', id, 'sign_off', 'editor2'))).toEqual(['forbidden'])
    const digest = `sha256:${'9'.repeat(64)}`
    const stale = await desk.move('articles', id, 'sign_off', 'publisher', { digest })
    expect(codesOf(stale)).toEqual(['stale_digest'])
    expect(await desk.dossier('articles', id)).toMatchObject({ stage, seq })
    expect(await reviewsGiven(id)).toEqual(['desk'])

    const { dossier, event } = await desk.moved('articles', id, 'sign_off', 'publisher')
    expect(event).toMatchObject({ from: stage, to: stage, review: 'legal', role: 'publisher', seq: Number(seq) + 1 })
    expect(dossier).toMatchObject({ stage, schedule })
    expect(await reviewsGiven(id)).toEqual(['desk', 'legal'])
    expect(await isPublic(id)).toBe(false)
    await goesOut(id)
    expect(await isPublic(id)).toBe(true)
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('is signed in the place of somebody who may not give the review any more', async () => {
    const rita = await hire(newsroom, { roles: ['reviewer'] })
    const id = await desk.anArticle()
    const { dossier } = await desk.moved('articles', id, 'submit', 'editor')
    const body = { transition: 'sign_off', digest: dossier.digest }
    expect((await rita.ask('POST', `/api/articles/${id}/transitions`, body)).status).toBe(200)
    await there(id)
    const { body: user } = await newsroom.ask('PATCH', `/api/users/${rita.id}`, {
      as: 'admin',
      body: { active: false },
    })
    expect(user.doc.active).toBe(false)

    const { event } = await desk.moved('articles', id, 'sign_off', 'reviewer')
    expect(event).toMatchObject({ from: stage, to: stage, review: 'desk', role: 'reviewer' })
    expect(await reviewsGiven(id)).toEqual(['desk', 'desk'])
    await goesOut(id)
    expect(await isPublic(id)).toBe(true)
  })
})
