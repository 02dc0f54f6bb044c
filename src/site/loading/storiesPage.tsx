import type { ReactNode } from 'react'
import { asText, type Loose } from '../../bodies/index.ts'
import { SiteShell } from '../components/SiteShell.tsx'
import { StoriesPage } from '../components/StoriesPage.tsx'
import type { Exchange } from '../exchange.ts'
import { PageHead } from '../head/PageHead.tsx'
import { articleCard } from '../views/articleView.ts'
import { absolute } from '../views/siteView.ts'
import { decodedSegment } from './decodedSegment.ts'
import { loadSite } from './loadSite.ts'
import { missingPage } from './missingPage.tsx'
import { pageNumber } from './pageNumber.ts'

const ON_A_PAGE = 20

/** What Next gives a page of an address with a slug and a query. */
export type ListProps = {
  readonly params: Promise<{ readonly slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

type Listed = {
  /** Path of the first page. */
  readonly href: string
  readonly title: string
  readonly description?: string | undefined
  readonly where?: Readonly<Record<string, unknown>>
  readonly feed?: { readonly of: 'sections' | 'topics'; readonly slug: string }
}

/** A page of public articles, newest first; 404 beyond the last one. */
export async function storiesPage(
  exchange: Exchange,
  { href, title, description, where = {}, feed }: Listed,
  asked: Awaited<ListProps['searchParams']>,
): Promise<ReactNode> {
  const page = pageNumber(asked.page)
  if (page === undefined) return missingPage(exchange)
  const [site, found] = await Promise.all([
    loadSite(exchange),
    exchange.reads.list('articles', { where, sort: '-publishedAt,id', limit: ON_A_PAGE, page, depth: 1 }),
  ])
  if (page > 1 && page > found.totalPages) return missingPage(exchange)
  exchange.verdict = { status: 200 }
  return (
    <SiteShell site={site}>
      <PageHead
        site={site}
        title={page === 1 ? title : `${title}, page ${String(page)}`}
        description={description}
        canonical={absolute(site, page === 1 ? href : `${href}?page=${String(page)}`)}
        feed={feed && { ...feed, title: `${title} – ${site.name}` }}
      />
      <StoriesPage
        title={title}
        description={description}
        stories={found.docs.flatMap((doc) => articleCard(doc) ?? [])}
        href={href}
        page={page}
        totalPages={found.totalPages}
        timeZone={site.timeZone}
      />
    </SiteShell>
  )
}

/** By collection, the condition on an article that is filed in one of its documents. */
const FILED: Readonly<Record<'sections' | 'topics', (id: string) => Readonly<Record<string, unknown>>>> = {
  sections: (id) => ({ section: { equals: id } }),
  topics: (id) => ({ topics: { in: [id] } }),
}

/** The page of a section or topic. */
export async function filedPage(
  exchange: Exchange,
  of: 'sections' | 'topics',
  { params, searchParams }: ListProps,
): Promise<ReactNode> {
  const slug = decodedSegment((await params).slug)
  if (slug === undefined) return missingPage(exchange)
  const there = await exchange.reads.bySlug(of, slug, { depth: 0 })
  if (there.kind === 'moved') {
    exchange.verdict = { status: 308, location: `/${of}/${encodeURIComponent(there.slug)}` }
    return null
  }
  if (there.kind !== 'found') return missingPage(exchange)
  const { id, name, description }: Loose & { readonly id: string } = there.doc
  const listed = {
    href: `/${of}/${encodeURIComponent(slug)}`,
    title: asText(name) ?? slug,
    description: asText(description),
    where: FILED[of](id),
    feed: { of, slug },
  }
  return storiesPage(exchange, listed, await searchParams)
}
