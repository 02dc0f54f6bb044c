'use client'

import { Reasons } from './Reasons.tsx'
import type { Refusal } from './refusal.ts'

/** Why something was not done, where it was asked for. Read out at once. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  return (
    <div className="imp-note imp-note--error" role="alert">
      {refusal.blockers.length > 0 ? (
        <Reasons blockers={refusal.blockers} />
      ) : (
        refusal.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </div>
  )
}
