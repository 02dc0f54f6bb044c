import type { ReactNode } from 'react'
import { articleView } from '../views/articleView.ts'
import { authorView } from '../views/authorView.ts'
import type { Loose } from '../../bodies/index.ts'
import type { SiteView } from '../views/siteView.ts'
import { teaserView } from '../views/teaserView.ts'
import { ArticlePage } from './ArticlePage.tsx'
import { AuthorPage } from './AuthorPage.tsx'
import { Teaser } from './Teaser.tsx'

/** A draft in the form in which readers would get it. What a draft lacks for its page to be made is stood in for. */
export function PreviewedPiece({
  collection,
  doc,
  site,
}: {
  readonly collection: string
  readonly doc: Loose
  readonly site: SiteView
}): ReactNode {
  const article =
    collection === 'articles' &&
    articleView({ ...doc, headline: doc.headline || 'No headline yet', slug: doc.slug || 'draft' })
  if (article) return <ArticlePage article={article} site={site} />
  const author =
    collection === 'authors' &&
    authorView({ ...doc, displayName: doc.displayName || 'No name yet', slug: doc.slug || 'draft' })
  if (author) return <AuthorPage author={author} site={site} />
  const teaser = collection === 'news-teasers' && teaserView({ ...doc, headline: doc.headline || 'No headline yet' })
  if (!teaser) return null
  return (
    <div className="teaser-preview">
      <h1 className="label">In brief</h1>
      <Teaser teaser={teaser} level="h2" />
    </div>
  )
}
