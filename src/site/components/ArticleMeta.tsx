import type { ReactNode } from 'react'
import { printedDate } from '../views/printedDate.ts'
import type { ArticleCard } from '../views/articleView.ts'
import { oursWithin } from '../../bodies/index.ts'

/** The small line of a list entry: byline, day, reading time; what is not there is left out. */
export function ArticleMeta({
  article,
  timeZone,
}: {
  readonly article: ArticleCard
  readonly timeZone: string
}): ReactNode {
  const date = article.publishedAt === undefined ? undefined : printedDate(article.publishedAt, timeZone)
  const ours = oursWithin(article.language)
  return (
    <p className="meta">
      {article.byline === '' ? null : <span className="meta-byline">{article.byline}</span>}
      {date ? (
        <time dateTime={date.instant} {...ours}>
          {date.printed}
        </time>
      ) : null}
      {article.minutes === undefined ? null : <span {...ours}>{article.minutes} min read</span>}
    </p>
  )
}
