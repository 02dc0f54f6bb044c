import { describe, expect, it } from 'vitest'
import AuthorPage from '../../../src/app/(site)/authors/[slug]/page.tsx'
import type { BySlug, PublicDocument } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'
import { aParagraph, aPicture, aState, anArticle, anAuthor, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

type Search = Readonly<Record<string, string | readonly string[] | undefined>>

async function pageOf(
  author: PublicDocument,
  articles: readonly PublicDocument[] = [],
  search: Search = {},
  elsewhere: Readonly<Record<string, BySlug>> = {},
  slug = String(author.slug),
) {
  const reads = new MemoryReads({ authors: [author], articles }, { newsroom: { name: 'The Review' } }, elsewhere)
  const props = { params: Promise.resolve({ slug }), searchParams: Promise.resolve(search) }
  const page = await renderPage(() => AuthorPage(props), reads)
  return { ...page, words: wordsOf(page.html) }
}

const articles = (count: number): readonly PublicDocument[] =>
  Array.from({ length: count }, (_, index) =>
    anArticle({
      id: `a${String(index)}`,
      slug: `a${String(index)}`,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    }),
  )

describe('an author', () => {
  it('has a portrait, names, affiliations, a biography and profiles elsewhere', async () => {
    const { html, words, verdict } = await pageOf(
      anAuthor({
        honorificPrefix: 'Dr',
        fullName: 'Ana Maria Sousa',
        jobTitle: 'Fellow',
        affiliations: [
          { organization: 'University', department: 'School of Law', country: 'PT' },
          { organization: '' },
        ],
        biography: aState(aParagraph('Two books.')),
        portrait: aPicture({ alt: 'Ana Sousa at her desk' }),
        sameAs: ['https://orcid.org/0000-0002-1825-0097', 'https://www.example.org/ana', 'javascript:alert(1)'],
      }),
    )
    expect(verdict).toEqual({ status: 200 })
    expect(words).toContain(
      'Dr Ana Sousa (Ana Maria Sousa) Fellow School of Law, University, Portugal Two books. ORCID example.org',
    )
    expect(html).toContain('alt="Ana Sousa at her desk"')
    expect(html).not.toContain('javascript')
    expect(html).toContain('<link rel="canonical" href="https://review.example.org/authors/ana-sousa"/>')
  })

  it('does not say a name twice', async () => {
    expect((await pageOf(anAuthor({ fullName: 'Ana Sousa' }))).words).not.toContain('(Ana Sousa)')
  })

  it('lists the articles that credit them, and says when there are none', async () => {
    const other = anArticle({
      id: 'x',
      slug: 'x',
      headline: 'Somebody else’s',
      credits: [{ author: anAuthor({ id: 'au2' }), role: 'author' }],
    })
    const { html } = await pageOf(anAuthor(), [...articles(1), other])
    expect(html.match(/class="story-card"/g)).toHaveLength(1)
    expect(html).not.toContain('Somebody else')
    expect((await pageOf(anAuthor())).words).toContain('No articles by Ana Sousa are public at the moment.')
  })
})

describe('the pages of the list', () => {
  it('holds twenty, newest first, and leads on', async () => {
    const first = await pageOf(anAuthor(), articles(21))
    expect(first.html.match(/href="\/articles\/a\d+"/g)?.slice(0, 2)).toEqual([
      'href="/articles/a20"',
      'href="/articles/a19"',
    ])
    expect(first.html.match(/class="story-card"/g)).toHaveLength(20)
    expect(first.words).toContain('Page 1 of 2 Older')
    const second = await pageOf(anAuthor(), articles(21), { page: '2' })
    expect(second.words).toContain('Newer Page 2 of 2')
    expect(second.html).toContain('<link rel="canonical" href="https://review.example.org/authors/ana-sousa?page=2"/>')
  })

  it.each([['3'], ['0'], ['-1'], ['1.5'], ['01'], ['1e9'], [''], ['x'], [['1', '2']], ['9999999']])(
    'has no page %j',
    async (page) => {
      expect((await pageOf(anAuthor(), articles(21), { page })).verdict).toEqual({ status: 404 })
    },
  )
})

describe('where no author stands', () => {
  it('says 404, 410 and 308 as for articles', async () => {
    const elsewhere: Readonly<Record<string, BySlug>> = {
      gone: { kind: 'gone', notice: 'Not a person.', at: '2026-01-01T00:00:00.000Z' },
      old: { kind: 'moved', slug: 'ana-sousa' },
    }
    const at = async (slug: string) => (await pageOf(anAuthor(), [], {}, elsewhere, slug)).verdict
    expect(await at('nobody')).toEqual({ status: 404 })
    expect(await at('gone')).toEqual({ status: 410 })
    expect(await at('old')).toEqual({ status: 308, location: '/authors/ana-sousa' })
  })
})
