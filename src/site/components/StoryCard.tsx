import type { ReactNode } from 'react'
import type { ArticleCard } from '../views/articleView.ts'
import { ArticleMeta } from './ArticleMeta.tsx'
import { Eyebrow } from './Eyebrow.tsx'
import { Picture } from './Picture.tsx'

/** An article in a list, under a heading of the second level. The picture says nothing that the headline does not, so it has no text. */
export function StoryCard({ story, timeZone }: { readonly story: ArticleCard; readonly timeZone: string }): ReactNode {
  const summary = story.standfirst ?? story.excerpt
  return (
    <article className="story-card" {...story.language}>
      {story.picture ? <Picture picture={story.picture} sizes="(min-width: 44rem) 24rem, 100vw" alt="" /> : null}
      <Eyebrow texts={story.eyebrow} />
      <h3 className="story-headline">
        <a href={story.href}>{story.headline}</a>
      </h3>
      {summary === undefined ? null : <p className="story-summary">{summary}</p>}
      <ArticleMeta article={story} timeZone={timeZone} />
    </article>
  )
}
