'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { LocalTime } from './LocalTime.tsx'

/** When the open document was last saved, in place of Payload's line (3.90), which is in the browser's time zone. */
export function SavedAt() {
  const { data } = useDocumentInfo()
  const at: unknown = data?.['updatedAt']
  if (typeof at !== 'string') return null
  return (
    <p className="imp-saved-at imp-quiet">
      Last saved <LocalTime at={at} />
    </p>
  )
}
