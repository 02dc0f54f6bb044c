'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useDesk } from './DeskContext.tsx'
import { inNewsroomTime, timeOfToday } from './inNewsroomTime.ts'
import { inSentence } from './inSentence.tsx'
import { useWords } from './useWords.ts'

/** When the open document was last saved, in place of Payload's line (3.90), which is in the browser's time zone. Of today the time alone. */
export function SavedAt() {
  const { data } = useDocumentInfo()
  const { timeZone } = useDesk()
  const { locale, say } = useWords()
  const at: unknown = data?.['updatedAt']
  if (typeof at !== 'string') return null
  const whole = inNewsroomTime(at, timeZone, locale)
  const today = timeOfToday(at, new Date(), timeZone, locale)
  const time = (
    <time dateTime={at} title={whole}>
      {today ?? whole}
    </time>
  )
  return (
    <p className="imp-saved-at imp-quiet">
      {inSentence(say, today === null ? 'general:last_saved' : 'general:last_saved_today', { at: time })}
    </p>
  )
}
