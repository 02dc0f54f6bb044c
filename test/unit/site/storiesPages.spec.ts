import { describe, expect, it } from 'vitest'
import Articles from '../../../src/app/(site)/articles/page.tsx'
import Section from '../../../src/app/(site)/sections/[slug]/page.tsx'
import { anArticle, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

/** Lists of articles: a reader comes from the front page to everything that is public. */

const WORLD = { id: 's1', name: 'World', slug: 'world', description: 'What happens elsewhere.' }
const articles = Array.from({ length: 45 }, (_, index) =>
  anArticle({
    id: `a${String(index)}`,
    slug: `a${String(index)}`,
    headline: `Headline ${String(index)}`,
    section: index % 2 === 0 ? 's1' : 's2',
    publishedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
  }),
)
const reads = () =>
  new MemoryReads(
    { articles, sections: [WORLD, { id: 's2', name: 'Über & unter', slug: 'über' }] },
    { newsroom: { name: 'The Review' } },
    { olde: { kind: 'moved', slug: 'über' } },
  )

const section = (slug: string, page?: string | string[]) =>
  renderPage(
    () =>
      Section({
        params: Promise.resolve({ slug: encodeURIComponent(slug) }),
        searchParams: Promise.resolve(page === undefined ? {} : { page }),
      }),
    reads(),
  )
const everything = (page?: string) =>
  renderPage(() => Articles({ searchParams: Promise.resolve(page === undefined ? {} : { page }) }), reads())

const linksIn = (html: string) => [...html.matchAll(/<a href="(\/articles\/[^"]+)"/g)].map(([, href]) => href)

describe('all stories', () => {
  it('lead to every article, page by page, each once', async () => {
    const pages = await Promise.all(['1', '2', '3'].map((page) => everything(page)))
    const links = pages.flatMap(({ html }) => linksIn(html))
    expect(links).toHaveLength(45)
    expect(new Set(links).size).toBe(45)
    expect(pages[0]?.html).toContain('<a href="/articles?page=2" rel="next">')
    expect(pages[2]?.html).not.toContain('rel="next"')
    expect(pages[1]?.html).toContain('<link rel="canonical" href="https://review.example.org/articles?page=2"/>')
  })

  it.each(['0', '4', 'x', '-1', '1.5'])('have no page %s', async (page) => {
    expect((await everything(page)).verdict).toEqual({ status: 404 })
  })
})

describe('a section', () => {
  it('has what is filed in it, with its name, its description and its feeds', async () => {
    const { html, verdict } = await section('world')
    expect(verdict).toEqual({ status: 200 })
    expect(html).toContain('<title>World – The Review</title>')
    expect(wordsOf(html)).toContain('What happens elsewhere.')
    expect(linksIn(html)).toHaveLength(20)
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" title="World – The Review" href="https://review.example.org/feeds/sections/world/atom.xml"/>',
    )
  })

  it('is in the menu of every page, by an address that can be followed', async () => {
    const { html } = await everything()
    expect(html).toContain('<nav class="menu" aria-label="Sections">')
    expect(html).toContain('<a href="/sections/%C3%BCber">Über &amp; unter</a>')
    expect((await section('über')).verdict).toEqual({ status: 200 })
  })

  it('leads on from an address that it had', async () => {
    expect((await section('olde')).verdict).toEqual({ status: 308, location: '/sections/%C3%BCber' })
  })

  it.each([
    ['nosuch', undefined],
    ['world', '3'],
    ['world', ['1', '2']],
  ])('%s, page %s, is not there', async (slug, page) => {
    expect((await section(slug, page)).verdict).toEqual({ status: 404 })
  })
})
