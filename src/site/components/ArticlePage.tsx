import type { ReactNode } from 'react'
import { RichText } from '../richText/RichText.tsx'
import type { ArticleView } from '../views/articleView.ts'
import { oursWithin } from '../../bodies/index.ts'
import { printedDate } from '../views/printedDate.ts'
import type { SiteView } from '../views/siteView.ts'
import { BiographyBox } from './BiographyBox.tsx'
import { Corrections } from './Corrections.tsx'
import { Figure } from './Figure.tsx'
import { Eyebrow } from './Eyebrow.tsx'
import { OtherCredits } from './OtherCredits.tsx'
import { StoryCard } from './StoryCard.tsx'

/** A whole article. `proof`: path of the public proof that it was signed off; left out in previews. */
export function ArticlePage({
  article,
  site,
  proof,
}: {
  readonly article: ArticleView
  readonly site: SiteView
  readonly proof?: string
}): ReactNode {
  const date = article.publishedAt === undefined ? undefined : printedDate(article.publishedAt, site.timeZone)
  const ours = oursWithin(article.language)
  return (
    <>
      <article className={article.lead ? 'story' : 'story story-plain'} {...article.language}>
        <header className="story-head">
          <Eyebrow texts={article.eyebrow} />
          <h1 className="headline">{article.headline}</h1>
          {article.standfirst === undefined ? null : <p className="standfirst">{article.standfirst}</p>}
        </header>
        <div className="story-meta">
          {article.bylineParts.length === 0 ? null : (
            <p className="byline">
              {article.bylineParts.map((part, index) =>
                part.href === undefined ? (
                  part.text
                ) : (
                  <a key={index} href={part.href} rel="author">
                    {part.text}
                  </a>
                ),
              )}
            </p>
          )}
          {date || article.dateline !== undefined ? (
            <p>
              {article.dateline === undefined ? null : <span className="dateline">{article.dateline}</span>}
              {date ? (
                <time dateTime={date.instant} {...ours}>
                  {date.printed}
                </time>
              ) : null}
            </p>
          ) : null}
          {article.minutes === undefined ? null : <p {...ours}>{article.minutes} min read</p>}
        </div>
        {article.lead ? <Figure picture={article.lead} place="lead" /> : null}
        <div className="prose">
          <RichText state={article.body} />
        </div>
        <Corrections corrections={article.corrections} timeZone={site.timeZone} ours={ours} />
      </article>
      <div className="story-after">
        <OtherCredits credits={article.credits} />
        <BiographyBox credits={article.credits} />
        {article.topicLinks.length === 0 ? null : (
          <p className="topics">
            <span className="visually-hidden">Topics: </span>
            {article.topicLinks.map(({ name, href }) => (
              <a key={href} href={href}>
                {name}
              </a>
            ))}
          </p>
        )}
        {proof === undefined ? null : (
          <p className="proof">
            <a href={proof} rel="nofollow">
              Proof of sign-off
            </a>
          </p>
        )}
        {article.related.length === 0 ? null : (
          <section className="related" aria-labelledby="related-title">
            <h2 id="related-title" className="label">
              Read on
            </h2>
            <ul className="plain story-list">
              {article.related.map((story) => (
                <li key={story.id}>
                  <StoryCard story={story} timeZone={site.timeZone} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}
