'use client'

import { useSyncExternalStore } from 'react'
import { useDesk } from './DeskContext.tsx'

/** A moment in the newsroom's time zone, which it names; in the reader's language once the browser has taken over. */
export function LocalTime({ at }: { at: string }) {
  const { timeZone } = useDesk()
  const text = useSyncExternalStore(
    unchanging,
    () => formatted(at, timeZone),
    () => formatted(at, timeZone, 'en'),
  )
  return <time dateTime={at}>{text}</time>
}

function formatted(at: string, timeZone: string, language?: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at))
}

function unchanging(): () => void {
  return () => undefined
}
