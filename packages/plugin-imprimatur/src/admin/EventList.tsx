'use client'

import type { WorkflowEvent } from '../domain/workflow/index.ts'
import { useNameOf } from './DeskContext.tsx'
import { eventSentence } from './eventSentence.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** Who did what with a piece, the last thing first. The names have to be asked for before. */
export function EventList({ events }: { events: readonly WorkflowEvent[] }) {
  const nameOf = useNameOf()
  const words = useWords()
  const { said, say } = words
  return (
    <ol className="imp-events" reversed>
      {[...events].reverse().map((event) => (
        <li key={event.seq}>
          <p>{eventSentence(event, nameOf(event.actor), words)}</p>
          {event.transition === 'schedule' && event.due && (
            <p>{inSentence(say, 'events:goes_out', { at: <LocalTime at={event.due} /> })}</p>
          )}
          {event.transition === 'missed' && event.due && (
            <p>{inSentence(say, 'events:was_due', { at: <LocalTime at={event.due} /> })}</p>
          )}
          {event.reason && (
            <blockquote dir="auto">{event.transition === 'missed' ? said(event.reason) : event.reason}</blockquote>
          )}
          {event.notice && <blockquote dir="auto">{event.notice}</blockquote>}
          <p className="imp-quiet">
            <LocalTime at={event.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
