'use client'

import { LeaseNote } from './LeaseNote.tsx'
import { UnsavedNote } from './UnsavedNote.tsx'

/** Above the form: who else writes in the piece, and what is not saved of one's own words. */
export function WritingNotes() {
  return (
    <>
      <LeaseNote />
      <UnsavedNote />
    </>
  )
}
