'use client'

import type { StageMark } from './deskApi.ts'
import { useWords } from './useWords.ts'

/** The stage of a piece in words and colour, and beside it “Live” when readers have an earlier text meanwhile, “Unreviewed” when nobody has reviewed what they have. */
export function StageMarks({ mark }: { mark: StageMark }) {
  const { say } = useWords()
  const { stage, live, unreviewed } = mark
  return (
    <span className="imp-stages">
      <span className={`imp-stage imp-stage--${stage}`}>{say(`stages:${stage}`)}</span>
      {live && stage !== 'published' && (
        <span className="imp-stage imp-stage--live" title={say('marks:live_title')}>
          {say('marks:live')}
        </span>
      )}
      {unreviewed && (
        <span className="imp-stage imp-stage--unreviewed" title={say('marks:unreviewed_title')}>
          {say('marks:unreviewed')}
        </span>
      )}
    </span>
  )
}
