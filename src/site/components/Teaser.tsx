import type { ReactNode } from 'react'
import type { TeaserView } from '../views/teaserView.ts'
import { Picture } from './Picture.tsx'

/** One news teaser: headline and excerpt as printed, and where it leads. `level`: of its heading in the page around it. */
export function Teaser({
  teaser,
  level: Heading = 'h3',
}: {
  readonly teaser: TeaserView
  readonly level?: 'h2' | 'h3'
}): ReactNode {
  return (
    <article className="teaser" {...teaser.language}>
      {teaser.picture ? <Picture picture={teaser.picture} sizes="(min-width: 62rem) 19rem, 100vw" /> : null}
      {teaser.kicker === undefined ? null : <p className="kicker">{teaser.kicker}</p>}
      <Heading className="teaser-headline">
        {teaser.href === undefined ? teaser.headline : <a href={teaser.href}>{teaser.headline}</a>}
      </Heading>
      {teaser.excerpt === undefined ? null : <p className="teaser-excerpt">{teaser.excerpt}</p>}
      {teaser.source === undefined ? null : <p className="teaser-source">{teaser.source}</p>}
    </article>
  )
}
