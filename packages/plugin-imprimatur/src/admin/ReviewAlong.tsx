'use client'

import { Link } from '@payloadcms/ui'
import { useId } from 'react'
import type { ReviewedAlong } from '../operations/index.ts'
import { useWords } from './useWords.ts'

export type ShownAlong = ReviewedAlong & { readonly kind: string; readonly href: string }

/** Below the text of a piece: the texts that are signed off together with it, each whole. */
export function ReviewAlong({ along }: { readonly along: readonly ShownAlong[] }) {
  const { say } = useWords()
  const id = useId()
  if (along.length === 0) return null
  return (
    <section aria-labelledby={id} className="imp-review__along">
      <h2 id={id}>{say('along:in_review')}</h2>
      {along.map(({ collection, digest, href, id: piece, kind, text, title }) => (
        <section aria-label={`${kind}: ${title ?? say('general:untitled')}`} key={`${collection}:${piece}`}>
          <p className="imp-quiet">
            {kind}:{' '}
            <Link href={href} prefetch={false}>
              <bdi>{title ?? say('general:untitled')}</bdi>
            </Link>
          </p>
          {/* Made by drawDifference, which escapes everything. */}
          <div className="imp-review__other" dangerouslySetInnerHTML={{ __html: text }} data-digest={digest} />
        </section>
      ))}
    </section>
  )
}
