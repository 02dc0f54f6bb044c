import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { aClockMemory } from '../../packages/plugin-imprimatur/src/operations/clock/ClockMemory.ts'
import { openNewsroom, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

const START = new Date('2030-05-06T10:00:00.000Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)

let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
let now = START

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  the = pieces(newsroom)
})
beforeEach(() => {
  now = START
})
afterAll(async () => newsroom.close())

type Named = { readonly collection: string; readonly id: string; readonly digest?: string }

const article = (id: string): Named => ({ collection: 'articles', id })
const post = (address: string, body: unknown, as?: Staff) =>
  newsroom.ask('POST', `/api/releases${address}`, { body, ...(as ? { as } : {}) })
const get = async (id: string, as: Staff = 'publisher') =>
  (await newsroom.ask('GET', `/api/releases/${id}`, { as })).body
const status = async (answer: Promise<Answer>) => {
  const given = await answer
  return given.status < 300 ? 'ok' : `${String(given.status)} ${codesOf(given).join()}`
}
let made = 0
async function aRelease(...items: readonly Named[]): Promise<string> {
  const answer = await post('', { name: `Release ${String(++made)}`, ...(items.length > 0 ? { items } : {}) }, 'editor')
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(answer.body.doc.id)
}
const anApproved = async (more: object = {}) => the.approved('articles', await the.anArticle(more))
const isPublic = async (id: string, collection = 'articles') =>
  (await newsroom.ask('GET', `/api/${collection}/${id}`)).status === 200
/** Counts how often a release is written from here on. */
function countWrites(): { readonly end: () => number } {
  const { db } = newsroom.payload
  const updateOne = db.updateOne.bind(db)
  let count = 0
  db.updateOne = (args) => {
    if (args.collection === 'releases') count++
    return updateOne(args)
  }
  return {
    end: () => {
      db.updateOne = updateOne
      return count
    },
  }
}
const errorsOf = (answer: Answer) =>
  answer.body.errors.map(({ code, collection, id }: { code: string; collection: string; id: string }) => ({
    code,
    collection,
    id,
  }))

describe('a release', () => {
  it('holds pieces with the text that was meant, and changes nothing of them', async () => {
    const [one, two] = [await anApproved(), await the.anArticle()]
    const before = await Promise.all([one, two].map((id) => the.dossier('articles', id)))
    const id = await aRelease(article(one))
    const added = await post(`/${id}/add`, { items: [article(two)] }, 'publisher')
    expect(added.body.doc).toMatchObject({
      id,
      state: 'open',
      scheduledAt: null,
      missed: null,
      version: 2,
      createdBy: newsroom.userIds.editor,
      createdAt: START.toISOString(),
      pieces: [
        {
          collection: 'articles',
          id: one,
          stage: 'approved',
          digest: before[0].digest,
          addedBy: newsroom.userIds.editor,
        },
        {
          collection: 'articles',
          id: two,
          stage: 'draft',
          digest: before[1].digest,
          addedBy: newsroom.userIds.publisher,
        },
      ],
    })
    expect((await post(`/${id}/remove`, { items: [article(one)] }, 'editor')).body.doc.pieces).toHaveLength(1)
    expect(await Promise.all([one, two].map((piece) => the.dossier('articles', piece)))).toEqual(before)
    const list = await newsroom.ask('GET', '/api/releases?state=open&limit=1', { as: 'reviewer' })
    expect(list.status, JSON.stringify(list.body)).toBe(200)
    expect(list.body.docs).toMatchObject([{ id, pieces: [{ collection: 'articles', id: two }] }])
    expect(list.headers.get('cache-control')).toBe('private, no-store')
  })

  it('goes out as a whole: an article with its author, in one move', async () => {
    const author = await the.approved('authors', await the.anAuthor())
    const piece = await anApproved({ credits: [{ author, role: 'author' }] })
    const id = await aRelease(article(piece), { collection: 'authors', id: author })
    expect((await get(id)).pieces.map((each: { blockers: unknown[] }) => each.blockers)).toEqual([[], []])
    const answer = await post(`/${id}/publish`, {}, 'publisher')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.doc).toMatchObject({
      state: 'published',
      publishedAt: START.toISOString(),
      publishedBy: newsroom.userIds.publisher,
    })
    expect(answer.body.results.map((each: { event: { transition: string } }) => each.event.transition)).toEqual([
      'publish',
      'publish',
    ])
    expect([await isPublic(piece), await isPublic(author, 'authors')]).toEqual([true, true])
    expect(await status(post(`/${id}/publish`, {}, 'publisher'))).toBe('409 wrong_stage')
    expect(await status(post(`/${id}/add`, { items: [article(await the.anArticle())] }, 'editor'))).toBe(
      '409 wrong_stage',
    )
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  // Guard: the one transaction of executeTransitions() around all pieces.
  it('stays as a whole when one piece cannot go out, and the refusal names each that stands in the way', async () => {
    const [good, draft, embargoed] = [
      await anApproved(),
      await the.anArticle(),
      await anApproved({ embargoUntil: after(3600).toISOString() }),
    ]
    const id = await aRelease(article(good), article(draft), article(embargoed))
    const answer = await post(`/${id}/publish`, {}, 'publisher')
    expect(answer.status).toBe(409)
    expect(errorsOf(answer)).toEqual([
      { code: 'wrong_stage', collection: 'articles', id: draft },
      { code: 'embargoed', collection: 'articles', id: embargoed },
    ])
    expect(answer.body.errors[1].blockers).toMatchObject([{ code: 'embargoed' }])
    expect(await isPublic(good)).toBe(false)
    expect(await get(id)).toMatchObject({ state: 'open', pieces: [{ blockers: [] }, {}, {}] })
    await post(`/${id}/remove`, { items: [article(draft), article(embargoed)] }, 'editor')
    expect(await status(post(`/${id}/publish`, {}, 'publisher'))).toBe('ok')
  })

  // Guard: the digest that was meant, in moveAll().
  it('never takes out another text than the one that was meant', async () => {
    const [good, edited] = [await anApproved(), await anApproved()]
    const id = await aRelease(article(good), article(edited))
    await the.save('articles', edited, { standfirst: 'Changed since' })
    await the.moved('articles', edited, 'sign_off', 'reviewer')
    expect(await the.dossier('articles', edited)).toMatchObject({ stage: 'approved' })
    const answer = await post(`/${id}/publish`, {}, 'publisher')
    expect([answer.status, errorsOf(answer)]).toEqual([
      409,
      [{ code: 'stale_digest', collection: 'articles', id: edited }],
    ])
    expect([await isPublic(good), await isPublic(edited)]).toEqual([false, false])
    const { digest } = await the.dossier('articles', edited)
    const old = (await get(id)).pieces[1].digest
    expect(await status(post(`/${id}/add`, { items: [{ ...article(edited), digest: old }] }, 'editor'))).toBe(
      '409 stale_digest',
    )
    const again = await post(`/${id}/add`, { items: [{ ...article(edited), digest }] }, 'editor')
    expect(again.body.doc.pieces.map((each: Named) => each.id)).toEqual([good, edited])
    expect(await status(post(`/${id}/publish`, { version: again.body.doc.version - 1 }, 'publisher'))).toBe(
      '409 stale_digest',
    )
    expect(await status(post(`/${id}/publish`, { version: again.body.doc.version }, 'publisher'))).toBe('ok')
  })

  // Guard: holdersOf() in put(), and the unique `hold`.
  it('has a piece for itself until it has gone out', async () => {
    const piece = await anApproved()
    const first = await aRelease(article(piece))
    const second = await aRelease()
    const answer = await post(`/${second}/add`, { items: [article(piece)] }, 'editor')
    expect([answer.status, answer.body.errors[0]]).toMatchObject([
      409,
      { code: 'in_release', release: { id: first }, collection: 'articles', id: piece },
    ])
    expect(answer.body.errors[0].message).toContain((await get(first)).name)
    expect(await status(post(`/${first}/publish`, {}, 'publisher'))).toBe('ok')
    await the.save('articles', piece, { standfirst: 'The next one' })
    expect(await status(post(`/${second}/add`, { items: [article(piece)] }, 'editor'))).toBe('ok')
    expect((await get(first)).pieces).toHaveLength(1)
  })

  it('is given a piece by one of two at once', async () => {
    const piece = await the.anArticle()
    const releases = [await aRelease(), await aRelease()]
    const outcome = await Promise.all(
      releases.map((id) => status(post(`/${id}/add`, { items: [article(piece)] }, 'editor'))),
    )
    expect(outcome.toSorted()).toEqual(['409 in_release', 'ok'])
  })

  it('goes out once when two publish it at once', async () => {
    const piece = await anApproved()
    const id = await aRelease(article(piece))
    const outcome = await Promise.all([
      status(post(`/${id}/publish`, {}, 'publisher')),
      status(post(`/${id}/publish`, {}, 'publisher')),
    ])
    expect(outcome.toSorted()).toEqual(['409 wrong_stage', 'ok'])
    expect((await the.events('articles', piece)).filter((each) => each === 'publish')).toHaveLength(1)
  })

  it('is put together by editors and publishers, and sent out by whoever may publish', async () => {
    const [piece, other] = [await anApproved(), await the.anArticle()]
    const id = await aRelease(article(piece))
    const items = [article(other)]
    for (const [as, create, arrange, send] of [
      [undefined, '401 not_authenticated', '401 not_authenticated', '401 not_authenticated'],
      ['contributor', '403 forbidden', '404 not_found', '404 not_found'],
      ['reviewer', '403 forbidden', '403 forbidden', '403 forbidden'],
      ['admin', '403 forbidden', '403 forbidden', '403 forbidden'],
    ] as const) {
      expect(await status(post('', { name: 'Mine' }, as))).toBe(create)
      expect(await status(post(`/${id}/add`, { items }, as))).toBe(arrange)
      expect(await status(post(`/${id}/remove`, { items: [article(piece)] }, as))).toBe(arrange)
      expect(await status(post(`/${id}/schedule`, { at: after(60).toISOString() }, as))).toBe(send)
      expect(await status(post(`/${id}/publish`, {}, as))).toBe(send)
    }
    expect(await status(post(`/${id}/publish`, {}, 'editor'))).toBe('403 forbidden')
    expect(await status(post(`/${id}/schedule`, { at: after(60).toISOString() }, 'editor'))).toBe('403 forbidden')
    expect((await get(id, 'contributor')).errors[0].code).toBe('not_found')
    const list = await newsroom.ask('GET', '/api/releases', { as: 'contributor' })
    expect(list.body).toMatchObject({ docs: [], totalDocs: 0 })
    expect((await newsroom.ask('GET', '/api/releases')).status).toBe(401)
    expect((await newsroom.ask('GET', `/api/releases/${id}`)).status).toBe(401)
    expect(await get(id)).toMatchObject({ state: 'open', version: 1, pieces: [{ id: piece }] })
  })

  const FORMS: readonly (readonly [string, string, unknown, string])[] = [
    ['no name', '', {}, 'name'],
    ['an empty name', '', { name: '  ' }, 'name'],
    ['a long name', '', { name: 'n'.repeat(201) }, 'name'],
    ['another value', '', { name: 'A', state: 'published' }, 'state'],
    ['no items', '/ID/add', {}, 'items'],
    ['an empty list', '/ID/add', { items: [] }, 'items'],
    ['too many', '/ID/add', { items: Array.from({ length: 51 }, (_, at) => article(String(at))) }, 'items'],
    ['one twice', '/ID/add', { items: [article('1'), article('1')] }, 'items'],
    ['no id', '/ID/add', { items: [{ collection: 'articles' }] }, 'items.0'],
    ['an odd digest', '/ID/add', { items: [{ ...article('1'), digest: 'sha256:0' }] }, 'items.0.digest'],
    ['no time', '/ID/schedule', {}, 'at'],
    ['a time without a zone', '/ID/schedule', { at: '2030-05-06T12:00:00' }, 'at'],
    ['a day that there is not', '/ID/schedule', { at: '2030-02-30T12:00:00Z' }, 'at'],
    ['an odd version', '/ID/publish', { version: '1' }, 'version'],
  ]
  it.each(FORMS)('refuses %s', async (_, address, body, field) => {
    const id = await aRelease()
    const answer = await post(address.replace('ID', id), body, 'publisher')
    expect([answer.status, codesOf(answer), answer.body.errors[0].field]).toEqual([400, ['invalid_value'], field])
  })

  it('is not there, or holds nothing, or not that piece', async () => {
    const id = await aRelease()
    expect(await status(post(`/${id}/publish`, {}, 'publisher'))).toBe('422 release_empty')
    expect(await status(post(`/${id}/schedule`, { at: after(60).toISOString() }, 'publisher'))).toBe(
      '422 release_empty',
    )
    expect(await status(post('/nothing/publish', {}, 'publisher'))).toBe('404 not_found')
    expect(await status(post(`/${id}/add`, { items: [article('nothing')] }, 'editor'))).toBe('404 not_found')
    expect(await status(post(`/${id}/add`, { items: [{ collection: 'users', id: '1' }] }, 'editor'))).toBe(
      '404 not_found',
    )
    expect(await status(post(`/${id}/remove`, { items: [article('nothing')] }, 'editor'))).toBe('404 not_found')
    expect((await newsroom.ask('GET', '/api/releases?state=gone', { as: 'editor' })).status).toBe(400)
    expect((await newsroom.ask('GET', '/api/releases?sort=name', { as: 'editor' })).status).toBe(400)
  })

  it('goes out without a piece that was deleted only when somebody has taken it out', async () => {
    const [kept, deleted] = [await anApproved(), await the.anArticle()]
    const id = await aRelease(article(kept), article(deleted))
    expect((await newsroom.ask('DELETE', `/api/articles/${deleted}`, { as: 'editor' })).status).toBe(200)
    expect((await get(id)).pieces[1]).toMatchObject({ id: deleted, stage: null, title: null })
    expect(await status(post(`/${id}/publish`, {}, 'publisher'))).toBe('409 wrong_stage')
    expect(await status(post(`/${id}/remove`, { items: [article(deleted)] }, 'editor'))).toBe('ok')
    expect(await status(post(`/${id}/publish`, {}, 'publisher'))).toBe('ok')
  })

  it('never reaches readers', async () => {
    const piece = await anApproved({ headline: 'Quiet until May' })
    await aRelease(article(piece))
    for (const address of ['/api/articles', '/api/releases', '/api/changes'])
      expect(JSON.stringify((await newsroom.ask('GET', address)).body)).not.toContain('Quiet until May')
  })
})

describe('a release with a time', () => {
  const schedule = async (id: string, at: Date | null) =>
    post(`/${id}/schedule`, { at: at?.toISOString() ?? null }, 'publisher')

  // Guard: the clock leaves the pieces of a release to the release.
  it('goes out at that time and not before, in one transaction, and each piece says so', async () => {
    const author = await the.approved('authors', await the.anAuthor())
    const piece = await anApproved({ credits: [{ author, role: 'author' }] })
    const id = await aRelease(article(piece), { collection: 'authors', id: author })
    const answer = await schedule(id, after(60))
    expect(answer.body.doc).toMatchObject({
      state: 'scheduled',
      scheduledAt: after(60).toISOString(),
      scheduledBy: newsroom.userIds.publisher,
      pieces: [{ stage: 'scheduled' }, { stage: 'scheduled' }],
    })
    for (const act of ['add', 'remove'])
      expect(await status(post(`/${id}/${act}`, { items: [article(piece)] }, 'editor'))).toBe('409 wrong_stage')
    now = after(59)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
    now = after(60)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 2, refused: 0 })
    expect(await get(id)).toMatchObject({ state: 'published', publishedBy: 'clock', missed: null })
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
    expect([await isPublic(piece), await isPublic(author, 'authors')]).toEqual([true, true])
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('is refused for a time that is past or under an embargo, and nothing of it is scheduled', async () => {
    const [free, held] = [await anApproved(), await anApproved({ embargoUntil: after(3600).toISOString() })]
    const id = await aRelease(article(free), article(held))
    expect(errorsOf(await schedule(id, after(-1)))).toHaveLength(2)
    expect(errorsOf(await schedule(id, after(60)))).toEqual([{ code: 'embargoed', collection: 'articles', id: held }])
    expect(await the.dossier('articles', free)).toMatchObject({ stage: 'approved', schedule: null })
    expect((await schedule(id, after(3600))).status).toBe(200)
    expect((await get(id)).pieces.map((each: { blockers: unknown[] }) => each.blockers)).toEqual([[], []])
  })

  it('is given another time, or none', async () => {
    const piece = await anApproved()
    const id = await aRelease(article(piece))
    expect(await status(post(`/${id}/schedule`, { at: null }, 'publisher'))).toBe('409 wrong_stage')
    await schedule(id, after(60))
    expect((await schedule(id, after(120))).body.doc).toMatchObject({ scheduledAt: after(120).toISOString() })
    expect(await the.dossier('articles', piece)).toMatchObject({ schedule: { at: after(120).toISOString() } })
    expect((await schedule(id, after(-5))).status).toBe(422)
    expect(await the.dossier('articles', piece)).toMatchObject({ schedule: { at: after(120).toISOString() } })
    expect((await schedule(id, null)).body.doc).toMatchObject({ state: 'open', scheduledAt: null, scheduledBy: null })
    expect(await the.dossier('articles', piece)).toMatchObject({ stage: 'approved', schedule: null })
    now = after(200)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 0 })
  })

  // Guard: the strayed pieces in publishDueReleases.ts, and isHeldBack().
  it('does not go out when a piece was edited, says so, and tells the desk once', async () => {
    const [kept, edited] = [await anApproved(), await anApproved()]
    const id = await aRelease(article(kept), article(edited))
    const { version } = await get(id)
    const unreadBefore = (await newsroom.ask('GET', '/api/notifications?unread=true', { as: 'publisher' })).body.unread
    await schedule(id, after(60))
    const writes = countWrites()
    await the.save('articles', edited, { standfirst: 'At the last moment' })
    expect(await the.dossier('articles', edited)).toMatchObject({ stage: 'in_review', schedule: null })
    await newsroom.ask('POST', '/api/notifications/read', { as: 'publisher', body: { all: true } })
    expect(unreadBefore).toEqual(expect.any(Number))

    const memory = aClockMemory()
    const tried: number[] = []
    for (let second = 60; second <= 200; second += 5) {
      now = after(second)
      if ((await publishDue(newsroom.payload, memory)).refused > 0) tried.push(second)
    }
    // Told at 60; then after 5, 15, 35, 75 seconds, and each minute.
    expect(tried).toEqual([60, 65, 75, 95, 135, 195])
    expect([await isPublic(kept), await isPublic(edited)]).toEqual([false, false])
    expect(await the.dossier('articles', kept)).toMatchObject({ stage: 'scheduled' })
    const release = await get(id)
    // Written once, and nothing that a request is based on: only the schedule was a change.
    expect(writes.end()).toBe(1)
    expect(release).toMatchObject({
      state: 'scheduled',
      version: Number(version) + 1,
      missed: {
        due: after(60).toISOString(),
        at: after(60).toISOString(),
        code: 'wrong_stage',
        pieces: [{ collection: 'articles', id: edited, code: 'wrong_stage' }],
      },
    })
    for (const who of ['publisher', 'editor'] as const) {
      const { body } = await newsroom.ask('GET', '/api/notifications?unread=true', { as: who })
      const told = body.docs.filter((each: { kind: string; release?: { id: string } }) => each.release?.id === id)
      expect(told).toMatchObject([
        { kind: 'release_missed', by: 'clock', piece: null, release: { id, name: release.name } },
      ])
    }

    await schedule(id, null)
    await the.moved('articles', edited, 'sign_off', 'reviewer')
    expect(await status(post(`/${id}/add`, { items: [article(edited)] }, 'editor'))).toBe('ok')
    await schedule(id, after(300))
    now = after(300)
    expect(await publishDue(newsroom.payload, memory)).toEqual({ published: 2, refused: 0 })
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  // Guard: hasItsTime(); a piece was left to a release whose time it did not have, and that time took it out in place of its own.
  it('does not take a piece out that has a time of its own by now, which goes out at that', async () => {
    const [kept, earlier, later] = [await anApproved(), await anApproved(), await anApproved()]
    const id = await aRelease(article(kept), article(earlier), article(later))
    await schedule(id, after(60))
    for (const [piece, at] of [
      [earlier, after(30)],
      [later, after(120)],
    ] as const) {
      await the.moved('articles', piece, 'unschedule', 'publisher')
      await the.moved('articles', piece, 'schedule', 'publisher', { at: at.toISOString() })
    }
    now = after(30)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 1, refused: 0 })
    expect(await isPublic(earlier)).toBe(true)
    now = after(60)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 0, refused: 3 })
    expect([await isPublic(kept), await isPublic(later)]).toEqual([false, false])
    expect((await get(id)).missed.pieces).toMatchObject([
      { id: earlier, code: 'wrong_stage', message: expect.stringContaining('not scheduled any more') as string },
      { id: later, code: 'wrong_stage', message: expect.stringContaining('a time of its own') as string },
    ])
    now = after(120)
    await publishDue(newsroom.payload)
    expect([await isPublic(kept), await isPublic(later)]).toEqual([false, true])
    await schedule(id, null)
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })

  it('goes out later by itself when what stood in the way is gone, and holds up nothing else', async () => {
    const author = await the.published('authors', await the.anAuthor())
    const [one, two] = [await anApproved({ credits: [{ author, role: 'author' }] }), await anApproved()]
    const id = await aRelease(article(one), article(two))
    await schedule(id, after(60))
    const alone = await anApproved()
    await the.moved('articles', alone, 'schedule', 'publisher', { at: after(60).toISOString() })
    await the.moved('authors', author, 'withdraw', 'publisher', { reason: 'For an hour.' })
    now = after(60)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 1, refused: 2 })
    expect([await isPublic(one), await isPublic(two), await isPublic(alone)]).toEqual([false, false, true])
    expect((await get(id)).missed).toMatchObject({ code: 'gate_failed', pieces: [{ id: one }] })
    await the.moved('authors', author, 'revise', 'editor')
    await the.published('authors', author)
    now = after(70)
    expect(await publishDue(newsroom.payload)).toEqual({ published: 2, refused: 0 })
    expect(await get(id)).toMatchObject({ state: 'published', missed: null })
  })
})
