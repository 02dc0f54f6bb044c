import type { ReactNode } from 'react'
import { RichText } from '../richText/RichText.tsx'
import type { ArticleCard } from '../views/articleView.ts'
import type { AuthorView } from '../views/authorView.ts'
import type { SiteView } from '../views/siteView.ts'
import { Affiliation } from './Affiliation.tsx'
import { FullName } from './BiographyBox.tsx'
import { Pages } from './Pages.tsx'
import { StoryCard } from './StoryCard.tsx'
import { Picture } from './Picture.tsx'

/** Articles of a person, and where they stand among the pages of the whole list. */
export type AuthorArticles = {
  readonly list: readonly ArticleCard[]
  readonly page: number
  readonly totalPages: number
}

/** A person and what they have published here; `articles` left out in previews. */
export function AuthorPage({
  author,
  articles,
  site,
}: {
  readonly author: AuthorView
  readonly articles?: AuthorArticles
  readonly site: SiteView
}): ReactNode {
  return (
    <div className="author-page">
      <header className="author-head">
        {author.portrait ? (
          <div className="portrait portrait-large">
            <Picture picture={author.portrait} sizes="10rem" eager />
          </div>
        ) : null}
        <div>
          <h1 className="headline">
            {author.honorificPrefix === undefined ? null : <span className="honorific">{author.honorificPrefix} </span>}
            {author.name}
            <FullName author={author} />
          </h1>
          <Affiliation author={author} />
        </div>
      </header>
      {author.biography !== undefined ? (
        <div className="prose prose-plain">
          <RichText state={author.biography} />
        </div>
      ) : author.shortBio !== undefined ? (
        <div className="prose prose-plain">
          <p>{author.shortBio}</p>
        </div>
      ) : null}
      {author.links.length === 0 ? null : (
        <ul className="plain author-links">
          {author.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} rel="me">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {articles ? (
        <section className="stories" aria-labelledby="author-articles">
          <h2 id="author-articles" className="label">
            Articles
          </h2>
          {articles.list.length === 0 ? (
            <p className="empty">No articles by {author.name} are public at the moment.</p>
          ) : (
            <ul className="plain story-list">
              {articles.list.map((story) => (
                <li key={story.id}>
                  <StoryCard story={story} timeZone={site.timeZone} />
                </li>
              ))}
            </ul>
          )}
          <Pages href={author.href} page={articles.page} totalPages={articles.totalPages} />
        </section>
      ) : null}
    </div>
  )
}
