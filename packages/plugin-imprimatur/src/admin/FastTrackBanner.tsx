'use client'

import { useNameOf, useOpenPiece } from './DeskContext.tsx'
import { reviewLabel } from './eventSentence.ts'
import { LocalTime } from './LocalTime.tsx'

/** Above the form of a piece that readers have and nobody has reviewed: since when, why, and whose turn it is. */
export function FastTrackBanner() {
  const nameOf = useNameOf()
  const view = useOpenPiece()?.state.view
  const unreviewed = view?.transitions.unreviewed
  const fastTracked = view?.dossier.fastTracked
  if (!unreviewed || !fastTracked) return null
  return (
    <section aria-label="Public without a review" className="imp-note imp-note--warning imp-banner">
      <p>
        <strong>Readers have this piece, and nobody has reviewed it.</strong> On <LocalTime at={fastTracked.at} /> it
        was sent out by {nameOf(fastTracked.by)}: “{fastTracked.reason}”
      </p>
      <p>
        Still to be given, by people who neither wrote it nor sent it out:{' '}
        {unreviewed.missing
          .map(
            ({ missing, review, roles }) =>
              `${reviewLabel(review)} (${String(missing)} ${missing === 1 ? 'sign-off' : 'sign-offs'}, by ${roles.join(' or ')})`,
          )
          .join('; ')}
        .
      </p>
    </section>
  )
}
