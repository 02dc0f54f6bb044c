import type { ReactNode } from 'react'
import type { ArticleCard } from '../views/articleView.ts'
import { ArticleMeta } from './ArticleMeta.tsx'
import { Eyebrow } from './Eyebrow.tsx'
import { Picture } from './Picture.tsx'
import { StoryCard } from './StoryCard.tsx'

/** The lead story and the stories under it. */
export function FrontPage({
  lead,
  stories,
  timeZone,
}: {
  readonly lead?: ArticleCard
  readonly stories: readonly ArticleCard[]
  readonly timeZone: string
}): ReactNode {
  if (!lead)
    return <p className="empty">Nothing has been published here yet. The first stories will stand on this page.</p>
  const summary = lead.standfirst ?? lead.excerpt
  return (
    <div className="front">
      <article className="lead-story" {...lead.language}>
        {lead.wide ? <Picture picture={lead.wide} sizes="(min-width: 62rem) 52rem, 100vw" alt="" eager /> : null}
        <Eyebrow texts={lead.eyebrow} />
        <h2 className="lead-headline">
          <a href={lead.href}>{lead.headline}</a>
        </h2>
        {summary === undefined ? null : <p className="lead-standfirst">{summary}</p>}
        <ArticleMeta article={lead} timeZone={timeZone} />
      </article>
      {stories.length === 0 ? null : (
        <section className="stories" aria-labelledby="stories-title">
          <h2 id="stories-title" className="label">
            More stories
          </h2>
          <ul className="plain story-list">
            {stories.map((story) => (
              <li key={story.id}>
                <StoryCard story={story} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="pages">
        <a href="/articles">All stories</a>
      </p>
    </div>
  )
}
