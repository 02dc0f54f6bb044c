import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AuthorPage } from '../../../../site/components/AuthorPage.tsx'
import { Rail } from '../../../../site/components/Rail.tsx'
import { SiteShell } from '../../../../site/components/SiteShell.tsx'
import { currentExchange } from '../../../../site/exchange.ts'
import { AuthorHead } from '../../../../site/head/AuthorHead.tsx'
import { decodedSegment } from '../../../../site/loading/decodedSegment.ts'
import { frontOrder } from '../../../../site/loading/frontOrder.ts'
import { gonePage } from '../../../../site/loading/gonePage.tsx'
import { loadRail } from '../../../../site/loading/loadRail.ts'
import { loadSite } from '../../../../site/loading/loadSite.ts'
import { missingPage } from '../../../../site/loading/missingPage.tsx'
import { pageNumber } from '../../../../site/loading/pageNumber.ts'
import { articleCard } from '../../../../site/views/articleView.ts'
import { authorView } from '../../../../site/views/authorView.ts'

export const dynamic = 'force-dynamic'

const ARTICLES_ON_A_PAGE = 20

type Props = {
  readonly params: Promise<{ readonly slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** A person and their public articles, newest first. */
export default async function Author({ params, searchParams }: Props): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  const { reads } = exchange
  const slug = decodedSegment((await params).slug)
  const page = pageNumber((await searchParams).page)
  if (slug === undefined || page === undefined) return missingPage(exchange)
  const there = await reads.bySlug('authors', slug, { depth: 1 })
  if (there.kind === 'missing') return missingPage(exchange)
  if (there.kind === 'gone') return gonePage(exchange, there)
  if (there.kind === 'moved') {
    exchange.verdict = { status: 308, location: `/authors/${encodeURIComponent(there.slug)}` }
    return null
  }
  const [site, written, teasers] = await Promise.all([
    loadSite(exchange),
    reads.list('articles', {
      where: { 'credits.author': { equals: there.doc.id } },
      sort: '-publishedAt',
      limit: ARTICLES_ON_A_PAGE,
      page,
      depth: 1,
    }),
    reads.global('front').then((front) => loadRail(reads, frontOrder(front))),
  ])
  const author = authorView(there.doc)
  if (!author || (page > 1 && page > written.totalPages)) return missingPage(exchange)
  exchange.verdict = { status: 200 }
  return (
    <SiteShell site={site} rail={teasers.length > 0 && <Rail teasers={teasers} />}>
      <AuthorHead author={author} site={site} page={page} />
      <AuthorPage
        author={author}
        articles={{ list: written.docs.flatMap((doc) => articleCard(doc) ?? []), page, totalPages: written.totalPages }}
        site={site}
      />
    </SiteShell>
  )
}
