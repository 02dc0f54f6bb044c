import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ArticlePage } from '../../components/ArticlePage.tsx'
import { Rail } from '../../components/Rail.tsx'
import { SiteShell } from '../../components/SiteShell.tsx'
import { currentExchange } from '../../exchange.ts'
import { ArticleHead } from '../../head/ArticleHead.tsx'
import { decodedSegment } from '../../loading/decodedSegment.ts'
import { frontOrder } from '../../loading/frontOrder.ts'
import { gonePage } from '../../loading/gonePage.tsx'
import { loadByIds } from '../../loading/loadByIds.ts'
import { loadRail } from '../../loading/loadRail.ts'
import { loadSite } from '../../loading/loadSite.ts'
import { missingPage } from '../../loading/missingPage.tsx'
import { articleView, creditedAuthorIds } from '../../views/articleView.ts'

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
