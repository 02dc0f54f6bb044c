import type { ReactNode } from 'react'
import { RichText } from '../richText/RichText.tsx'
import type { CreditView } from '../views/articleView.ts'
import type { AuthorView } from '../views/authorView.ts'
import { Affiliation } from './Affiliation.tsx'
import { Picture } from './Picture.tsx'

const WRITERS: readonly string[] = ['author', 'contributor']

/** Who wrote the piece: one entry for each of them with a public page. Nothing when there is none. */
export function BiographyBox({ credits }: { readonly credits: readonly CreditView[] }): ReactNode {
  const written = credits.filter(({ role, author }) => author && WRITERS.includes(role))
  const authors = written.flatMap(({ author, affiliationThen }, index) =>
    author && written.findIndex((other) => other.author?.id === author.id) === index
      ? [{ author, affiliationThen }]
      : [],
  )
  if (authors.length === 0) return null
  return (
    <section className="biographies" aria-labelledby="biographies-title">
      <h2 id="biographies-title" className="label">
        {authors.length === 1 ? 'About the author' : 'About the authors'}
      </h2>
      {authors.map(({ author, affiliationThen }) => (
        <div key={author.id} className="biography">
          {author.portrait ? (
            <div className="portrait">
              <Picture picture={author.portrait} sizes="6rem" alt="" />
            </div>
          ) : null}
          <div>
            <h3 className="biography-name">
              <a href={author.href}>{author.name}</a>
              <FullName author={author} />
            </h3>
            <Affiliation author={author} then={affiliationThen} />
            {author.biography !== undefined ? (
              <div className="biography-text">
                <RichText state={author.biography} />
              </div>
            ) : author.shortBio !== undefined ? (
              <p className="biography-text">{author.shortBio}</p>
            ) : null}
          </div>
        </div>
      ))}
    </section>
  )
}

/** The name that the person bears, in brackets after the printed one, where the two differ. */
export function FullName({ author }: { readonly author: AuthorView }): ReactNode {
  return author.fullName === undefined ? null : <span className="full-name"> ({author.fullName})</span>
}
