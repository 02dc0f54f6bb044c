import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
const ids: Record<string, string> = {}

beforeAll(async () => {
  newsroom = await openNewsroom()
  const { anArticle, anAuthor, published } = pieces(newsroom)
  for (const name of ['ann', 'bob']) ids[name] = await published('authors', await anAuthor({ displayName: name }))
  for (const name of ['A', 'B']) {
    const made = await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name } })
    ids[name] = String(made.body.doc.id)
  }
  const credits = (...authors: string[]) => authors.map((author) => ({ author: ids[author], role: 'author' }))
  const topics = (...names: string[]) => names.map((name) => ids[name])
  for (const [name, body] of Object.entries({
    one: { credits: credits('ann', 'bob'), topics: topics('A', 'B') },
    two: { credits: credits('ann'), topics: topics('A') },
    three: { credits: credits('bob'), topics: [] },
  }))
    ids[name] = await published('articles', await anArticle({ headline: name, slug: name, ...body }))
})
afterAll(() => newsroom.close())

type Doc = { readonly slug?: string; readonly version?: { readonly slug: string } }

/** The slugs that a list has, in the order of the alphabet, and how many it says there are. */
async function listed(query: string, as?: Staff, address = '/api/articles') {
  const { status, body } = await newsroom.ask('GET', `${address}?limit=100&${query}`, as ? { as } : {})
  if (status !== 200) return { status, code: body.errors[0].code }
  const docs = body.docs as readonly Doc[]
  return { slugs: [...new Set(docs.map((doc) => doc.slug ?? doc.version?.slug))].sort(), totalDocs: body.totalDocs }
}

const found = (...slugs: string[]) => ({ slugs: [...slugs].sort(), totalDocs: slugs.length })

describe('a filter over a list', () => {
  const cases = () =>
    [
      ['Q1', `where[credits.author][not_equals]=${ids.ann}`, ['three']],
      ['Q2', `where[topics][not_in]=${ids.B}`, ['two', 'three']],
      ['Q3', `where[and][0][topics][equals]=${ids.A}&where[and][1][topics][equals]=${ids.B}`, ['one']],
      ['Q4', `where[and][0][topics][equals]=${ids.A}&where[and][1][topics][not_equals]=${ids.B}`, ['two']],
      ['any of them', `where[credits.author][in]=${ids.ann},${ids.bob}`, ['one', 'two', 'three']],
      ['none of them', `where[credits.author][not_in]=${ids.ann},${ids.bob}`, []],
      ['something', 'where[topics][exists]=true', ['one', 'two']],
      ['nothing', 'where[topics][exists]=false', ['three']],
      ['or', `where[or][0][topics][equals]=${ids.B}&where[or][1][topics][exists]=false`, ['one', 'three']],
      ['twice not', `where[and][0][topics][not_equals]=${ids.A}&where[and][1][topics][not_equals]=${ids.B}`, ['three']],
    ] as const

  it('finds the same for a reader, for staff, among drafts and among versions', async () => {
    for (const [name, query, slugs] of cases()) {
      const right = found(...slugs)
      expect(await listed(query), name).toEqual(right)
      expect(await listed(query, 'editor'), `${name}, staff`).toEqual(right)
      expect(await listed(`draft=true&${query}`, 'editor'), `${name}, drafts`).toEqual(right)
      const ofVersions = `${query.replaceAll(/topics|credits\.author/g, 'version.$&')}&where[and][9][latest][equals]=true`
      if (!ofVersions.includes('[or]'))
        expect(await listed(ofVersions, 'editor', '/api/articles/versions'), `${name}, versions`).toEqual(right)
    }
  })

  it('counts what it lists', async () => {
    for (const [name, query, slugs] of cases()) {
      const { body } = await newsroom.ask('GET', `/api/articles/count?${query}`)
      expect(body.totalDocs, name).toBe(slugs.length)
    }
  })

  it('finds the same along GraphQL', async () => {
    const { body } = await newsroom.graphql(
      `query ($a: JSON, $b: JSON, $ann: JSON) {
        q1: Articles(where: { credits__author: { not_equals: $ann } }) { totalDocs docs { slug } }
        q3: Articles(where: { AND: [{ topics: { equals: $a } }, { topics: { equals: $b } }] }) { totalDocs docs { slug } }
        q4: Articles(where: { AND: [{ topics: { equals: $a } }, { topics: { not_equals: $b } }] }) { totalDocs docs { slug } }
        count: countArticles(where: { topics: { not_in: [$b] } }) { totalDocs }
      }`,
      { a: ids.A, b: ids.B, ann: ids.ann },
    )
    expect(body.data, JSON.stringify(body.errors)).toEqual({
      q1: { totalDocs: 1, docs: [{ slug: 'three' }] },
      q3: { totalDocs: 1, docs: [{ slug: 'one' }] },
      q4: { totalDocs: 1, docs: [{ slug: 'two' }] },
      count: { totalDocs: 2 },
    })
  })

  it('takes what a relation leads to for a list', async () => {
    expect(await listed('where[topics.name][equals]=B', 'editor')).toEqual(found('one'))
    expect(await listed('where[topics.name][not_equals]=B', 'editor')).toEqual(found('two', 'three'))
    expect(await listed('where[credits.author.displayName][not_equals]=ann', 'admin')).toEqual(found('three'))
    expect(await listed('where[section.name][not_equals]=X', 'editor')).toEqual(found('one', 'two', 'three'))
  })

  it('is answered within a join field too', async () => {
    const { body } = await newsroom.ask(
      'GET',
      `/api/authors/${ids.ann}?joins[articles][where][topics][not_equals]=${ids.B}&depth=1`,
      { as: 'admin' },
    )
    expect((body.articles.docs as readonly Doc[]).map(({ slug }) => slug)).toEqual(['two'])
  })

  it('is refused where it looks for a position or a sorting by several values', async () => {
    expect(await listed('sort=credits.author')).toEqual({ status: 400, code: 'field_not_queryable' })
    expect(await listed('sort=-topics', 'editor')).toEqual({ status: 400, code: 'field_not_queryable' })
    expect(await listed('sort=topics.name', 'editor')).toEqual({ status: 400, code: 'field_not_queryable' })
    expect(await listed(`where[credits.0.author][equals]=${ids.ann}`, 'editor')).toEqual({
      status: 400,
      code: 'invalid_value',
    })
  })

  // Guard: readSearch() in checkPaths(). What is lost on the way to Payload is a condition less.
  it.each([
    ['a name of every object', 'where[toString][equals]=x'],
    ['such an operator', 'where[slug][constructor]=x'],
    ['such a name in a junction', 'where[and][0][slug][equals]=one&where[and][1][__proto__][equals]=x'],
    ['such a name beside a field', 'where[slug][equals]=one&where[hasOwnProperty][in]=x'],
    ['too many names', `where[slug]${'[a]'.repeat(11)}=x`],
    ['an open bracket', 'where[slug][equals=one'],
    ['a parameter twice', 'where[slug][equals]=one&where[slug][equals]=two'],
    ['more parts than are read', `${'a&'.repeat(1000)}where[slug][equals]=one`],
  ])('of staff is refused where Payload would not see all of it: %s', async (_, query) => {
    const kicker = `Lost ${String(query.length)}`
    for (const [method, address, body] of [
      ['GET', `/api/articles?${query}`, undefined],
      ['PATCH', `/api/articles?draft=true&${query}`, { kicker }],
      ['DELETE', `/api/topics?${query.replaceAll('slug', 'name')}`, undefined],
    ] as const) {
      const answer = await newsroom.ask(method, address, { as: 'editor', ...(body ? { body } : {}) })
      expect(answer.status, JSON.stringify(answer.body)).toBe(400)
    }
    const changed = await listed(`draft=true&where[kicker][equals]=${encodeURIComponent(kicker)}`, 'editor')
    expect(changed).toEqual(found())
    expect((await newsroom.ask('GET', '/api/topics', { as: 'editor' })).body.totalDocs).toBe(2)
  })

  it('of staff takes no date that is none, or that databases order differently', async () => {
    for (const date of [
      '+275760-09-13T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '2027-02-30',
      '2027-01-01T10:00',
      '12/31/2027',
    ])
      for (const operator of ['greater_than', 'less_than_equal', 'equals', 'in']) {
        const query = `where[publishedAt][${operator}]=${encodeURIComponent(date)}`
        expect(await listed(query, 'editor'), query).toEqual({ status: 400, code: 'invalid_value' })
      }
    const beyond = '{ Articles(where: { updatedAt: { greater_than: "+275760-01-01T00:00:00Z" } }) { totalDocs } }'
    expect((await newsroom.graphql(beyond, {}, 'editor')).body.errors).toHaveLength(1)
  })

  it('of the review queue names a collection that it has', async () => {
    const answer = await newsroom.ask('GET', '/api/review-queue?collection=nosuch', { as: 'editor' })
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'invalid_value'])
    expect(answer.body.errors[0].message).toBe('A collection is one of articles, authors, news-teasers.')
  })

  it('chooses the same documents for a change in bulk', async () => {
    const { body } = await newsroom.ask('PATCH', `/api/articles?draft=true&where[topics][not_equals]=${ids.B}`, {
      as: 'editor',
      body: { kicker: 'Changed' },
    })
    expect((body.docs as readonly Doc[]).map(({ slug }) => slug).sort(), JSON.stringify(body)).toEqual(['three', 'two'])
  })
})

describe('a list', () => {
  it('has each document on one page, in the order of ids where nothing else tells', async () => {
    const createdAt = '2027-01-01T00:00:00.000Z'
    const made: string[] = []
    for (let number = 0; number < 6; number++) {
      const section = await newsroom.payload.db.create({
        collection: 'sections',
        data: { name: 'Same', slug: `same-${String(number)}`, createdAt, updatedAt: createdAt },
        req: {},
      })
      made.push(String(section.id))
    }
    const pages: string[] = []
    for (const page of [1, 2, 3]) {
      const { body } = await newsroom.ask('GET', `/api/sections?sort=name&limit=2&page=${String(page)}`)
      pages.push(...body.docs.map(({ id }: { id: string }) => id))
    }
    expect(pages).toEqual(made.sort())
  })

  // Guard: `pagination` in answerAlike(). MongoDB alone gave the first page again, and counted no further.
  it('is counted whole, and goes on, when the adapter itself is asked and pages are not spoken of', async () => {
    const collection = 'topics'
    for (let number = 0; number < 3; number++)
      await newsroom.payload.db.create({
        collection,
        data: { name: `Paged ${String(number)}`, slug: `paged-${String(number)}` },
        req: {},
      })
    const page = async (number: number) => {
      const found = await newsroom.payload.db.find<{ slug: string }>({
        collection,
        where: { slug: { like: 'paged-' } },
        sort: 'slug',
        limit: 2,
        page: number,
      })
      return [found.docs.map(({ slug }) => slug), found.totalDocs, found.hasNextPage]
    }
    expect(await page(1)).toEqual([['paged-0', 'paged-1'], 3, true])
    expect(await page(2)).toEqual([['paged-2'], 3, false])
  })
})
