'use client'

import type { ReviewState } from '../operations/index.ts'
import type { Words } from '../translations/index.ts'
import { useNameOf } from './DeskContext.tsx'
import { eitherRole } from './eventSentence.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** Which reviews the text needs, who gave them, and what is missing. */
export function ReviewSignOffs({ reviews }: { readonly reviews: readonly ReviewState[] }) {
  const nameOf = useNameOf()
  const words = useWords()
  const { named, say } = words
  return (
    <section aria-label={say('review:sign_offs')}>
      <h2>{say('review:sign_offs_for_text')}</h2>
      <ul className="imp-review__list">
        {reviews.map(({ after, given, missing, review, roles, waitsFor }) => (
          <li key={review}>
            <strong>{named('reviews', review)}</strong>
            {waitsFor.length === 0 && after.length > 0 && (
              <span className="imp-quiet">{say('review:after', { reviews: listOf(after, words) })}</span>
            )}
            {waitsFor.length > 0 && (
              <span className="imp-review__waits">{say('review:waits_for', { reviews: listOf(waitsFor, words) })}</span>
            )}
            {given.map((each) => (
              <span className="imp-review__given" key={each.by}>
                ✓ {inSentence(say, 'review:given', { at: <LocalTime at={each.at} /> }, { who: nameOf(each.by) })}
              </span>
            ))}
            {missing > 0 && (
              <span className="imp-review__missing">
                ○ {say('review:missing', { count: missing })}
                <span className="imp-quiet"> ({eitherRole(roles, words)})</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function listOf(reviews: readonly string[], { locale, named }: Words): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(reviews.map((each) => named('reviews', each)))
}
