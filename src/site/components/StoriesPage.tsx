import type { ReactNode } from 'react'
import type { ArticleCard } from '../views/articleView.ts'
import { Pages } from './Pages.tsx'
import { StoryCard } from './StoryCard.tsx'

/** A list of articles on a page of its own: of a section, of a topic, of everything. */
export function StoriesPage({
  title,
  description,
  stories,
  href,
  page,
  totalPages,
  timeZone,
}: {
  readonly title: string
  readonly description?: string | undefined
  readonly stories: readonly ArticleCard[]
  /** Path of its first page. */
  readonly href: string
  readonly page: number
  readonly totalPages: number
  readonly timeZone: string
}): ReactNode {
  return (
    <div className="author-page">
      <header>
        <h1 className="headline">{title}</h1>
        {description === undefined ? null : <p className="standfirst">{description}</p>}
      </header>
      {stories.length === 0 ? (
        <p className="empty">Nothing is public here at the moment.</p>
      ) : (
        <ul className="plain story-list">
          {stories.map((story) => (
            <li key={story.id}>
              <StoryCard heading="h2" story={story} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
      <Pages href={href} page={page} totalPages={totalPages} />
    </div>
  )
}
