'use client'

import { useDesk } from './DeskContext.tsx'
import { timesInWords } from './inNewsroomTime.ts'
import { Reasons } from './Reasons.tsx'
import type { Refusal } from './refusal.ts'

/** Why something was not done, where it was asked for. Read out at once. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { timeZone } = useDesk()
  return (
    <div className="imp-note imp-note--error" role="alert">
      {refusal.blockers.length > 0 ? (
        <Reasons blockers={refusal.blockers} />
      ) : (
        refusal.sentences.map((sentence) => <p key={sentence}>{timesInWords(sentence, timeZone)}</p>)
      )}
    </div>
  )
}
