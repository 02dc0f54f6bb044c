import type { ReactNode } from 'react'
import type { ArticleView } from '../views/articleView.ts'
import { absolute, type SiteView } from '../views/siteView.ts'
import { JsonLd } from './JsonLd.tsx'
import { newsArticle } from './newsArticle.ts'
import { PageHead } from './PageHead.tsx'

/** The head of an article's page, and the article as structured data. */
export function ArticleHead({ article, site }: { readonly article: ArticleView; readonly site: SiteView }): ReactNode {
  const image = article.seo.image ?? article.wide ?? article.lead
  return (
    <>
      <PageHead
        site={site}
        title={article.seo.title ?? article.headline}
        description={article.seo.description ?? article.standfirst ?? article.excerpt}
        canonical={absolute(site, article.canonicalUrl ?? article.href)}
        type="article"
        image={image && { url: absolute(site, image.src), alt: image.alt, width: image.width, height: image.height }}
        publishedAt={article.publishedAt}
        modifiedAt={article.modifiedAt}
        section={article.section}
        tags={article.topics}
        authors={article.credits.flatMap(({ role, author }) =>
          author && role === 'author' ? [absolute(site, author.href)] : [],
        )}
      />
      <JsonLd data={newsArticle(article, site)} />
    </>
  )
}
