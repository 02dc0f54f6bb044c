'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useMemo } from 'react'
import { useDesk, useFromDesk } from './DeskContext.tsx'
import { StageMarks } from './StageMarks.tsx'
import { useWords } from './useWords.ts'

/** The stage of a piece in a list. All cells of a list ask in one request. */
export function StageCell({ collectionSlug, rowData }: Pick<DefaultCellComponentProps, 'collectionSlug' | 'rowData'>) {
  const { desk } = useDesk()
  const { id, updatedAt } = rowData as { id: string; updatedAt?: string }
  const piece = useMemo(() => ({ collection: collectionSlug, id }), [collectionSlug, id])
  const mark = useFromDesk((from) => from.stage(piece))
  const problem = useFromDesk((from) => from.stageProblem(piece))
  const { say } = useWords()
  useEffect(() => {
    desk.askStage(piece)
  }, [desk, piece, updatedAt])
  // A stage that was known a moment ago may not be so any more. Why, and what to do, stands above the list.
  if (problem) return <span className="imp-quiet">{say('general:stage_unknown')}</span>
  return mark ? <StageMarks mark={mark} /> : <span className="imp-quiet">{mark === null ? '–' : '…'}</span>
}
