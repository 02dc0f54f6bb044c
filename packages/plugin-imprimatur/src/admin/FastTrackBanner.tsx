'use client'

import { useNameOf, useOpenPiece } from './DeskContext.tsx'
import { eitherRole } from './eventSentence.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** Above the form of a piece that readers have and nobody has reviewed: since when, why, and whose turn it is. */
export function FastTrackBanner() {
  const nameOf = useNameOf()
  const words = useWords()
  const { named, say } = words
  const view = useOpenPiece()?.state.view
  const unreviewed = view?.transitions.unreviewed
  const fastTracked = view?.dossier.fastTracked
  if (!unreviewed || !fastTracked) return null
  return (
    <section aria-label={say('banner:label')} className="imp-note imp-note--warning imp-banner">
      <p>
        <strong>{say('banner:public')}</strong>{' '}
        {inSentence(
          say,
          'banner:sent_out',
          { at: <LocalTime at={fastTracked.at} />, reason: <bdi>{fastTracked.reason}</bdi> },
          { who: nameOf(fastTracked.by) },
        )}
      </p>
      <p>
        {say('banner:missing', {
          reviews: unreviewed.missing
            .map(({ missing, review, roles }) =>
              say('banner:review', {
                review: named('reviews', review),
                count: missing,
                roles: eitherRole(roles, words),
              }),
            )
            .join('; '),
        })}
      </p>
    </section>
  )
}
