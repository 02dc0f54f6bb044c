'use client'

import type { WorkflowEvent } from '../domain/workflow/index.ts'
import { useNameOf } from './DeskContext.tsx'
import { eventSentence } from './eventSentence.ts'
import { LocalTime } from './LocalTime.tsx'

/** Who did what with a piece, the last thing first. The names have to be asked for before. */
export function EventList({ events }: { events: readonly WorkflowEvent[] }) {
  const nameOf = useNameOf()
  return (
    <ol className="imp-events" reversed>
      {[...events].reverse().map((event) => (
        <li key={event.seq}>
          <p>{eventSentence(event, nameOf(event.actor))}</p>
          {event.transition === 'schedule' && event.due && (
            <p>
              It goes out on <LocalTime at={event.due} />.
            </p>
          )}
          {event.transition === 'missed' && event.due && (
            <p>
              It was due on <LocalTime at={event.due} />.
            </p>
          )}
          {event.reason && <blockquote>{event.reason}</blockquote>}
          {event.notice && <blockquote>{event.notice}</blockquote>}
          <p className="imp-quiet">
            <LocalTime at={event.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
