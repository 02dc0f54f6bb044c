'use client'

import { useDesk } from './DeskContext.tsx'
import { inNewsroomTime } from './inNewsroomTime.ts'
import { useWords } from './useWords.ts'

/** A moment by the newsroom's clock, which it names. */
export function LocalTime({ at }: { at: string }) {
  const { timeZone } = useDesk()
  const { locale } = useWords()
  return <time dateTime={at}>{inNewsroomTime(at, timeZone, locale)}</time>
}
