import type { ReactNode } from 'react'
import type { CorrectionView } from '../views/articleView.ts'
import type { LanguageView } from '../../bodies/index.ts'
import { printedDate } from '../views/printedDate.ts'

const KINDS = { correction: 'Correction', clarification: 'Clarification', update: 'Update' } as const

/** What was changed after publication; nothing when there is nothing. `ours`: language of the site's own words in this place. */
export function Corrections({
  corrections,
  timeZone,
  ours,
}: {
  readonly corrections: readonly CorrectionView[]
  readonly timeZone: string
  readonly ours: LanguageView
}): ReactNode {
  if (corrections.length === 0) return null
  return (
    <section className="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title" className="label" {...ours}>
        Corrections and updates
      </h2>
      <ul className="plain">
        {corrections.map((correction, index) => {
          const date = correction.at === undefined ? undefined : printedDate(correction.at, timeZone)
          return (
            <li key={index}>
              <p className="correction-head" {...ours}>
                {KINDS[correction.kind]}
                {date ? (
                  <>
                    , <time dateTime={date.instant}>{date.printed}</time>
                  </>
                ) : null}
              </p>
              <p>{correction.text}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
