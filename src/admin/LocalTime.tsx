'use client'

import { useSyncExternalStore } from 'react'

/** A moment as the reader's own clock and language have it; before the browser takes over, in UTC. */
export function LocalTime({ at }: { at: string }) {
  const text = useSyncExternalStore(
    unchanging,
    () => formatted(at),
    () => `${formatted(at, 'UTC')} UTC`,
  )
  return <time dateTime={at}>{text}</time>
}

function formatted(at: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(timeZone ? 'en' : undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at))
}

function unchanging(): () => void {
  return () => undefined
}
