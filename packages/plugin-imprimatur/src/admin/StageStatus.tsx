'use client'

import { useDocumentInfo, useEditDepth } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useOpenPiece } from './DeskContext.tsx'
import { StageMarks } from './StageMarks.tsx'
import { useWords } from './useWords.ts'

/**
 * In place of Payload's status: the stage of the piece, beside its title, or among the controls where there is no
 * title, as in a drawer. It is this part that keeps what is known of the open piece up to date.
 */
export function StageStatus() {
  const { isTrashed } = useDocumentInfo()
  const open = useOpenPiece()
  const { say } = useWords()
  const header = useTitleHeader()
  const look = open?.look

  useEffect(() => {
    if (!look) return
    void look()
    const lookAgain = () => {
      if (document.visibilityState === 'visible') void look()
    }
    document.addEventListener('visibilitychange', lookAgain)
    return () => {
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [look])

  const view = open?.state.view
  if (!view) return open?.state.problem ? <span>{say('general:stage_unknown')}</span> : null
  const marks = (
    <div className="imp-title-stage">
      <span className="imp-for-ears">{say('general:stage_for_ears')}</span>
      <StageMarks
        mark={{
          stage: view.transitions.stage,
          live: view.transitions.live !== null,
          unreviewed: view.transitions.unreviewed !== null,
        }}
      />
      {isTrashed && <span className="imp-stage imp-stage--spiked">{say('general:in_trash')}</span>}
    </div>
  )
  return header ? createPortal(marks, header) : marks
}

/** The element that holds the title of the document's page (`@payloadcms/next` 3.90); null in a drawer. */
function useTitleHeader(): Element | null {
  const depth = useEditDepth()
  const [header, setHeader] = useState<Element | null>(null)
  useEffect(() => {
    setHeader(depth === 1 ? document.querySelector('.doc-header__header') : null)
  }, [depth])
  return header
}
