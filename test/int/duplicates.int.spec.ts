import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

// Guards: disableDuplicate of the fields, nameOfCopy() and isNamedAnew() in src/newsroom/fields.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const draftOf = async (collection: string, id: string) =>
  (await newsroom.ask('GET', `/api/${collection}/${id}?draft=true&depth=0`, { as: 'editor' })).body
const copyOf = async (collection: string, id: string, as: Staff = 'editor', body: object = {}) => {
  const answer = await newsroom.ask('POST', `/api/${collection}/${id}/duplicate`, { as, body })
  expect([answer.status, codesOf(answer)]).toEqual([200, []])
  return draftOf(collection, answer.body.doc.id)
}

const OF_THE_ORIGINAL = {
  corrections: [{ kind: 'correction', text: 'It was 2015.', at: '2026-01-01T00:00:00.000Z' }],
  canonicalUrl: 'https://example.org/first',
  embargoUntil: '2026-01-01T00:00:00.000Z',
  seo: { title: 'Harbour opens, at last', description: 'What it is about.' },
}

describe('a duplicate', () => {
  it('of a published, corrected piece has its text and not what happened to it', async () => {
    const id = await desk.anArticle({ headline: 'Harbour opens', standfirst: 'At last.', ...OF_THE_ORIGINAL })
    await desk.published('articles', id)
    const copy = await copyOf('articles', id)
    expect(copy).toMatchObject({ headline: 'Harbour opens (copy)', standfirst: 'At last.', slug: 'harbour-opens-2' })
    expect(copy.credits).toHaveLength(1)
    expect([copy.corrections, copy.canonicalUrl ?? null, copy.embargoUntil ?? null]).toEqual([[], null, null])
    expect([copy.seo?.title ?? null, copy.seo?.description ?? null]).toEqual([null, null])
    expect([copy.publishedAt ?? null, copy.firstPublishedAt ?? null, copy._status]).toEqual([null, null, 'draft'])
    expect(await draftOf('articles', id)).toMatchObject({ headline: 'Harbour opens', slug: 'harbour-opens' })
  })

  it('has no more of it when it is made over GraphQL', async () => {
    const id = await desk.anArticle({ headline: 'Bridge opens', standfirst: 'At last.', ...OF_THE_ORIGINAL })
    await desk.published('articles', id)
    // GraphQL requires these four, so the headline is the one that was asked for.
    const data = { headline: 'Bridge reopens', slug: 'any', language: 'en', body: aText('New.') }
    const answer = await newsroom.graphql(
      `mutation ($data: mutationArticleInput!) { duplicateArticle(id: "${id}", data: $data) { id } }`,
      { data },
      'editor',
    )
    expect([answer.status, codesOf(answer)], JSON.stringify(answer.body)).toEqual([200, []])
    const copy = await draftOf('articles', answer.body.data.duplicateArticle.id)
    expect(copy).toMatchObject({ headline: 'Bridge reopens', standfirst: 'At last.' })
    expect(copy.credits).toHaveLength(1)
    expect([copy.corrections, copy.canonicalUrl ?? null, copy.embargoUntil ?? null]).toEqual([[], null, null])
    expect([copy.seo?.title ?? null, copy.seo?.description ?? null]).toEqual([null, null])
    expect([copy.publishedAt ?? null, copy.firstPublishedAt ?? null, copy._status]).toEqual([null, null, 'draft'])
    expect((await newsroom.ask('GET', `/api/articles/${String(copy.id)}`)).status).toBe(404)
    expect(await desk.dossier('articles', copy.id)).toMatchObject({ stage: 'draft', live: null, signOffs: [] })
  })

  it('is told from another one, and a copy of a copy too', async () => {
    const id = await desk.anArticle({ headline: 'Told apart' })
    const names = [await copyOf('articles', id), await copyOf('articles', id)]
    names.push(await copyOf('articles', names[1].id))
    expect(names.map(({ headline }) => headline)).toEqual([
      'Told apart (copy)',
      'Told apart (copy 2)',
      'Told apart (copy 3)',
    ])
  })

  it('has the headline that was asked for', async () => {
    const id = await desk.anArticle({ headline: 'Letters, 1' })
    expect((await copyOf('articles', id, 'editor', { headline: 'Letters, 2' })).headline).toBe('Letters, 2')
  })

  it('gets its address when it gets a headline of its own', async () => {
    const id = await desk.anArticle({ headline: 'Week one' })
    const copy = await copyOf('articles', id)
    await desk.save('articles', copy.id, { headline: 'Week two' })
    expect((await draftOf('articles', copy.id)).slug).toBe('week-two')
    const chosen = await copyOf('articles', id)
    await desk.save('articles', chosen.id, { slug: 'chosen' })
    await desk.save('articles', chosen.id, { headline: 'Week three' })
    expect((await draftOf('articles', chosen.id)).slug).toBe('chosen')
  })

  it('does not count copies that its maker may not see', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'Seen by all' }))
    await copyOf('articles', id)
    const copy = await newsroom.ask('POST', `/api/articles/${id}/duplicate`, { as: 'contributor', body: {} })
    expect(copy.body.doc.headline).toBe('Seen by all (copy)')
  })

  it('of a teaser stands in no place and does not end', async () => {
    const { body } = await newsroom.ask('POST', '/api/news-teasers', {
      as: 'editor',
      body: { headline: 'Fees rise', excerpt: 'Fees.', pinned: true, rank: 7, expiresAt: '2026-01-01T00:00:00.000Z' },
    })
    const copy = await copyOf('news-teasers', body.doc.id)
    expect(copy).toMatchObject({ headline: 'Fees rise (copy)', excerpt: 'Fees.', pinned: false, rank: 0 })
    expect(copy.expiresAt ?? null).toBe(null)
  })

  it('of an author is nobody known elsewhere', async () => {
    const id = await desk.anAuthor({ displayName: 'Ana Sousa', sameAs: ['https://example.org/ana'] })
    const copy = await copyOf('authors', id)
    expect(copy).toMatchObject({ displayName: 'Ana Sousa (copy)', slug: 'ana-sousa-2', shortBio: 'A life.' })
    expect(copy.sameAs ?? []).toEqual([])
  })
})
