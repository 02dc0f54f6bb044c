import { describe, expect, it } from 'vitest'
import type { FeedSource } from '../../../src/feeds/FeedSource.ts'
import { loadCorrections } from '../../../src/feeds/loadCorrections.ts'

type Article = {
  readonly id: string
  readonly slug: string
  readonly updatedAt: string
  readonly corrections: readonly object[]
}
type Asked = {
  and: [{ 'corrections.at': { exists?: true; greater_than?: string } }, { id: { not_in: readonly string[] } }?]
}

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString()
const anArticle = (id: string, changed: number, corrected: number, kind = 'correction'): Article => ({
  id,
  slug: id,
  updatedAt: at(changed),
  corrections: [{ id: `of ${id}`, kind, at: at(corrected), text: `Of day ${String(corrected)}.` }],
})

/** The port to the newsroom over articles and retractions; it keeps to the conditions that it is asked with. */
function sourceOf(articles: readonly Article[], retracted: Readonly<Record<string, readonly object[]>> = {}) {
  let pages = 0
  const list: FeedSource['reads']['list'] = (_, { limit = 10, where } = {}) => {
    pages++
    const [{ 'corrections.at': when }, others] = (where as Asked).and
    const left = articles
      .filter(({ id }) => !others?.id.not_in.includes(id))
      .filter(({ corrections }) =>
        corrections.some((each) => when.greater_than === undefined || (each as { at: string }).at > when.greater_than),
      )
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    return Promise.resolve({ docs: left.slice(0, limit), hasNextPage: left.length > limit } as never)
  }
  const retractions: FeedSource['reads']['retractions'] = (collection) =>
    Promise.resolve((retracted[collection] ?? []) as never)
  const source = { origin: 'https://news.example.org', reads: { list, retractions } } as unknown as FeedSource
  return { source, pages: () => pages }
}

describe('the newest corrections', () => {
  // 300 articles: number 1 changed last and was corrected first.
  const many = Array.from({ length: 300 }, (_, n) => anArticle(`a${String(n + 1)}`, 1000 - n, n + 1))

  it('are the newest by their own time, however long ago their articles changed', async () => {
    const { source, pages } = sourceOf(many)
    const found = await loadCorrections(source, 3)
    expect(found.map((each) => each.at)).toEqual([at(300), at(299), at(298)])
    expect(pages()).toBe(3)
  })

  it('take one more read where the newest are of the articles that changed last', async () => {
    const { source, pages } = sourceOf(many.map((each, n) => ({ ...each, updatedAt: at(n + 1) })))
    expect((await loadCorrections(source, 2)).map((each) => each.at)).toEqual([at(300), at(299)])
    expect(pages()).toBe(2)
  })

  it('are read on past articles that have none, only other notes', async () => {
    const notes = Array.from({ length: 150 }, (_, n) => anArticle(`n${String(n)}`, 500, 400, 'update'))
    const { source } = sourceOf([...notes, anArticle('old', 2, 1)])
    expect((await loadCorrections(source, 10)).map(({ piece }) => piece.slug)).toEqual(['old'])
  })

  it('have retractions of every kind of piece between them', async () => {
    const notice = 'It was made up.'
    const { source } = sourceOf([anArticle('corrected', 9, 2)], {
      articles: [{ id: '1', slug: 'an article', notice, at: at(3) }],
      authors: [{ id: '1', slug: 'somebody', notice, at: at(4) }],
      'news-teasers': [{ id: '1', slug: 'a-teaser', notice, at: at(1) }],
    })
    const found = await loadCorrections(source, 10)
    expect(found.map(({ kind, piece }) => [kind, piece.collection, piece.url])).toEqual([
      ['retraction', 'authors', 'https://news.example.org/authors/somebody'],
      ['retraction', 'articles', 'https://news.example.org/articles/an%20article'],
      ['correction', 'articles', 'https://news.example.org/articles/corrected'],
      ['retraction', 'news-teasers', 'https://news.example.org/'],
    ])
    expect(new Set(found.map(({ id }) => id)).size).toBe(4)
  })
})
