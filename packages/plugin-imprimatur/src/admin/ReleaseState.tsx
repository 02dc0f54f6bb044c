'use client'

import type { Release } from '../domain/releases/index.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** Whether a release is open, when it goes out or went out, and that it did not. */
export function ReleaseState({ release }: { release: Release }) {
  const { say } = useWords()
  const { missed, publishedAt, scheduledAt, state } = release
  const looks = state === 'open' ? 'draft' : state
  return (
    <>
      <span className={`imp-stage imp-stage--${looks}`}>{say(`releases:${state}`)}</span>{' '}
      {scheduledAt !== null && state === 'scheduled' && (
        <span>{inSentence(say, 'releases:goes_out', { at: <LocalTime at={scheduledAt} /> })}</span>
      )}
      {publishedAt !== null && (
        <span>{inSentence(say, 'releases:went_out', { at: <LocalTime at={publishedAt} /> })}</span>
      )}
      {missed !== null && <span className="imp-overdue"> {say('releases:held_back')}</span>}
    </>
  )
}
