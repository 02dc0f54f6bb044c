import type { ReactNode } from 'react'

/** Words of the piece set large. The quotation marks are the page's. */
export function PullQuote({
  quote,
  attribution,
}: {
  readonly quote: string
  readonly attribution: string | undefined
}): ReactNode {
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>{quote}</p>
      </blockquote>
      {attribution === undefined ? null : <figcaption>{attribution}</figcaption>}
    </figure>
  )
}
