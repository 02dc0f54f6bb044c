import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { METHODS, type MethodName } from '../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/**
 * What readers get from memory is what they would get without it: whoever asks after a writer has the answer gets what was written. And what has nothing to
 * do with a change stays where it is.
 */

let now = new Date('2026-03-01T08:00:00.000Z')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let made = 0

type Reads = 'counted' | { readonly hold: (name: string) => Promise<void> }

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => now })
  desk = pieces(newsroom)
})
afterAll(async () => newsroom.close())

const READS = (Object.keys(METHODS) as MethodName[]).filter((name) => METHODS[name] === 'reads')

/** What the database is asked while something is done. Above the layer that the cache looks at, so a read that is held has begun and is not over. */
async function duringReads<T>(reads: Reads, act: () => Promise<T>): Promise<{ result: T; count: number }> {
  const { db } = newsroom.payload
  let count = 0
  const plain = Object.fromEntries(READS.map((name) => [name, db[name]]))
  for (const name of READS) {
    const read = db[name] as unknown as (args: unknown) => Promise<unknown>
    const watched = async (args: unknown) => {
      count++
      const result = await read(args)
      if (reads !== 'counted') await reads.hold(name)
      return result
    }
    Object.assign(db, { [name]: watched })
  }
  try {
    return { result: await act(), count }
  } finally {
    Object.assign(db, plain)
  }
}

const get = (address: string) => newsroom.ask('GET', address)

/** What is made from the workflow's own records is made anew each time. */
const isNeverKept = (address: string, { status }: Answer) => status === 404 || address.endsWith('/imprimatur')

/** Asks so that the answer is kept, and fails when it is not. */
async function warm(address: string): Promise<Answer> {
  const first = await get(address)
  if (isNeverKept(address, first)) return first
  const { result, count } = await duringReads('counted', () => get(address))
  expect(count, `${address} is kept`).toBe(0)
  expect(result.body).toEqual(first.body)
  return first
}

async function isKept(address: string): Promise<boolean> {
  return (await duringReads('counted', () => get(address))).count === 0
}

async function anArticle(more: object = {}): Promise<{ id: string; slug: string; at: string }> {
  const slug = `piece-${String(++made)}`
  const id = await desk.published(
    'articles',
    await desk.anArticle({ headline: `Piece ${String(made)}`, slug, ...more }),
  )
  return { id, slug, at: `/api/articles/by-slug/${slug}` }
}

async function revised(id: string, change: object): Promise<void> {
  await desk.save('articles', id, change)
  await desk.published('articles', id)
}

const headlineAt = async (address: string) => (await get(address)).body.headline as unknown
const filed = async (collection: string, name: string) =>
  String((await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { name } })).body.doc.id)

/** Every address at which readers could meet a piece. */
const addressesOf = ({ id, at }: { id: string; at: string }): readonly string[] => [
  at,
  `${at}?depth=2`,
  `/api/articles/${id}`,
  `/api/articles/${id}/imprimatur`,
  '/api/articles?limit=100',
  '/api/articles?limit=100&depth=0&sort=headline',
  `/api/articles?where[id][equals]=${id}`,
  '/api/articles/count',
]

/** The same asked of a newsroom that keeps nothing: with a key that it does not know, the answer is made for whoever asks. */
const asMadeAnew = async (address: string) => {
  const { status, body } = await newsroom.ask('GET', address, { headers: { authorization: 'nobody' } })
  return { status, body: body as unknown }
}

async function expectFresh(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const { status, body } = await get(address)
    expect({ status, body: body as unknown }, address).toEqual(await asMadeAnew(address))
  }
}

describe('a transition', () => {
  it('is seen by the first who asks after its answer, wherever the piece can be met', async () => {
    const piece = await anArticle()
    const addresses = addressesOf(piece)
    for (const address of addresses) await warm(address)

    await revised(piece.id, { headline: 'Said otherwise' })
    expect(await headlineAt(piece.at)).toBe('Said otherwise')
    await expectFresh(addresses)

    for (const address of addresses) await warm(address)
    await desk.moved('articles', piece.id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    expect((await get(piece.at)).status).toBe(404)
    expect((await get(`/api/articles/${piece.id}/imprimatur`)).status).toBe(404)
    await expectFresh(addresses)

    for (const address of addresses) await warm(address)
    await revised(piece.id, { headline: 'Out again' })
    expect(await headlineAt(piece.at)).toBe('Out again')
    await expectFresh(addresses)

    for (const address of addresses) await warm(address)
    await desk.moved('articles', piece.id, 'retract', 'publisher', { notice: 'It was wrong.' })
    expect((await get(piece.at)).status).toBe(410)
    expect((await get(`/api/articles/${piece.id}`)).status).toBe(410)
    await expectFresh(addresses)
  })

  it('that moves the slug moves both addresses', async () => {
    const piece = await anArticle()
    const next = `${piece.slug}-moved`
    const nextAt = `/api/articles/by-slug/${next}`
    await warm(piece.at)
    expect((await warm(nextAt)).status).toBe(404)
    await revised(piece.id, { slug: next })
    expect((await get(nextAt)).status).toBe(200)
    const moved = await get(piece.at)
    expect([moved.status, moved.headers.get('location')]).toEqual([308, nextAt])
  })

  it('is seen where the piece is part of another one', async () => {
    const author = await desk.published('authors', await desk.anAuthor({ displayName: 'Ada First' }))
    const related = await anArticle()
    const piece = await anArticle({ credits: [{ author, role: 'author' }], related: [related.id] })
    const before = await warm(piece.at)
    expect(JSON.stringify(before.body)).toContain('Ada First')
    await desk.save('authors', author, { displayName: 'Ada Second' })
    await desk.published('authors', author)
    expect(JSON.stringify((await get(piece.at)).body)).toContain('Ada Second')

    await warm(piece.at)
    await desk.moved('articles', related.id, 'withdraw', 'publisher', { reason: 'A complaint.' })
    expect((await get(piece.at)).body.related).toEqual([])
  })

  it('leaves alone what it has nothing to do with', async () => {
    const [one, other] = [await anArticle(), await anArticle()]
    const apart = [one.at, `/api/articles/${one.id}?depth=0`, '/api/sections']
    for (const address of [...apart, '/api/articles']) await warm(address)
    await revised(other.id, { headline: 'Another one' })
    for (const address of apart) expect(await isKept(address), address).toBe(true)
    expect(await isKept('/api/articles'), 'a list that it may be on').toBe(false)
  })

  it('that readers do not see drops no page of theirs', async () => {
    const piece = await anArticle()
    const addresses = [piece.at, '/api/articles', '/api/articles/count', '/api/globals/front']
    for (const address of addresses) await warm(address)
    const draft = await desk.anArticle({ headline: 'Not for readers' })
    await desk.save('articles', draft, { headline: 'Not for readers yet' })
    await desk.save('articles', piece.id, { headline: 'A next revision' })
    await desk.moved('articles', draft, 'submit', 'editor')
    for (const address of addresses) expect(await isKept(address), address).toBe(true)
  })
})

describe('what changes without a transition', () => {
  it.each(['sections', 'topics'] as const)('a renamed one of %s', async (collection) => {
    const id = await filed(collection, `Before ${collection}`)
    const piece = await anArticle(collection === 'sections' ? { section: id } : { topics: [id] })
    const list = `/api/${collection}`
    for (const address of [piece.at, list, '/api/articles']) await warm(address)
    const { status } = await newsroom.ask('PATCH', `/api/${collection}/${id}`, {
      as: 'editor',
      body: { name: `After ${collection}` },
    })
    expect(status).toBe(200)
    for (const address of [piece.at, list, '/api/articles'])
      expect(JSON.stringify((await get(address)).body), address).toContain(`After ${collection}`)
  })

  it('a global', async () => {
    const piece = await anArticle()
    await warm('/api/globals/front')
    const { status } = await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: { lead: piece.id } })
    expect(status).toBe(200)
    expect((await get('/api/globals/front?depth=0')).body.lead).toBe(piece.id)
    expect(JSON.stringify((await get('/api/globals/front')).body)).toContain(piece.id)
  })

  // Guard: `emptiedBy`; SQL empties the reference, and no write of Payload says so.
  it.each(['sections', 'topics'] as const)('a deleted one of %s that others lie in', async (collection) => {
    const parent = await filed(collection, `Around ${collection}`)
    const { body } = await newsroom.ask('POST', `/api/${collection}`, {
      as: 'editor',
      body: { name: `Within ${collection}`, parent },
    })
    const address = `/api/${collection}/${String(body.doc.id)}?depth=0`
    expect((await warm(address)).body.parent).toBe(parent)
    const { status } = await newsroom.ask('DELETE', `/api/${collection}/${parent}`, { as: 'admin' })
    expect(status).toBe(200)
    await expectFresh([address])
  })

  it('a teaser whose time is over', async () => {
    const body = {
      headline: 'Shown until nine',
      excerpt: 'For an hour.',
      slug: 'until-nine',
      expiresAt: '2026-03-01T09:00:00.000Z',
      target: { kind: 'external', url: 'https://news.example.org/a', sourceName: 'Example News' },
    }
    const { body: answer } = await newsroom.ask('POST', '/api/news-teasers', { as: 'editor', body })
    await desk.published('news-teasers', String(answer.doc.id))
    const addresses = ['/api/news-teasers', '/api/news-teasers/count', '/api/news-teasers/by-slug/until-nine']
    now = new Date('2026-03-01T08:59:59.999Z')
    for (const address of addresses) expect((await warm(address)).status, address).toBe(200)
    now = new Date('2026-03-01T09:00:00.000Z')
    expect((await get(addresses[0] ?? '')).body.totalDocs).toBe(0)
    expect((await get(addresses[1] ?? '')).body.totalDocs).toBe(0)
    expect((await get(addresses[2] ?? '')).status).toBe(404)
    for (const address of addresses) await warm(address)
  })
})

describe('an answer that is being made', () => {
  // Guard: `keep` looks what changed since the answer was begun.
  it('while a publication is committed is not kept, at whichever read it is held', async () => {
    const piece = await anArticle()
    const { count } = await duringReads('counted', () => get(`${piece.at}?depth=1`))
    expect(count).toBeGreaterThan(1)
    for (let nth = 1; nth <= count; nth++) {
      let seen = 0
      let held: () => void = () => undefined
      let release: () => void = () => undefined
      const arrived = new Promise<void>((resolve) => (held = resolve))
      const open = new Promise<void>((resolve) => (release = resolve))
      const hold = async () => {
        if (++seen !== nth) return
        held()
        await open
      }
      newsroom.forgetAnswers()
      const { result } = await duringReads({ hold }, async () => {
        const asked = get(piece.at)
        await arrived
        return { asked }
      })
      await revised(piece.id, { headline: `Read ${String(nth)}` })
      // Who comes now does not wait for what was begun before.
      expect(await headlineAt(piece.at)).toBe(`Read ${String(nth)}`)
      release()
      expect((await result.asked).status).toBe(200)
      expect(await headlineAt(piece.at), `held at read ${String(nth)}`).toBe(`Read ${String(nth)}`)
    }
  }, 240_000)

  it('is made once, however many wait for it', async () => {
    const piece = await anArticle()
    const alone = await duringReads('counted', () => get(`${piece.at}?depth=0`))
    const { count, result } = await duringReads('counted', () =>
      Promise.all(Array.from({ length: 30 }, () => get(`${piece.at}?depth=0&select[headline]=true`))),
    )
    expect(count).toBeLessThanOrEqual(alone.count)
    expect(new Set(result.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('and fails is not kept', async () => {
    const piece = await anArticle()
    const { result } = await duringReads({ hold: () => Promise.reject(new Error('The disk is gone.')) }, () =>
      get(piece.at),
    )
    expect(result.status).toBe(500)
    expect(result.headers.get('cache-control')).toBe('no-store')
    expect((await get(piece.at)).status).toBe(200)
  })

  it('is kept by nobody when the transaction of a change is rolled back, and dropped by none', async () => {
    const piece = await anArticle()
    await warm(piece.at)
    const refused = await newsroom.ask('POST', `/api/articles/${piece.id}/transitions`, {
      as: 'publisher',
      body: { transition: 'publish', digest: `sha256:${'0'.repeat(64)}` },
    })
    expect(refused.status).toBe(409)
    expect(await isKept(piece.at)).toBe(true)
  })
})
