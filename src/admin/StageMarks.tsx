'use client'

import type { StageMark } from './deskApi.ts'
import { useDesk } from './DeskContext.tsx'

/** The stage of a piece in words and colour, and “Live” beside it when readers have an earlier text meanwhile. */
export function StageMarks({ mark }: { mark: StageMark }) {
  const { stageLabels } = useDesk()
  const { stage, live } = mark
  return (
    <span className="imp-stages">
      <span className={`imp-stage imp-stage--${stage}`}>{stageLabels[stage]}</span>
      {live && stage !== 'published' && (
        <span className="imp-stage imp-stage--live" title="Readers get the text that was published before.">
          Live
        </span>
      )}
    </span>
  )
}
