import { expect, it } from 'vitest'
import { HAS_SCHEMAS, xmlFaults } from '../../helpers/feedSchemas.ts'
import type { FeedSource } from '../../../src/feeds/FeedSource.ts'
import { newsSitemap } from '../../../src/feeds/sitemaps.ts'

const NOW = Date.parse('2026-11-20T12:07:30.000Z')
const MINUTE = 60_000

/** Articles that were first published so many minutes ago, newest first, as the port to the newsroom gives them; it keeps to the conditions that it is asked with. */
function sourceOf(ages: readonly number[]): FeedSource {
  const docs = ages
    .toSorted((a, b) => a - b)
    .map((age, at) => ({
      id: String(at),
      slug: `piece-${String(age)}`,
      headline: `Piece & ${String(age)}`,
      language: 'en-GB',
      publishedAt: new Date(NOW - age * MINUTE).toISOString(),
      firstPublishedAt: new Date(NOW - age * MINUTE).toISOString(),
    }))
  const list: FeedSource['reads']['list'] = (_, { where, limit = 10, page = 1 } = {}) => {
    const { greater_than_equal: since } = (where as { firstPublishedAt: { greater_than_equal: string } })
      .firstPublishedAt
    const within = docs.filter(({ firstPublishedAt }) => firstPublishedAt >= since)
    const from = (page - 1) * limit
    return Promise.resolve({
      docs: within.slice(from, from + limit),
      hasNextPage: from + limit < within.length,
      totalDocs: within.length,
    } as never)
  }
  return {
    origin: 'https://news.example.org',
    now: () => new Date(NOW),
    reads: { list, global: () => Promise.resolve({ name: 'The News' }) },
  } as unknown as FeedSource
}

const addresses = (xml: string) =>
  [...xml.matchAll(/<loc>https:\/\/news\.example\.org\/articles\/piece-(\d+)<\/loc>/g)].map(([, age]) => Number(age))

// Google: “Include recent URLs for articles that were created in the last two days”, “up to 1,000 news:news tags”.
it('holds a thousand articles at most, the newest ones', async () => {
  const ages = Array.from({ length: 1_050 }, (_, age) => age + 1)
  const xml = await newsSitemap(sourceOf(ages))
  expect(addresses(xml)).toEqual(ages.slice(0, 1_000))
  if (HAS_SCHEMAS) expect(await xmlFaults('sitemap', xml)).toEqual([])
})

it('holds nothing that is older than two days before the answer is forgotten', async () => {
  const [day, quarter] = [24 * 60, 15]
  // At 12:07:30 the answer is kept until 12:15, so what has 48 hours less seven and a half minutes is the oldest.
  const xml = await newsSitemap(sourceOf([1, 2 * day - 8, 2 * day - 7, 2 * day, 2 * day + quarter]))
  expect(addresses(xml)).toEqual([1, 2 * day - 8])
})

it('names the language alone, and is whole with nothing in it', async () => {
  expect(await newsSitemap(sourceOf([5]))).toContain('<news:language>en</news:language>')
  const empty = await newsSitemap(sourceOf([]))
  expect(empty).toContain('<urlset')
  expect(empty).not.toContain('<url>')
})
