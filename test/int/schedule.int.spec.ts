import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../src/payload/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

const START = new Date('2026-03-01T08:00:00.000Z')
const inMinutes = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = START

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  desk = pieces(newsroom)
})

beforeEach(() => {
  now = START
})

afterAll(async () => {
  await newsroom.close()
})

const isPublic = async (id: string) => (await newsroom.ask('GET', `/api/articles/${id}`)).status === 200

async function scheduled(at: Date, more: object = {}): Promise<string> {
  const id = await desk.approved('articles', await desk.anArticle(more))
  await desk.moved('articles', id, 'schedule', 'publisher', { at: at.toISOString() })
  return id
}

describe('scheduling', () => {
  it('publishes at the time and not before, once, and says when it was due', async () => {
    const id = await scheduled(inMinutes(10))
    now = inMinutes(9)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
    expect(await isPublic(id)).toBe(false)
    now = inMinutes(25)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 1, refused: 0 })
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
    expect(await isPublic(id)).toBe(true)
    const { body } = await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })
    expect(body.docs.at(-1)).toMatchObject({
      transition: 'publish',
      actor: 'clock',
      due: inMinutes(10).toISOString(),
      at: inMinutes(25).toISOString(),
    })
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('runs once although several try at the same moment', async () => {
    const id = await scheduled(inMinutes(10))
    now = inMinutes(10)
    const runs = await Promise.all([1, 2, 3].map(() => publishDue(newsroom.payload)))
    expect(runs.reduce((sum, each) => sum + each.published, 0)).toBe(1)
    expect((await desk.events('articles', id)).filter((each) => each === 'publish')).toHaveLength(1)
  })

  it('does not publish what was edited after the sign-off', async () => {
    const id = await scheduled(inMinutes(10))
    await desk.save('articles', id, { headline: 'Changed at the last moment' })
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'in_review', schedule: null })
    now = inMinutes(11)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
    expect(await isPublic(id)).toBe(false)
  })

  it('does not publish what was unscheduled or spiked', async () => {
    const unscheduled = await scheduled(inMinutes(10))
    await desk.moved('articles', unscheduled, 'unschedule', 'publisher')
    const spiked = await scheduled(inMinutes(10))
    await desk.moved('articles', spiked, 'spike', 'editor')
    now = inMinutes(11)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    expect([await isPublic(unscheduled), await isPublic(spiked)]).toEqual([false, false])
  })

  it('does not publish when the reviewer may not sign off any more, and keeps the piece scheduled', async () => {
    const id = await scheduled(inMinutes(10))
    const reviewer = (active: boolean) =>
      newsroom.payload.update({
        collection: 'users',
        id: newsroom.userIds.reviewer,
        data: { active },
        overrideAccess: true,
      })
    await reviewer(false)
    now = inMinutes(11)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 1 })
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'scheduled', live: null })
    await reviewer(true)
    expect((await publishDue(newsroom.payload)).published).toBe(1)
  })

  it('publishes an author and her article that are due together', async () => {
    const author = await desk.approved('authors', await desk.anAuthor())
    const article = await desk.approved('articles', await desk.anArticle({ credits: [{ author, role: 'author' }] }))
    await desk.moved('articles', article, 'schedule', 'publisher', { at: inMinutes(10).toISOString() })
    await desk.moved('authors', author, 'schedule', 'publisher', { at: inMinutes(10).toISOString() })
    now = inMinutes(10)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 2, refused: 0 })
  })

  it('takes only times ahead, with an offset, and not before the embargo', async () => {
    const id = await desk.approved('articles', await desk.anArticle({ embargoUntil: inMinutes(60).toISOString() }))
    const schedule = (at: string) => desk.move('articles', id, 'schedule', 'publisher', { at })
    expect(codesOf(await schedule(inMinutes(-1).toISOString()))).toEqual(['time_not_ahead'])
    expect(codesOf(await schedule(inMinutes(30).toISOString()))).toEqual(['embargoed'])
    for (const odd of ['2026-03-01T10:00:00', 'tomorrow', '2026-13-01T10:00:00Z']) {
      const answer = await schedule(odd)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    }
    expect(codesOf(await desk.move('articles', id, 'publish', 'publisher'))).toEqual(['embargoed'])
    expect((await schedule('2026-03-01T10:00:00+01:00')).status).toBe(200)
  })
})
