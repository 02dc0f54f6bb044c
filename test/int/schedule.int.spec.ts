import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { changeByHand } from '../helpers/byHand.ts'
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
    newsroom.forgetLogin('reviewer')
    expect((await publishDue(newsroom.payload)).published).toBe(1)
  })

  it('publishes an author and their article that are due together', async () => {
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

describe('what was due and could not go out', () => {
  const queue = async () =>
    (await newsroom.ask('GET', '/api/review-queue?limit=100', { as: 'editor' })).body.docs as {
      id: string
      missed: object | null
    }[]

  // Guard: `recordMissedPublication` in the clock, and what is late among what waits in the review queue.
  it('is told to the desk once: in the log, in the dossier and in the review queue, until it goes out late', async () => {
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
    expect((await queue()).map((each) => each.id)).toContain(id)
    await publishDue(newsroom.payload)
    await publishDue(newsroom.payload)
    const missed = {
      due: inMinutes(10).toISOString(),
      at: inMinutes(11).toISOString(),
      by: 'clock',
      code: 'quorum_missing',
      message: expect.stringContaining('gave it, and may not give it any more.'),
    }
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'scheduled', missed })
    expect((await queue()).find((each) => each.id === id)).toMatchObject({ missed })
    expect((await desk.events('articles', id)).filter((each) => each === 'missed')).toHaveLength(1)
    const { body } = await newsroom.graphql(
      `{ articleDossier(id: "${id}") { missed { due at by code message } } }`,
      {},
      'editor',
    )
    expect(body.data.articleDossier.missed).toMatchObject(missed)

    await reviewer(true)
    newsroom.forgetLogin('reviewer')
    now = inMinutes(30)
    await publishDue(newsroom.payload)
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'published', missed: null })
    const events = await newsroom.ask('GET', `/api/articles/${id}/events`, { as: 'editor' })
    expect(events.body.docs.at(-1)).toMatchObject({ due: inMinutes(10).toISOString(), at: inMinutes(30).toISOString() })
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('says who took it off the schedule, with what', async () => {
    const edited = await scheduled(inMinutes(10))
    await desk.save('articles', edited, { headline: 'Changed at the last moment' })
    const spiked = await scheduled(inMinutes(10))
    await desk.moved('articles', spiked, 'spike', 'editor')
    const due = inMinutes(10).toISOString()
    const by = newsroom.userIds.editor
    expect(await desk.dossier('articles', edited)).toMatchObject({ missed: { due, by, code: 'void' } })
    expect(await desk.dossier('articles', spiked)).toMatchObject({ missed: { due, by, code: 'spike' } })
  })

  it('does not go out under an embargo or from the trash, or with a withdrawn author', async () => {
    const author = await desk.published('authors', await desk.anAuthor())
    const withdrawn = await scheduled(inMinutes(10), { credits: [{ author, role: 'author' }] })
    await desk.moved('authors', author, 'withdraw', 'publisher', { reason: 'They asked for it.' })
    const embargoed = await scheduled(inMinutes(10), { embargoUntil: inMinutes(5).toISOString() })
    await desk.save('articles', embargoed, { embargoUntil: inMinutes(60).toISOString() })
    const trashed = await scheduled(inMinutes(10))
    await desk.save('articles', trashed, { deletedAt: START.toISOString() })
    now = inMinutes(11)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    expect(await desk.dossier('articles', withdrawn)).toMatchObject({ missed: { by: 'clock', code: 'gate_failed' } })
    // The embargo is content: setting it voided the sign-off.
    expect(await desk.dossier('articles', embargoed)).toMatchObject({ stage: 'in_review', missed: { code: 'void' } })
    expect(await desk.dossier('articles', trashed)).toMatchObject({ missed: { by: 'clock', code: 'wrong_stage' } })
    for (const id of [withdrawn, embargoed, trashed]) expect(await isPublic(id)).toBe(false)
    expect((await audit(newsroom.payload)).offences).toEqual([])
    await desk.moved('articles', withdrawn, 'unschedule', 'publisher')
  })

  // Guard: what was told of takes turns behind what has just become due, and one broken piece stops no round.
  it('keeps nothing else waiting, even when it cannot be judged at all', async () => {
    const author = await desk.approved('authors', await desk.anAuthor())
    const stuck = await scheduled(inMinutes(1), { credits: [{ author, role: 'author' }] })
    const broken = await scheduled(inMinutes(1))
    const { docs } = await newsroom.payload.db.find<{ id: string; state: object }>({
      collection: 'dossiers',
      where: { pieceId: { equals: broken } },
    })
    await brokenState(docs[0])
    const good = await scheduled(inMinutes(2))
    now = inMinutes(3)
    for (let round = 0; round < 2; round++) await publishDue(newsroom.payload)
    expect([await isPublic(stuck), await isPublic(good)]).toEqual([false, true])
    await mended(docs[0])
    await desk.moved('articles', stuck, 'unschedule', 'publisher')
    expect((await publishDue(newsroom.payload)).published).toBe(1)
  })
})

/** Only the database itself lets a row be broken; the adapter refuses it. */
async function brokenState(row: { id: string; state: object } | undefined): Promise<void> {
  await writeState(row?.id ?? '', { ...row?.state, signOffs: null })
}

async function mended(row: { id: string; state: object } | undefined): Promise<void> {
  await writeState(row?.id ?? '', row?.state ?? {})
}

async function writeState(id: string, state: object): Promise<void> {
  const { db } = newsroom.payload
  if (db.name === 'mongoose') {
    const { connection } = db as unknown as {
      connection: { collection: (name: string) => { updateOne: (where: object, set: object) => Promise<unknown> } }
    }
    const { Types } = await import('mongoose')
    await connection.collection('dossiers').updateOne({ _id: new Types.ObjectId(id) }, { $set: { state } })
    return
  }
  await changeByHand(newsroom.payload, { table: 'dossiers', by: ['id', id], column: 'state' }, () =>
    JSON.stringify(state),
  )
}

describe('times', () => {
  // Guard: `instant()` in the shape of date fields; without it the server's own zone decided.
  it('without an offset are refused wherever they come in', async () => {
    const id = await desk.anArticle()
    for (const embargoUntil of ['2026-03-01T10:00:00', '2026-03-01', 'March 1, 2026 10:00', '2026-02-30T10:00:00Z']) {
      const answer = await desk.save('articles', id, { embargoUntil })
      expect([embargoUntil, answer.status, codesOf(answer)]).toEqual([embargoUntil, 400, ['invalid_value']])
    }
    const approved = await desk.approved('articles', id)
    const { digest } = await desk.transitions('articles', approved, 'publisher')
    const { body } = await newsroom.graphql(
      `mutation { transitionArticle(id: "${id}", transition: "schedule", digest: "${String(digest)}", at: "2026-03-01T10:00:00") { doc { id } } }`,
      {},
      'publisher',
    )
    expect(body.errors[0].extensions).toMatchObject({ code: 'invalid_value', field: 'at' })
    const draft = await newsroom.graphql(
      `mutation { updateArticle(id: "${id}", data: { embargoUntil: "2026-03-01T10:00:00" }) { id } }`,
      {},
      'editor',
    )
    expect(draft.body.errors).toHaveLength(1)
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'approved', digest })
  })

  it('with an offset are the moment that they name', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    await desk.moved('articles', id, 'schedule', 'publisher', { at: '2026-03-01T13:10:00+05:00' })
    now = inMinutes(9)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    now = inMinutes(10)
    expect((await publishDue(newsroom.payload)).published).toBe(1)
  })
})

describe('a clock that jumps', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  const jump = (minutes: number) => {
    now = inMinutes(minutes)
    vi.setSystemTime(now)
  }

  // Guard: `afterLatest` gives each version a time later than the one before, whatever the clock says.
  it('back takes nothing back, and the newest text stays the newest', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    jump(0)
    const id = await scheduled(inMinutes(10))
    jump(11)
    expect((await publishDue(newsroom.payload)).published).toBe(1)
    jump(-50)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    expect(await isPublic(id)).toBe(true)
    for (const headline of ['Second', 'Third']) await desk.save('articles', id, { headline })
    jump(-40)
    await desk.published('articles', id)
    const { body } = await newsroom.ask('GET', `/api/articles/${id}`)
    expect(body.headline).toBe('Third')
    const { body: list } = await newsroom.ask('GET', `/api/articles?draft=true&where[id][equals]=${id}`, {
      as: 'editor',
    })
    expect(list.totalDocs).toBe(1)
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('back before the due time holds it, forward over it lets it go once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    jump(0)
    const id = await scheduled(inMinutes(10))
    jump(-30)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    jump(20)
    expect((await publishDue(newsroom.payload)).published).toBe(1)
    jump(5)
    jump(25)
    expect((await publishDue(newsroom.payload)).published).toBe(0)
    expect((await desk.events('articles', id)).filter((each) => each === 'publish')).toHaveLength(1)
  })
})
