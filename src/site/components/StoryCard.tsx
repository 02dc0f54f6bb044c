import type { ReactNode } from 'react'
import type { ArticleCard } from '../views/articleView.ts'
import { ArticleMeta } from './ArticleMeta.tsx'
import { Eyebrow } from './Eyebrow.tsx'
import { Picture } from './Picture.tsx'

/** An article in a list. The picture says nothing that the headline does not, so it has no text. */
export function StoryCard({
  heading: Heading = 'h3',
  story,
  timeZone,
}: {
  /** One level below the heading over the list. */
  readonly heading?: 'h2' | 'h3'
  readonly story: ArticleCard
  readonly timeZone: string
}): ReactNode {
  const summary = story.standfirst ?? story.excerpt
  return (
    <article className="story-card" {...story.language}>
      {story.picture ? <Picture picture={story.picture} sizes="(min-width: 44rem) 24rem, 100vw" alt="" /> : null}
      <Eyebrow texts={story.eyebrow} />
      <Heading className="story-headline">
        <a href={story.href}>{story.headline}</a>
      </Heading>
      {summary === undefined ? null : <p className="story-summary">{summary}</p>}
      <ArticleMeta article={story} timeZone={timeZone} />
    </article>
  )
}
