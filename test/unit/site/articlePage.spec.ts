import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import ArticlePage from '../../../src/app/(site)/articles/[slug]/page.tsx'
import type { BySlug, PublicDocument } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'
import { aParagraph, aPicture, aState, aTeaser, anArticle, anAuthor, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

const NEWSROOM = { newsroom: { name: 'The Review', timeZone: 'Europe/Berlin' } }

/** The page of one article. `authors`: whole documents of the public authors. */
async function pageOf(
  article: PublicDocument,
  more: { authors?: readonly PublicDocument[]; teasers?: readonly PublicDocument[] } = {},
) {
  const { authors = [anAuthor()], teasers = [] } = more
  const reads = new MemoryReads({ articles: [article], authors, 'news-teasers': teasers }, NEWSROOM)
  const params = Promise.resolve({ slug: encodeURIComponent(String(article.slug)) })
  const page = await renderPage(() => ArticlePage({ params }), reads)
  return { ...page, words: wordsOf(page.html), main: between(page.html, '<main', '</main>') }
}

const between = (html: string, from: string, to: string): string =>
  html.slice(html.indexOf(from), html.indexOf(to) + to.length)

type StructuredData = Readonly<Record<string, unknown>>

const structuredData = (html: string): StructuredData =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as StructuredData

describe('an article', () => {
  it('has its headline, and that alone, as the page’s title', async () => {
    const { html, verdict } = await pageOf(anArticle())
    expect(verdict).toEqual({ status: 200 })
    expect(html.match(/<h1\b[^>]*>(.*?)<\/h1>/g)).toEqual(['<h1 class="headline">The strait</h1>'])
    expect(html).toContain('<title>The strait – The Review</title>')
  })

  it('prints the byline as it is and links it to the author', async () => {
    const { main } = await pageOf(anArticle({ byline: 'From Ana Sousa, Lisbon' }))
    expect(main).toContain('From <a href="/authors/ana-sousa" rel="author">Ana Sousa</a>, Lisbon')
  })

  it('prints the name under which the author is credited', async () => {
    const credits = [{ author: anAuthor({ displayName: 'Wang Li' }), creditedAs: 'Paul Wang', role: 'author' }]
    const { main, html } = await pageOf(anArticle({ byline: 'Paul Wang', credits }))
    expect(main).toContain('<a href="/authors/ana-sousa" rel="author">Paul Wang</a>')
    expect(structuredData(html).author).toMatchObject([{ '@type': 'Person', name: 'Paul Wang' }])
  })

  it('has no link and no box for an author who is not public', async () => {
    const { main, html } = await pageOf(anArticle({ credits: [{ author: 'au1', role: 'author' }] }), { authors: [] })
    expect(main).toContain('>Ana Sousa</p>')
    expect(main).not.toMatch(/\/authors\/|About the author|au1/)
    expect(structuredData(html).author).toEqual([{ '@type': 'Person', name: 'Ana Sousa' }])
  })

  it('names those who did not write it apart from the byline', async () => {
    const translator = { author: anAuthor({ id: 'au2', slug: 'bo', displayName: 'Bo' }), role: 'translator' }
    const { words, html } = await pageOf(anArticle({ credits: [{ author: anAuthor(), role: 'author' }, translator] }))
    expect(words).toContain('Translated by Bo')
    expect(html.match(/class="biography"/g)).toHaveLength(1)
    expect(structuredData(html).author).toHaveLength(1)
  })

  it('has a date only where one is known, in the newsroom’s zone', async () => {
    const dated = await pageOf(anArticle({ publishedAt: '2025-06-30T22:30:00.000Z' }))
    expect(dated.main).toContain('<time dateTime="2025-06-30T22:30:00.000Z">1 July 2025</time>')
    const undated = await pageOf(
      anArticle({ createdAt: '2025-06-30T22:30:00.000Z', updatedAt: '2025-06-30T22:30:00.000Z' }),
    )
    expect(undated.html).not.toMatch(/<time|datePublished|published_time|2025/)
  })

  it('marks opinion as opinion, and says each thing above the headline once', async () => {
    const { main } = await pageOf(anArticle({ genre: 'opinion', section: { name: 'World' }, kicker: 'OPINION' }))
    expect(main).toContain('<p class="kicker"><span>Opinion</span><span>World</span></p>')
  })

  it('shows the lead picture with the caption that stands with the article', async () => {
    const leadImage = aPicture({ caption: 'Of the picture', credit: 'Agency' })
    const { main } = await pageOf(anArticle({ leadImage, leadImageCaption: 'Of the article' }))
    expect(main).toMatch(/<source type="image\/avif"[^>]*sea-heroAvif\.avif 1600w/)
    expect(wordsOf(main)).toMatch(/Of the article Agency/)
    expect(main).not.toContain('Of the picture')
  })

  it('lists corrections with their days', async () => {
    const corrections = [
      { kind: 'clarification', at: '2025-07-01T08:00:00Z', text: 'It was 2015.' },
      { kind: 'update', text: ' ' },
    ]
    const { words, main } = await pageOf(anArticle({ corrections }))
    expect(words).toMatch(/Clarification, 1 July 2025 It was 2015\./)
    expect(main).not.toContain('Update')
  })

  it('names somebody who is credited twice once, and in each of two roles', async () => {
    const twice = ['author', 'author', 'photographer', 'photographer'].map((role) => ({ author: anAuthor(), role }))
    const { words, html } = await pageOf(anArticle({ credits: twice }))
    expect(structuredData(html).author).toMatchObject([{ name: 'Ana Sousa' }])
    expect(words.match(/Photographs by Ana Sousa/g)).toHaveLength(1)
    expect(words.match(/About the author/g)).toHaveLength(1)
  })

  it('tells a byline without a person from one', async () => {
    const { html } = await pageOf(anArticle({ byline: 'From our correspondents', credits: [] }))
    expect(structuredData(html).author).toEqual([{ '@type': 'Organization', name: 'From our correspondents' }])
  })

  it('shows the whole of an author who is populated only in part', async () => {
    const whole = anAuthor({
      fullName: 'Ana Maria Sousa',
      jobTitle: 'Fellow',
      affiliations: [{ organization: 'University of Somewhere', department: 'School of Law', country: 'PT' }],
      biography: aState(aParagraph('Ana has written two books.')),
    })
    const { words } = await pageOf(anArticle(), { authors: [whole] })
    expect(words).toContain(
      'About the author Ana Sousa (Ana Maria Sousa) Fellow School of Law, University of Somewhere, Portugal Ana has written two books.',
    )
  })

  it('says in which language it is, and in which direction it runs', async () => {
    const { main } = await pageOf(anArticle({ language: 'ar', readingMinutes: 3 }))
    expect(main).toContain('<article class="story story-plain" lang="ar" dir="rtl">')
    expect(main).toContain('<p lang="en" dir="ltr">3 min read</p>')
  })

  it('reads on with what is public of the related articles', async () => {
    const related = [anArticle({ id: 'a2', slug: 'bridge', headline: 'The bridge' }), 'a3', null]
    const { main } = await pageOf(anArticle({ related }))
    expect(main.match(/story-card/g)).toHaveLength(1)
    expect(main).toContain('<a href="/articles/bridge">The bridge</a>')
  })
})

describe('the rail beside it', () => {
  it('has headlines and excerpts as they are printed, and says where they lead', async () => {
    const teasers = [
      aTeaser('n1', { headline: 'Joint Communiqué', excerpt: 'On Tuesday, Secretary-General António…' }),
      aTeaser('n2', { target: { kind: 'article', article: anArticle({ slug: 'bridge' }) } }),
      aTeaser('n3', { target: { kind: 'article', article: 'a9' } }),
      aTeaser('n4', { target: { kind: 'external', url: 'javascript:alert(1)', sourceName: 'Evil' } }),
    ]
    const { html } = await pageOf(anArticle(), { teasers })
    const rail = between(html, '<aside', '</aside>')
    expect(rail).toContain('<a href="https://news.example.org/">Joint Communiqué</a>')
    expect(rail).toContain('<p class="teaser-excerpt">On Tuesday, Secretary-General António…</p>')
    expect(rail).toContain('Example News')
    expect(rail).toContain('<a href="/articles/bridge">Teaser n2</a>')
    expect(rail).toContain('>Teaser n3</h3>')
    expect(rail).toContain('>Teaser n4</h3>')
    expect(rail).not.toContain('Evil')
  })

  it('is not there where there are no teasers', async () => {
    expect((await pageOf(anArticle())).html).not.toContain('<aside')
  })
})

describe('what machines read', () => {
  const article = anArticle({
    publishedAt: '2025-06-30T22:30:00.000Z',
    updatedAt: '2025-07-02T10:00:00.000Z',
    standfirst: 'Why it counts.',
    leadImage: aPicture(),
    section: { name: 'World' },
    topics: [{ name: 'Trade' }],
    wordCount: 812,
  })

  it('is a NewsArticle with absolute addresses and instants with a zone', async () => {
    const { html } = await pageOf(article)
    expect(structuredData(html)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'The strait',
      description: 'Why it counts.',
      mainEntityOfPage: 'https://review.example.org/articles/the-strait',
      image: [
        'https://review.example.org/api/media/file/sea-hero.webp',
        'https://review.example.org/api/media/file/sea-og.webp',
      ],
      datePublished: '2025-06-30T22:30:00.000Z',
      dateModified: '2025-07-02T10:00:00.000Z',
      author: [{ '@type': 'Person', name: 'Ana Sousa', url: 'https://review.example.org/authors/ana-sousa' }],
      publisher: { '@type': 'Organization', name: 'The Review' },
      articleSection: 'World',
      keywords: ['Trade'],
      inLanguage: 'en',
      wordCount: 812,
    })
  })

  it('is never modified before it was published', async () => {
    const { html } = await pageOf(
      anArticle({ publishedAt: '2025-07-02T10:00:00.000Z', updatedAt: '2025-07-01T10:00:00.000Z' }),
    )
    expect(structuredData(html).dateModified).toBe('2025-07-02T10:00:00.000Z')
  })

  it('cannot break out of its element', async () => {
    const { html } = await pageOf(anArticle({ headline: '</script><script>alert(1)</script><!--' }))
    const raw = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(raw).not.toContain('<')
    expect(JSON.parse(raw)).toMatchObject({ headline: '</script><script>alert(1)</script><!--' })
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  it('has link previews, and one canonical address', async () => {
    const { html } = await pageOf(article)
    expect(html.match(/<link rel="canonical"[^>]*>/g)).toEqual([
      '<link rel="canonical" href="https://review.example.org/articles/the-strait"/>',
    ])
    for (const [name, content] of [
      ['og:type', 'article'],
      ['og:title', 'The strait'],
      ['og:description', 'Why it counts.'],
      ['og:url', 'https://review.example.org/articles/the-strait'],
      ['og:site_name', 'The Review'],
      ['og:image', 'https://review.example.org/api/media/file/sea-og.webp'],
      ['og:image:width', '1200'],
      ['article:published_time', '2025-06-30T22:30:00.000Z'],
      ['article:author', 'https://review.example.org/authors/ana-sousa'],
    ]) {
      expect(html).toContain(`<meta property="${name}" content="${content}"/>`)
    }
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  })

  it('names the original of a text that appeared elsewhere first', async () => {
    const { html } = await pageOf(anArticle({ canonicalUrl: 'https://elsewhere.example/original' }))
    expect(html).toContain('<link rel="canonical" href="https://elsewhere.example/original"/>')
  })

  it('uses what was written for search engines', async () => {
    const { html, main } = await pageOf(anArticle({ seo: { title: 'For machines', description: 'In short.' } }))
    expect(html).toContain('<title>For machines – The Review</title>')
    expect(html).toContain('<meta name="description" content="In short."/>')
    expect(main).toContain('>The strait</h1>')
  })
})

describe('where no article stands', () => {
  const pageAt = async (slug: string, elsewhere: Readonly<Record<string, BySlug>> = {}) =>
    renderPage(() => ArticlePage({ params: Promise.resolve({ slug }) }), new MemoryReads({}, NEWSROOM, elsewhere))

  it('says 404', async () => {
    const { html, verdict } = await pageAt('nothing')
    expect(verdict).toEqual({ status: 404 })
    expect(html).toMatch(/<title>Not found .*<meta name="robots" content="noindex"\/>/)
    expect(html).not.toMatch(/canonical|og:|nothing/)
  })

  it('says 404 for an address that is not well-formed', async () => {
    expect((await pageAt('%E0%A4%A')).verdict).toEqual({ status: 404 })
  })

  it('says 410 with the notice and its day', async () => {
    const notice = 'The figures were <invented>.'
    const { html, verdict } = await pageAt('gone', { gone: { kind: 'gone', notice, at: '2025-06-30T22:30:00.000Z' } })
    expect(verdict).toEqual({ status: 410 })
    expect(wordsOf(html)).toContain('The figures were <invented>. Retracted on 1 July 2025 .')
    expect(html).not.toMatch(/canonical|ld\+json/)
  })

  it('sends on to the new address, encoded', async () => {
    const { html, verdict } = await pageAt('old', { old: { kind: 'moved', slug: 'новый/путь?' } })
    expect(verdict).toEqual({
      status: 308,
      location: '/articles/%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9%2F%D0%BF%D1%83%D1%82%D1%8C%3F',
    })
    expect(html).toBe('')
  })

  it('finds a slug that is not ASCII by its encoded address', async () => {
    const reads = new MemoryReads({ articles: [anArticle({ slug: '海峡' })] }, NEWSROOM)
    const page = await renderPage(() => ArticlePage({ params: Promise.resolve({ slug: '%E6%B5%B7%E5%B3%A1' }) }), reads)
    expect(page.verdict).toEqual({ status: 200 })
    expect(page.html).toContain('href="https://review.example.org/articles/%E6%B5%B7%E5%B3%A1"')
  })
})

const SEED = path.resolve('../shared/seed/page.txt')
if (!existsSync(SEED)) console.log(`left out: the seed page is not at ${SEED}`)

describe.skipIf(!existsSync(SEED))('the seed page', () => {
  it('shows what the original showed, in its order', async () => {
    // The page as printed: headline, paragraphs, byline twice, biography, two teasers of headline and excerpt.
    const lines = readFileSync(SEED, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const at = lines.indexOf('Paul Wang')
    const [headline = '', ...paragraphs] = lines.slice(0, at)
    const [biography = '', ...teasers] = lines.slice(at + 2)
    expect([paragraphs.length > 5, teasers.length]).toEqual([true, 4])

    const author = anAuthor({
      slug: 'paul-wang',
      displayName: 'Paul Wang',
      fullName: 'Wang Li',
      biography: aState(aParagraph(biography)),
    })
    const article = anArticle({
      headline,
      byline: 'Paul Wang',
      credits: [{ author, role: 'author' }],
      body: aState(...paragraphs.map((text) => aParagraph(text))),
    })
    const [first = '', firstExcerpt = '', second = '', secondExcerpt = ''] = teasers.map((line) =>
      line.replace(/\.\.\.$/, '…'),
    )
    const rail = [
      aTeaser('n1', { headline: first, excerpt: firstExcerpt }),
      aTeaser('n2', { headline: second, excerpt: secondExcerpt }),
    ]

    const { words } = await pageOf(article, { authors: [author], teasers: rail })
    let from = 0
    for (const part of [
      headline,
      'Paul Wang',
      ...paragraphs,
      'Paul Wang (Wang Li)',
      biography,
      first,
      firstExcerpt,
      second,
      secondExcerpt,
    ]) {
      const found = words.indexOf(part.replace(/\s+/g, ' '), from)
      expect(found, part).toBeGreaterThanOrEqual(from)
      from = found + part.length
    }
    expect([firstExcerpt, secondExcerpt]).toEqual([expect.stringMatching(/[^ .]…$/), expect.stringMatching(/[^ .]…$/)])
  })
})
