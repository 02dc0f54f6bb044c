import type { ReactNode } from 'react'

/** The words that stand with the pictures of a text whose pictures may not be public yet. */
export function ReviewPictures({
  pictures,
}: {
  readonly pictures: readonly { readonly alt: string; readonly caption: string; readonly credit: string }[]
}): ReactNode {
  if (pictures.length === 0) return null
  return (
    <section className="review-part" aria-labelledby="pictures">
      <h2 className="label" id="pictures">
        What stands with the pictures
      </h2>
      <p>Pictures that are not public yet are not shown here.</p>
      <ul>
        {pictures.map(({ alt, caption, credit }, at) => (
          <li key={at}>{[alt, caption, credit].filter((text) => text !== '').join(' · ')}</li>
        ))}
      </ul>
    </section>
  )
}
