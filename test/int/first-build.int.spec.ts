import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportChanges } from '../../packages/plugin-imprimatur/src/changes/index.ts'
import { Follower, allSince, type Told } from '../helpers/followers.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

/** What a front end asks for its first build: everything at once, and how much there is of what. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let author: string
let made = 0

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  author = await desk.publicAuthor()
})
afterAll(async () => newsroom.close())

const filed = async (collection: string, name: string) => {
  const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { name } })
  return String(answer.body.doc.id)
}
const anArticle = (more: object = {}) => {
  const slug = `built-${String(++made)}`
  return desk.anArticle({ slug, headline: `Piece at ${slug}`, ...more })
}
const published = async (more: object = {}) => desk.published('articles', await anArticle(more))
const withdrawn = (collection: string, id: string) =>
  desk.moved(collection, id, 'withdraw', 'publisher', { reason: 'A complaint.' })
const counts = async (query: string) => newsroom.ask('GET', `/api/articles/counts${query}`)

describe('counts', () => {
  it('say in one answer how many pieces readers find by section and person, and are true after each change', async () => {
    const [world, sport] = [await filed('sections', 'World'), await filed('sections', 'Sport')]
    const other = await desk.published('authors', await desk.anAuthor())
    const both = [author, other].map((each) => ({ author: each, role: 'author' }))
    const first = await published({ section: world, credits: both })
    await published({ section: world })
    await published()
    // Nobody sees these.
    await anArticle({ section: sport })
    await withdrawn('articles', await published({ section: sport }))

    const answer = await counts('?by=section,credits.author')
    const slugOf = async (id: string) => (await newsroom.ask('GET', `/api/authors/${id}`)).body.slug as string
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        totalDocs: 3,
        by: {
          section: [{ id: world, slug: 'world', count: 2 }],
          'credits.author': [
            { id: author, slug: await slugOf(author), count: 3 },
            { id: other, slug: await slugOf(other), count: 1 },
          ],
        },
      },
    ])
    expect(answer.headers.get('etag')).toBeTruthy()
    // The same for everybody; what staff are told is kept nowhere.
    const staff = await newsroom.ask('GET', '/api/articles/counts?by=section,credits.author', { as: 'editor' })
    expect([staff.body, staff.headers.get('cache-control')]).toEqual([answer.body, 'private, no-store'])

    const bySection = async () => (await counts('?by=section')).body.by.section as { slug: string; count: number }[]
    await withdrawn('articles', first)
    expect(await bySection()).toEqual([{ id: world, slug: 'world', count: 1 }])
    await published({ section: sport })
    expect((await bySection()).map(({ slug }) => slug).sort()).toEqual(['sport', 'world'])
    await newsroom.ask('PATCH', `/api/sections/${sport}`, { as: 'editor', body: { slug: 'sports' } })
    expect((await bySection()).map(({ slug }) => slug).sort()).toEqual(['sports', 'world'])
  })

  // Guard: `turns` in counts.ts.
  it('are made one after the other', async () => {
    const { db } = newsroom.payload
    const count = db.count.bind(db)
    let [running, most] = [0, 0]
    db.count = async (args) => {
      most = Math.max(most, ++running)
      return count(args).finally(() => running--)
    }
    try {
      const as = { headers: { cookie: 'payload-token=x' } }
      const asked = ['section', 'credits.author', 'credits.author,section', 'section,credits.author'].map((by) =>
        newsroom.ask('GET', `/api/articles/counts?by=${by}`, as),
      )
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    } finally {
      db.count = count
    }
    expect(most).toBe(1)
  })

  it('count nothing by a person who is not public any more', async () => {
    const gone = await desk.published('authors', await desk.anAuthor())
    await published({ credits: [author, gone].map((each) => ({ author: each, role: 'author' })) })
    await withdrawn('authors', gone)
    const { body } = await counts('?by=credits.author')
    expect(body.by['credits.author'].map(({ id }: { id: string }) => id)).not.toContain(gone)
  })

  it.each([
    ['', 'invalid_value'],
    ['?by=', 'field_not_queryable'],
    ['?by=section&by=topics', 'invalid_value'],
    ['?by=section,section', 'invalid_value'],
    ['?by=section,topics,places,credits.author', 'invalid_value'],
    ['?by=headline', 'field_not_queryable'],
    ['?by=id', 'field_not_queryable'],
    ['?by=section.slug', 'field_not_queryable'],
    ['?by=createdBy', 'field_not_queryable'],
    ['?by=related', 'field_not_queryable'],
    ['?by=section&where[slug][equals]=a', 'unknown_parameter'],
    ['?by=section&draft=true', 'unknown_parameter'],
  ])('refuse what is not asked like this: %s', async (query, code) => {
    const answer = await counts(query)
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })

  it('refuse more than 500 values in all', async () => {
    const there = (await newsroom.ask('GET', '/api/topics')).body.totalDocs as number
    for (let nth = there; nth < 500; nth++)
      await newsroom.payload.db.create({ collection: 'topics', data: { name: `T${nth}`, slug: `t-${nth}` } })
    expect((await counts('?by=topics')).status).toBe(200)
    const answer = await counts('?by=topics,credits.author')
    expect([answer.status, codesOf(answer)]).toEqual([400, ['query_too_complex']])
    expect(answer.body.errors[0].hint).toBe('Ask for one field at a time.')
    await newsroom.payload.db.create({ collection: 'topics', data: { name: 'T500', slug: 't-500' } })
    const alone = (await counts('?by=topics')).body.errors[0]
    expect(alone.code).toBe('query_too_complex')
    expect(alone.hint).toBe(
      'One answer counts by at most 500 values. Ask for the number of one value with GET …/count.',
    )
  })
})

/** The lines of an export, each parsed; the last line has to be whole. */
async function exported(
  query = '',
): Promise<{ readonly changes: readonly Told[]; readonly cursor: string | undefined }> {
  const response = await fetch(`${newsroom.url}/api/changes/export${query}`)
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(response.headers.get('cache-control')).toMatch(/no-store/)
  const text = await response.text()
  expect(text.endsWith('\n')).toBe(true)
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told | { cursor: string })
  const last = lines.at(-1)
  return {
    changes: lines.slice(0, -1) as Told[],
    cursor: last && 'cursor' in last ? last.cursor : undefined,
  }
}

describe('an export', () => {
  it('has everything that is public with its documents, and the cursor from which one follows', async () => {
    await anArticle({ slug: 'secret-plan' })
    await withdrawn('articles', await published({ slug: 'was-there' }))
    const { changes, cursor } = await exported()
    const listed = await allSince(newsroom, '&include=doc')
    expect(changes).toEqual(listed.changes)
    expect(cursor).toBe(listed.cursor)
    expect(JSON.stringify(changes)).not.toMatch(/secret-plan|was-there/)
    const id = await published()
    const { changes: later } = await allSince(newsroom, '', cursor)
    expect(later.map((change) => change.id)).toEqual([id])
  })

  it('is of one collection where that is asked for, and its cursor goes on with it', async () => {
    const { changes, cursor } = await exported('?collection=authors')
    expect(new Set(changes.map(({ collection }) => collection))).toEqual(new Set(['authors']))
    expect((await allSince(newsroom, '&collection=authors', cursor)).changes).toEqual([])
  })

  // Guard: pages go on from the cursor of the one before; what is taken back between two of them would stay in the copy otherwise.
  it('that is taken slowly tells what happens meanwhile, so that whoever follows it ends with what is public', async () => {
    const goes = await published()
    const response = await exportChanges(newsroom.payload, {}, { page: 1 })
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let text = decoder.decode((await reader?.read())?.value)
    await withdrawn('articles', goes)
    await published({ slug: 'came-meanwhile' })
    await newsroom.ask('GET', '/api/changes?limit=1')
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
      text += decoder.decode(part.value)
    const lines = text.trimEnd().split('\n')
    const copy = new Follower()
    for (const line of lines.slice(0, -1)) copy.apply(JSON.parse(line) as Told)
    copy.cursor = (JSON.parse(lines.at(-1) ?? '') as { cursor: string }).cursor
    const taken = [...copy.byAddress].sort()
    const all = new Follower()
    await all.follow(newsroom)
    expect(taken).toEqual([...all.byAddress].sort())
    expect(copy.byAddress.has('articles/came-meanwhile')).toBe(true)
    expect((await allSince(newsroom, '', copy.cursor)).changes).toEqual([])
  })

  it('is made no faster than it is taken, by so many at once and no more; who goes makes room', async () => {
    const take = () => exportChanges(newsroom.payload, {}, { exports: 2, page: 1, stalledMs: 3_600_000 })
    const { db } = newsroom.payload
    const find = db.find.bind(db)
    let pages = 0
    db.find = (args: Parameters<typeof find>[0]) => {
      if (args.collection === 'change-log' && args.limit === 2) pages++
      return find(args)
    }
    try {
      const [first, second] = [await take(), await take()]
      expect(pages).toBe(2)
      await expect(take()).rejects.toMatchObject({ status: 503 })
      await first.body?.cancel()
      const third = await take()
      await expect(take()).rejects.toMatchObject({ status: 503 })
      await Promise.all([second.text(), third.text()])
      await (await take()).body?.cancel()
    } finally {
      db.find = find
    }
  })

  // Guard: `share`; one client could have all places.
  it('is made for so many of one network, and then for others still', async () => {
    const take = (network: string) => exportChanges(newsroom.payload, { network }, { share: 2, stalledMs: 3_600_000 })
    const [first, second] = [await take('192.0.2.1'), await take('192.0.2.1')]
    await expect(take('192.0.2.1')).rejects.toMatchObject({ status: 503 })
    const other = await take('192.0.2.2')
    await first.body?.cancel()
    const third = await take('192.0.2.1')
    await Promise.all([second.text(), third.text(), other.text()])
  })

  // Guard: `PART`; a page of long pieces was one chunk, and who takes it slowly takes nothing for as long.
  it('is given in small parts, however long the pieces of a page are', async () => {
    await published({ body: aText('Long. '.repeat(8_000)) })
    const whole = await (await exportChanges(newsroom.payload, {})).text()
    const reader = (await exportChanges(newsroom.payload, {})).body?.getReader()
    const parts: Uint8Array[] = []
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) parts.push(part.value)
    expect(Math.max(...parts.map(({ byteLength }) => byteLength))).toBe(16_384)
    expect(Buffer.concat(parts).toString()).toBe(whole)
  })

  it('is broken off, without its last line, when nobody takes it', async () => {
    const response = await exportChanges(newsroom.payload, {}, { page: 1, stalledMs: 5 })
    const reader = response.body?.getReader()
    await reader?.read()
    await expect(reader?.closed).rejects.toThrow('takes nothing any more')
  })

  it.each([
    ['?since=1.1.0123456789abcdef', 'unknown_parameter'],
    ['?limit=5', 'unknown_parameter'],
    ['?collection=users', 'invalid_value'],
  ])('refuses what it does not know: %s', async (query, code) => {
    const answer = await newsroom.ask('GET', `/api/changes/export${query}`)
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })
})
