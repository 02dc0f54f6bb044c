'use client'

import { useDesk } from './DeskContext.tsx'
import { inNewsroomTime } from './inNewsroomTime.ts'

/** A moment by the newsroom's clock, which it names. */
export function LocalTime({ at }: { at: string }) {
  const { timeZone } = useDesk()
  return <time dateTime={at}>{inNewsroomTime(at, timeZone)}</time>
}
