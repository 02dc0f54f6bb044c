'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { Difference } from './deskApi.ts'
import { Dialog } from './Dialog.tsx'
import { useWords } from './useWords.ts'

/** Nothing was done: the text on the screen is not the newest any more. */
export function MovedOn({
  difference,
  onClose,
  onNewest,
}: {
  difference: Difference
  onClose: () => void
  /** Not by loading the page again: what was typed about it stays. */
  onNewest: () => void
}) {
  const since = useRef<HTMLDivElement>(null)
  const { say } = useWords()
  useEffect(() => {
    const mark = since.current?.querySelector('[data-change]')
    if (mark && since.current)
      since.current.scrollTop = mark.getBoundingClientRect().top - since.current.getBoundingClientRect().top - 60
  }, [])
  return (
    <Dialog onClose={onClose} title={say('review:moved_on')}>
      <p>{say('review:moved_on_because')}</p>
      {/* Made by drawDifference, which escapes everything. */}
      <div
        className="imp-review__since"
        ref={since}
        dangerouslySetInnerHTML={{ __html: difference.html }}
        tabIndex={0}
        role="region"
        aria-label={say('review:changed_since')}
      />
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {say('review:keep_reading')}
        </Button>
        <Button margin={false} onClick={onNewest}>
          {say('review:review_newest')}
        </Button>
      </div>
    </Dialog>
  )
}
