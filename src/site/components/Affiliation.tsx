import type { ReactNode } from 'react'
import type { AuthorView } from '../views/authorView.ts'

/** What somebody is and where; `then`: the affiliation at the time of the piece, which replaces the present ones. */
export function Affiliation({ author, then }: { readonly author: AuthorView; readonly then?: string }): ReactNode {
  const places =
    then === undefined
      ? author.affiliations.map(({ department, organization, country }) =>
          [department, organization, country].filter((each) => each !== undefined).join(', '),
        )
      : [then]
  if (author.jobTitle === undefined && places.length === 0) return null
  return (
    <p className="affiliation">
      {author.jobTitle === undefined ? null : <span className="job-title">{author.jobTitle}</span>}
      {places.map((place) => (
        <span key={place}>{place}</span>
      ))}
    </p>
  )
}
