import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pruneChanges } from '../../packages/plugin-imprimatur/src/changes/index.ts'
import '../helpers/fixedSeed.ts'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { Follower, allSince } from '../helpers/followers.ts'
import { onServer, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

/** What becomes of what readers get is told to whoever follows: each change, in one order, and nothing that was never public. */

const HOUR = 3_600_000
let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let made = 0

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  desk = pieces(newsroom)
  await desk.publicAuthor()
})
afterAll(async () => newsroom.close())

type Told = {
  seq: number
  op: string
  collection: string
  id: string
  slug: string | null
  digest: string
  etag: string | null
  at: string
  reason: string
  keys: string[]
  doc?: { id: string; headline?: string }
}

const get = (query: string) => newsroom.ask('GET', `/api/changes${query}`)

async function page(query: string): Promise<{ changes: Told[]; cursor: string; more: boolean }> {
  const answer = await get(query)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const since = async (cursor: string, more = '') => (await page(`?since=${cursor}${more}`)).changes
const brief = (changes: readonly Told[]) => changes.map(({ op, reason, slug }) => [op, reason, slug])

/** The cursor of whoever has everything. */
async function upToDate(): Promise<string> {
  let { cursor, more } = await page('')
  while (more) ({ cursor, more } = await page(`?since=${cursor}`))
  return cursor
}

const anArticle = (slug = `piece-${String(++made)}`) => desk.anArticle({ slug, headline: `Piece at ${slug}` })
const published = async (slug?: string) => desk.published('articles', await anArticle(slug))

async function revised(id: string, change: object): Promise<void> {
  expect((await desk.save('articles', id, change)).status).toBe(200)
  await desk.published('articles', id)
}

async function teaser(more: object): Promise<string> {
  const slug = `teaser-${String(++made)}`
  const target = { kind: 'external', url: 'https://example.org/a', sourceName: 'Elsewhere' }
  const body = { headline: 'Ferries stop', excerpt: 'Nobody crosses.', slug, target, ...more }
  const answer = await newsroom.ask('POST', '/api/news-teasers', { as: 'editor', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return desk.published('news-teasers', String(answer.body.doc.id))
}

describe('what is told', () => {
  it('of a publication: which, where, its digest, and the tag by which its document is answered', async () => {
    const cursor = await upToDate()
    const id = await published('first-piece')
    const [change, ...others] = await since(cursor)
    const dossier = await desk.dossier('articles', id)
    const byId = await newsroom.ask('GET', `/api/articles/${id}`, { headers: { 'accept-encoding': 'identity' } })
    expect(change).toEqual({
      seq: expect.any(Number) as number,
      op: 'upsert',
      collection: 'articles',
      id,
      slug: 'first-piece',
      digest: dossier.live.digest as string,
      etag: byId.headers.get('etag'),
      at: now.toISOString(),
      reason: 'published',
      keys: [`articles:${id}`, 'articles'],
    })
    expect(others).toEqual([])
    expect((await since(cursor, '&include=doc'))[0]?.doc).toEqual(byId.body)
    // By these names caches in front drop each answer that shows it.
    const keysOf = async (address: string) =>
      (await newsroom.ask('GET', address)).headers.get('surrogate-key')?.split(' ') ?? []
    expect(await keysOf(`/api/articles/${id}`)).toContain(change?.keys[0])
    expect(await keysOf('/api/articles?limit=1')).toContain(change?.keys[1])
  })

  it('of a withdrawal and a retraction: that it is gone, under the slug that readers knew', async () => {
    const [withdrawn, retracted] = [await published('goes-away'), await published('was-wrong')]
    await desk.save('articles', withdrawn, { slug: 'never-public' })
    const cursor = await upToDate()
    await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await desk.moved('articles', retracted, 'retract', 'publisher', { notice: 'It was wrong.' })
    const changes = await since(cursor)
    expect(brief(changes)).toEqual([
      ['remove', 'withdrawn', 'goes-away'],
      ['remove', 'retracted', 'was-wrong'],
    ])
    expect(changes.map(({ etag, id }) => [etag, id])).toEqual([
      [null, withdrawn],
      [null, retracted],
    ])
    expect(JSON.stringify(changes)).not.toMatch(/never-public|complaint/)
  })

  it('of a piece that moves: the old address goes before the new one comes', async () => {
    const id = await published('old-place')
    const cursor = await upToDate()
    await revised(id, { slug: 'new-place' })
    expect(brief(await since(cursor))).toEqual([
      ['remove', 'moved', 'old-place'],
      ['upsert', 'published', 'new-place'],
    ])
    const between = await upToDate()
    await revised(id, { slug: 'old-place' })
    expect(brief(await since(between))).toEqual([
      ['remove', 'moved', 'new-place'],
      ['upsert', 'published', 'old-place'],
    ])
  })

  it('of what time takes away: that it has expired, at the first look after it', async () => {
    const id = await teaser({ expiresAt: new Date(now.getTime() + HOUR).toISOString() })
    const cursor = await upToDate()
    now = new Date(now.getTime() + HOUR - 1)
    expect(await since(cursor)).toEqual([])
    now = new Date(now.getTime() + 1)
    const [change] = await since(cursor)
    expect(change).toMatchObject({ op: 'remove', reason: 'expired', id, collection: 'news-teasers' })
    expect((await newsroom.ask('GET', `/api/news-teasers/${id}`)).status).toBe(404)
    // It is the same piece that comes back when the desk gives it more time.
    const later = await upToDate()
    await desk.save('news-teasers', id, { expiresAt: new Date(now.getTime() + HOUR).toISOString() })
    await desk.published('news-teasers', id)
    expect((await since(later)).map(({ op, reason }) => [op, reason])).toEqual([['upsert', 'published']])
  })

  it('of work on what readers do not see: nothing', async () => {
    const live = await published()
    const cursor = await upToDate()
    const draft = await anArticle('secret-plan')
    await desk.approved('articles', draft)
    await desk.save('articles', live, { headline: 'Not yet' })
    await desk.moved('articles', draft, 'spike', 'editor')
    const body = await page(`?since=${cursor}`)
    expect(body.changes).toEqual([])
    expect(body.cursor).toBe(cursor)
    const all = JSON.stringify([(await allSince(newsroom)).changes])
    expect(all).not.toContain('secret-plan')
    expect(all).not.toContain(draft)
  })

  it('once of what passed in between, as it is now', async () => {
    const id = await published('again')
    const cursor = await upToDate()
    await revised(id, { headline: 'Again, and better' })
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    expect(brief(await since(cursor))).toEqual([['remove', 'withdrawn', 'again']])
  })

  it('to who follows one collection: its changes alone, removals too', async () => {
    const [article, author] = [await published('kept-in-step'), await desk.published('authors', await desk.anAuthor())]
    const { cursor } = await allSince(newsroom, '&collection=articles')
    await desk.moved('articles', article, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await desk.moved('authors', author, 'withdraw', 'publisher', { reason: 'A complaint.' })
    expect(brief(await since(cursor, '&collection=articles'))).toEqual([['remove', 'withdrawn', 'kept-in-step']])
  })
})

describe('the order', () => {
  // Guard: rows get their numbers when they are committed; with numbers of their own transactions the late one would be skipped.
  it('has nothing come in before what somebody has read, however late it is committed', async () => {
    const [late, early] = [
      await desk.approved('articles', await anArticle('late')),
      await desk.approved('articles', await anArticle('early')),
    ]
    const cursor = await upToDate()
    const { db } = newsroom.payload
    const create = db.create.bind(db)
    let written = (): void => undefined
    let go = (): void => undefined
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const mayGo = new Promise<void>((resolve) => (go = resolve))
    db.create = (async (args: Parameters<typeof create>[0]) => {
      const row = await create(args)
      if (args.collection === 'change-log' && args.data.slug === 'late') {
        written()
        await mayGo
      }
      return row
    }) as typeof db.create
    const publishing = desk.moved('articles', late, 'publish', 'publisher')
    try {
      await isWritten
      expect(await since(cursor)).toEqual([])
      // SQLite has one writer at a time, so that there nobody else can commit.
      if (onServer()) await desk.moved('articles', early, 'publish', 'publisher')
      const first = await page(`?since=${cursor}`)
      expect(brief(first.changes)).toEqual(onServer() ? [['upsert', 'published', 'early']] : [])
      go()
      await publishing
      expect(brief(await since(first.cursor))).toEqual([['upsert', 'published', 'late']])
    } finally {
      go()
      db.create = create
      await publishing
    }
  })

  it('has all of those who publish while others read', async () => {
    const ids: string[] = []
    for (let at = 0; at < 4; at++) ids.push(await desk.approved('articles', await anArticle()))
    const cursor = await upToDate()
    const answers = await Promise.all([
      ...ids.map((id) => desk.move('articles', id, 'publish', 'publisher')),
      ...ids.map(() => get('')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect((await since(cursor)).map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('is the same in pages of any size', async () => {
    await published()
    const { cursor } = await page('?limit=1')
    const whole = await since(cursor, '&limit=100')
    const told: Told[] = []
    for (let at = cursor, more = true; more;) {
      const next = await page(`?since=${at}&limit=3`)
      told.push(...next.changes)
      ;({ cursor: at, more } = next)
    }
    expect(told).toEqual(whole)
    expect(told.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq).sort((a, b) => a - b))
  })
})

describe('a cursor', () => {
  it.each([
    ['a word', 'latest'],
    ['a number', '12'],
    ['a number below zero', '-1.0.0123456789abcdef'],
    ['another form of number', '1e3.0.0123456789abcdef'],
    ['a large number', '99999999999999999999.0.0123456789abcdef'],
    ['a condition', encodeURIComponent("1.1.0123456789abcdef' or 1=1")],
  ])('that is no cursor is refused: %s', async (_, cursor) => {
    const answer = await get(`?since=${cursor}`)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
  })

  it('of another log, or from beyond the newest, begins again', async () => {
    const [seq = '0', , mark = ''] = (await upToDate()).split('.')
    const other = mark.replace(/./g, (digit) => (digit === '0' ? '1' : '0'))
    const beyond = String(Number(seq) + 1)
    for (const cursor of [`${seq}.${seq}.${other}`, `${beyond}.${beyond}.${mark}`, `0.${beyond}.${mark}`]) {
      const answer = await get(`?since=${cursor}`)
      expect([answer.status, codesOf(answer)], cursor).toEqual([410, ['cursor_reset']])
    }
  })

  // Guard: the mark of each batch; numbers alone would take the one history for the other.
  it('of what a restored backup does not have begins again, though its number has been given anew', async () => {
    const backup = await upToDate()
    const seq = Number(backup.split('.')[0])
    await published('lost-with-the-disk')
    const lost = await upToDate()
    // As it was before: what came later is not there.
    const { db } = newsroom.payload
    const later = { seq: { greater_than: seq } }
    await db.deleteMany({ collection: 'change-batches', where: later })
    await db.deleteMany({ collection: 'change-log', where: later })
    await published('after-the-backup')
    expect((await upToDate()).split('.')[0]).toBe(lost.split('.')[0])
    expect((await get(`?since=${lost}`)).status).toBe(410)
    expect(brief(await since(backup))).toContainEqual(['upsert', 'published', 'after-the-backup'])
  })

  it('from before what is kept begins again; what is public stays', async () => {
    const gone = await published('forgotten')
    const kept = await published('still-here')
    const old = await upToDate()
    await desk.moved('articles', gone, 'withdraw', 'publisher', { reason: 'A complaint.' })
    const before = await upToDate()
    now = new Date(now.getTime() + 31 * 24 * HOUR)
    await published('much-later')
    await upToDate()
    await pruneChanges(newsroom.payload)
    expect((await get(`?since=${old}`)).status).toBe(410)
    // Who had everything before that long silence has missed nothing, however often it is forgotten.
    await pruneChanges(newsroom.payload)
    expect(brief(await since(before))).toContainEqual(['upsert', 'published', 'much-later'])
    const { changes } = await allSince(newsroom)
    expect(changes.map(({ slug }) => slug)).not.toContain('forgotten')
    expect(changes.map(({ id }) => id)).toContain(kept)
    expect(
      await newsroom.payload.db.count({ collection: 'change-log', where: { slug: { equals: 'forgotten' } } }),
    ).toEqual({ totalDocs: 0 })
  })

  it('of one collection does not go on with another, nor with all', async () => {
    const { cursor } = await page('?collection=articles')
    for (const query of ['', '&collection=authors']) {
      const answer = await get(`?since=${cursor}${query}`)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    }
    const { cursor: of } = await page('')
    expect((await get(`?since=${of}&collection=authors`)).status).toBe(200)
  })
})

describe('a question', () => {
  it.each([
    ['?limit=0', 'invalid_value'],
    ['?limit=101', 'invalid_value'],
    ['?limit=ten', 'invalid_value'],
    ['?limit=1&limit=2', 'invalid_value'],
    ['?collection=users', 'invalid_value'],
    ['?collection=change-log', 'invalid_value'],
    ['?include=events', 'invalid_value'],
    ['?depth=1', 'unknown_parameter'],
    ['?where[slug][equals]=a', 'unknown_parameter'],
  ])('that is not understood is refused: %s', async (query, code) => {
    const answer = await get(query)
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })

  it('is answered to anybody, and kept by nobody', async () => {
    const answer = await get('')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const closed = await newsroom.ask('GET', '/api/change-log', { as: 'admin' })
    expect(closed.status).toBeGreaterThanOrEqual(403)
  })
})

describe('the log of a newsroom that had none', () => {
  // Guard: fill(); without it only what changes from then on would be told.
  it('begins with everything that is public, and is made once', async () => {
    const draft = await anArticle('only-a-draft')
    const public_ = await published('public-before')
    const { db } = newsroom.payload
    await db.deleteMany({ collection: 'change-batches', where: { seq: { greater_than_equal: 0 } } })
    await db.deleteMany({ collection: 'change-log', where: { seq: { greater_than_equal: 0 } } })
    await newsroom.restart()
    // Whoever asks first has the log made, and does not wait long for it.
    while ((await get('')).status === 503);
    const { changes, cursor } = await allSince(newsroom)
    const listed = await newsroom.ask('GET', '/api/articles?limit=100&depth=0')
    const ids = changes.filter(({ collection }) => collection === 'articles').map(({ id }) => id)
    expect([...ids].sort()).toEqual(listed.body.docs.map(({ id }: { id: string }) => id).sort())
    expect(ids).toContain(public_)
    expect(ids).not.toContain(draft)
    await newsroom.restart()
    expect((await page(`?since=${cursor}`)).changes).toEqual([])
  })
})

describe('whoever follows', () => {
  const ACTIONS = ['publish', 'publish', 'move', 'withdraw', 'retract', 'expire', 'delete', 'draft'] as const
  type Piece = { collection: 'authors' | 'news-teasers'; id: string }
  const SLUGS = ['one', 'two', 'three', 'four']

  const teaserText = (slug: string) => ({
    headline: `Teaser ${slug}`,
    excerpt: 'Nobody crosses.',
    slug,
    target: { kind: 'external', url: 'https://example.org/a', sourceName: 'Elsewhere' },
    expiresAt: new Date(now.getTime() + 3 * HOUR).toISOString(),
  })

  async function aDraft(collection: Piece['collection']): Promise<Piece> {
    const slug = `random-${String(++made)}`
    if (collection === 'authors') return { collection, id: await desk.anAuthor({ displayName: slug, slug }) }
    const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: teaserText(slug) })
    return { collection, id: String(answer.body.doc.id) }
  }

  /** Tries it; what is refused is refused. */
  async function attempt({ collection, id }: Piece, action: (typeof ACTIONS)[number], slug: string): Promise<void> {
    const field = collection === 'authors' ? 'displayName' : 'headline'
    const text = { [field]: `Said for the ${String(++made)}th time`, ...(action === 'move' ? { slug } : {}) }
    const more = collection === 'authors' ? {} : { expiresAt: new Date(now.getTime() + 3 * HOUR).toISOString() }
    const move = (transition: string, as: 'editor' | 'publisher' | 'reviewer', with_: object = {}) =>
      desk.move(collection, id, transition, as, with_)
    switch (action) {
      case 'withdraw':
        expect((await move('withdraw', 'publisher', { reason: 'A complaint.' })).status).toBeLessThan(500)
        return
      case 'retract':
        expect((await move('retract', 'publisher', { notice: 'It was wrong.' })).status).toBeLessThan(500)
        return
      case 'expire':
        now = new Date(now.getTime() + 2 * HOUR)
        return
      case 'delete':
        expect((await newsroom.ask('DELETE', `/api/${collection}/${id}`, { as: 'editor' })).status).toBeLessThan(500)
        return
      case 'draft':
        await desk.save(collection, id, text)
        return
      default:
        await desk.save(collection, id, { ...text, ...more })
        for (const [transition, as] of [
          ['submit', 'editor'],
          ['sign_off', 'reviewer'],
          ['publish', 'publisher'],
        ] as const)
          expect((await move(transition, as)).status).toBeLessThan(500)
    }
  }

  /** Everything that is public, as readers can list it: by piece, its slug and its tag. */
  async function publicState(collections: readonly string[]): Promise<Record<string, unknown>> {
    const state: Record<string, unknown> = {}
    for (const collection of collections) {
      const { body } = await newsroom.ask('GET', `/api/${collection}?limit=100&depth=0`)
      for (const { id, slug } of body.docs as { id: string; slug: string }[]) {
        const { headers } = await newsroom.ask('GET', `/api/${collection}/${id}`, {
          headers: { 'accept-encoding': 'identity' },
        })
        state[`${collection}:${id}`] = [slug, headers.get('etag')]
      }
    }
    return state
  }
  const held = ({ byId }: Follower) =>
    Object.fromEntries([...byId].map(([piece, { slug, etag }]) => [piece, [slug, etag]]))
  const ALL = ['articles', 'authors', 'news-teasers']

  it('ends with exactly what is public, however often they look and whatever happens', async () => {
    const [always, sometimes, teasersAlone] = [new Follower(), new Follower(), new Follower()]
    const pieces: Piece[] = []
    for (let at = 0; at < 4; at++) pieces.push(await aDraft(at % 2 === 0 ? 'authors' : 'news-teasers'))
    const steps = fc.sample(
      fc.record({
        at: fc.nat(3),
        action: fc.constantFrom(...ACTIONS),
        slug: fc.constantFrom(...SLUGS),
        looks: fc.boolean(),
      }),
      30,
    )
    for (const { at, action, slug, looks } of steps) {
      const piece = pieces[at]
      if (!piece) continue
      await attempt(piece, action, slug)
      await always.follow(newsroom, '&limit=2')
      if (looks) await sometimes.follow(newsroom)
      if (!looks) await teasersAlone.follow(newsroom, '&collection=news-teasers')
    }
    const state = await publicState(ALL)
    const afresh = new Follower()
    for (const follower of [always, sometimes, afresh]) {
      await follower.follow(newsroom)
      expect(held(follower)).toEqual(state)
      const addresses = [...follower.byId.values()].map(({ collection, id, slug }) => [
        `${collection}/${String(slug)}`,
        id,
      ])
      expect(Object.fromEntries(follower.byAddress)).toEqual(Object.fromEntries(addresses))
    }
    await teasersAlone.follow(newsroom, '&collection=news-teasers')
    expect(held(teasersAlone)).toEqual(await publicState(['news-teasers']))
  })

  it('by the recipe of docs/front-ends.md holds the same, and begins again when it is told to', async () => {
    const recipe =
      /## Follow the newsroom[^]*?```js\n([^]*?)```/.exec(await readFile('docs/front-ends.md', 'utf8'))?.[1] ?? ''
    const code = recipe.replace(/const NEWSROOM = .*/, `const NEWSROOM = '${newsroom.url}'`)
    type Put = { collection: string; id: string; slug: string; etag: string; doc: { id: string } }
    type Copy = { put: (change: Put) => void; remove: (change: Put) => void; clear: () => void }
    const { follow } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
      follow: (cursor: string | undefined, copy: Copy) => Promise<string>
    }
    const kept = new Map<string, readonly [string, string]>()
    let cleared = 0
    const copy: Copy = {
      put: ({ collection, doc, etag, slug }) => kept.set(`${collection}:${doc.id}`, [slug, etag]),
      remove: ({ collection, id }) => kept.delete(`${collection}:${id}`),
      clear: () => {
        cleared++
        kept.clear()
      },
    }
    const cursor = await follow(undefined, copy)
    const id = await published('by-the-recipe')
    await follow(cursor, copy)
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await follow('1.1.0123456789abcdef', copy)
    expect([cleared, Object.fromEntries(kept)]).toEqual([1, await publicState(ALL)])
  })
})
