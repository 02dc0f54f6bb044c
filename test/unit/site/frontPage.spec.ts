import { describe, expect, it } from 'vitest'
import FrontPage from '../../../src/app/(site)/page.tsx'
import type { PublicDocument } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'
import { aPicture, aTeaser, anArticle, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

const article = (id: string, day: number, more: object = {}): PublicDocument =>
  anArticle({
    id,
    slug: id,
    headline: `Headline ${id}`,
    publishedAt: `2026-02-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    ...more,
  })

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((id, index) => article(id, 10 + index))

/** The front page with what stands on it, top down. */
async function front(
  { articles = [], teasers = [] }: { articles?: readonly PublicDocument[]; teasers?: readonly PublicDocument[] },
  order: object = {},
) {
  const reads = new MemoryReads(
    { articles, 'news-teasers': teasers },
    { newsroom: { name: 'The Review' }, front: order },
  )
  const page = await renderPage(() => FrontPage(), reads)
  const headlines = [...page.html.matchAll(/<h[23] class="(\w+)-headline"[^>]*>(.*?)<\/h[23]>/g)]
  const of = (kind: string) =>
    headlines
      .filter(([, each]) => each === kind)
      .map(([, , html]) =>
        wordsOf(html ?? '')
          .split(' ')
          .pop(),
      )
  return { ...page, lead: of('lead'), stories: of('story'), rail: of('teaser'), reads }
}

describe('the front page', () => {
  it('has the newsroom’s name as its title, and today', async () => {
    const { html, verdict } = await front({})
    expect(verdict).toEqual({ status: 200 })
    expect(html).toContain('<h1 class="masthead-name">The Review</h1>')
    expect(html).toContain('<title>The Review</title>')
    // 1 March 2026, the clock of these tests, is a Sunday.
    expect(html).toContain('<time dateTime="2026-03-01">Sunday, 1 March 2026</time>')
    expect(html).toContain('<link rel="canonical" href="https://review.example.org/"/>')
  })

  it('says so when nothing is public', async () => {
    const { html, lead, stories } = await front({})
    expect([lead, stories]).toEqual([[], []])
    expect(wordsOf(html)).toContain('Nothing has been published here yet.')
    expect(html).not.toMatch(/<aside|More stories|undefined|null/)
  })

  it('leads with the newest when nobody chose', async () => {
    expect(await front({ articles: FIVE })).toMatchObject({ lead: ['e'], stories: ['d', 'c', 'b', 'a'] })
  })

  it('keeps to the order of the editors and fills what they left', async () => {
    const page = await front({ articles: FIVE }, { lead: 'b', list: ['a', 'd'], listLength: 3 })
    expect(page).toMatchObject({ lead: ['b'], stories: ['a', 'd', 'e'] })
  })

  it('does not lead with what the editors put below', async () => {
    expect(await front({ articles: FIVE }, { list: ['e'] })).toMatchObject({
      lead: ['d'],
      stories: ['e', 'c', 'b', 'a'],
    })
  })

  it('passes over what the editors chose and is not public', async () => {
    const page = await front(
      { articles: FIVE.slice(0, 2) },
      { lead: 'draft', list: ['spiked', null, 'a'], rail: ['n9'] },
    )
    expect(page).toMatchObject({ lead: ['b'], stories: ['a'], rail: [] })
    expect(page.html).not.toMatch(/draft|spiked|n9/)
  })

  it('shows a lead that is also in the list once', async () => {
    expect(await front({ articles: FIVE.slice(0, 2) }, { lead: 'a', list: ['a', 'b'] })).toMatchObject({
      lead: ['a'],
      stories: ['b'],
    })
  })

  it('has as many places as were set', async () => {
    expect((await front({ articles: FIVE }, { listLength: 2 })).stories).toHaveLength(2)
    expect((await front({ articles: FIVE }, { listLength: 0 })).stories).toHaveLength(0)
  })

  it('never asks for more than the public limit of 100', async () => {
    const list = Array.from({ length: 300 }, (_, index) => `x${String(index)}`)
    const { reads } = await front({ articles: FIVE }, { list, rail: list, listLength: 50, railLength: 50 })
    expect(Math.max(...reads.asked.map(([, { limit = 0 }]) => limit))).toBeLessThanOrEqual(100)
  })

  it('gives the lead’s picture no text: it says nothing that the headline does not', async () => {
    const { html } = await front({ articles: [article('a', 1, { leadImage: aPicture() })] })
    expect(html).toMatch(/<img[^>]*src="\/api\/media\/file\/sea-og\.webp"[^>]*alt=""/)
  })
})

describe('the rail', () => {
  const teaser = (id: string, day: number, more: object = {}) =>
    aTeaser(id, { publishedAt: `2026-02-${String(day)}T10:00:00.000Z`, ...more })

  it('is filled with pinned ones, then by rank, then the newest', async () => {
    const teasers = [
      teaser('old', 10),
      teaser('pinned', 11, { pinned: true }),
      teaser('new', 20),
      teaser('high', 12, { rank: 9 }),
      teaser('low', 13, { rank: 2 }),
    ]
    expect((await front({ teasers })).rail).toEqual(['pinned', 'high', 'low', 'new', 'old'])
  })

  it('finds pinned ones however old they are', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      aTeaser(`t${String(index)}`, { publishedAt: new Date(Date.UTC(2026, 1, 1, index)).toISOString() }),
    )
    const { rail } = await front(
      { teasers: [teaser('pinned', 10, { pinned: true, publishedAt: '2020-01-01T00:00:00.000Z' }), ...many] },
      { railLength: 2 },
    )
    expect(rail).toEqual(['pinned', 't39'])
  })

  it('keeps to the order of the editors first', async () => {
    const teasers = [teaser('x', 10), teaser('y', 11), teaser('z', 12, { pinned: true })]
    expect((await front({ teasers }, { rail: ['x'], railLength: 2 })).rail).toEqual(['x', 'z'])
  })

  it('is not there when it has no places', async () => {
    expect((await front({ teasers: [teaser('x', 10)] }, { railLength: 0 })).html).not.toContain('<aside')
  })
})
