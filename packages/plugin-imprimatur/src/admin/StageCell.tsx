'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useMemo } from 'react'
import { useDesk, useFromDesk } from './DeskContext.tsx'
import { StageMarks } from './StageMarks.tsx'

/** The stage of a piece in a list. All cells of a list ask in one request. */
export function StageCell({ collectionSlug, rowData }: Pick<DefaultCellComponentProps, 'collectionSlug' | 'rowData'>) {
  const { desk } = useDesk()
  const { id, updatedAt } = rowData as { id: string; updatedAt?: string }
  const piece = useMemo(() => ({ collection: collectionSlug, id }), [collectionSlug, id])
  const mark = useFromDesk((from) => from.stage(piece))
  useEffect(() => {
    desk.askStage(piece)
  }, [desk, piece, updatedAt])
  return mark ? <StageMarks mark={mark} /> : <span className="imp-quiet">{mark === null ? '–' : '…'}</span>
}
