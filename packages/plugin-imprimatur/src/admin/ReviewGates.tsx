'use client'

import type { Finding } from '../domain/workflow/index.ts'
import { useWords } from './useWords.ts'

export type ShownFinding = Finding & { readonly where: string | null }

/** What the gates found: what stops the piece first. */
export function ReviewGates({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const { said, say } = useWords()
  const order = ['submit', 'review', 'publish', 'never'] as const
  // What is about words stands with them.
  const others = findings.filter(({ passage }) => passage === undefined)
  const sorted = order.flatMap((blocks) => others.filter((finding) => finding.blocks === blocks))
  if (sorted.length === 0 && findings.length > 0) return null
  return (
    <section aria-label={say('review:gates')}>
      <h2>{say('review:gates')}</h2>
      {sorted.length === 0 ? (
        <p className="imp-review__given">✓ {say('review:nothing_in_the_way')}</p>
      ) : (
        <ul className="imp-review__list">
          {sorted.map(({ blocks, gate, hint, message, where }) => (
            <li key={`${gate} ${where ?? ''} ${message}`}>
              <strong>
                {say(
                  blocks === 'never'
                    ? 'review:note'
                    : blocks === 'publish'
                      ? 'review:stops_publication'
                      : 'review:stops_review',
                )}
              </strong>
              <span>
                {said(message)} {hint && said(hint)}
                {where !== null && <span className="imp-quiet"> ({where})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
