'use client'

import type { StageMark } from './deskApi.ts'
import { useDesk } from './DeskContext.tsx'

/** The stage of a piece in words and colour, and beside it “Live” when readers have an earlier text meanwhile, “Unreviewed” when nobody has reviewed what they have. */
export function StageMarks({ mark }: { mark: StageMark }) {
  const { stageLabels } = useDesk()
  const { stage, live, unreviewed } = mark
  return (
    <span className="imp-stages">
      <span className={`imp-stage imp-stage--${stage}`}>{stageLabels[stage]}</span>
      {live && stage !== 'published' && (
        <span className="imp-stage imp-stage--live" title="Readers get the text that was published before.">
          Live
        </span>
      )}
      {unreviewed && (
        <span
          className="imp-stage imp-stage--unreviewed"
          title="It went to readers without a review, and nobody has reviewed it since."
        >
          Unreviewed
        </span>
      )}
    </span>
  )
}
