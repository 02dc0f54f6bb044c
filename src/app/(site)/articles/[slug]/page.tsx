import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ArticlePage } from '../../../../site/components/ArticlePage.tsx'
import { Rail } from '../../../../site/components/Rail.tsx'
import { SiteShell } from '../../../../site/components/SiteShell.tsx'
import { currentExchange } from '../../../../site/exchange.ts'
import { ArticleHead } from '../../../../site/head/ArticleHead.tsx'
import { decodedSegment } from '../../../../site/loading/decodedSegment.ts'
import { frontOrder } from '../../../../site/loading/frontOrder.ts'
import { gonePage } from '../../../../site/loading/gonePage.tsx'
import { loadByIds } from '../../../../site/loading/loadByIds.ts'
import { loadRail } from '../../../../site/loading/loadRail.ts'
import { loadSite } from '../../../../site/loading/loadSite.ts'
import { missingPage } from '../../../../site/loading/missingPage.tsx'
import { articleView, creditedAuthorIds } from '../../../../site/views/articleView.ts'

export const dynamic = 'force-dynamic'

/** An article, or what has become of it. */
export default async function Article({
  params,
}: {
  readonly params: Promise<{ readonly slug: string }>
}): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  const { reads } = exchange
  const slug = decodedSegment((await params).slug)
  if (slug === undefined) return missingPage(exchange)
  const there = await reads.bySlug('articles', slug, { depth: 2 })
  if (there.kind === 'missing') return missingPage(exchange)
  if (there.kind === 'gone') return gonePage(exchange, there)
  if (there.kind === 'moved') {
    exchange.verdict = { status: 308, location: `/articles/${encodeURIComponent(there.slug)}` }
    return null
  }
  const [site, authors, teasers] = await Promise.all([
    loadSite(exchange),
    loadByIds(reads, 'authors', creditedAuthorIds(there.doc)),
    reads.global('front').then((front) => loadRail(reads, frontOrder(front))),
  ])
  const article = articleView(there.doc, new Map(authors.map((author) => [author.id, author])))
  if (!article) return missingPage(exchange)
  exchange.verdict = { status: 200 }
  return (
    <SiteShell site={site} rail={teasers.length > 0 && <Rail teasers={teasers} />}>
      <ArticleHead article={article} site={site} />
      <ArticlePage article={article} site={site} proof={`/api/articles/${encodeURIComponent(article.id)}/imprimatur`} />
    </SiteShell>
  )
}
