'use client'

import { useDesk } from './DeskContext.tsx'
import { timesInWords } from './inNewsroomTime.ts'
import { Reasons } from './Reasons.tsx'
import { sentencesOf, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/** Why something was not done, where it was asked for. Read out at once. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { timeZone } = useDesk()
  const words = useWords()
  return (
    <div className="imp-note imp-note--error" role="alert">
      {refusal.blockers.length > 0 ? (
        <Reasons blockers={refusal.blockers} />
      ) : (
        sentencesOf(refusal, words).map((sentence) => (
          <p key={sentence}>{timesInWords(sentence, timeZone, words.locale)}</p>
        ))
      )}
    </div>
  )
}
