import type { ReactNode } from 'react'
import type { TeaserView } from '../views/teaserView.ts'
import { Teaser } from './Teaser.tsx'

/** The teasers beside an article or the front page; nothing when there are none. */
export function Rail({ teasers }: { readonly teasers: readonly TeaserView[] }): ReactNode {
  if (teasers.length === 0) return null
  return (
    <aside className="rail" aria-labelledby="rail-title">
      <h2 id="rail-title" className="label">
        In brief
      </h2>
      <ul className="plain">
        {teasers.map((teaser) => (
          <li key={teaser.id}>
            <Teaser teaser={teaser} />
          </li>
        ))}
      </ul>
    </aside>
  )
}
