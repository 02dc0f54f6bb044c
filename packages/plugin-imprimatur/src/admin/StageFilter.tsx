'use client'

import { useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { useId } from 'react'
import type { Stage } from '../domain/workflow/index.ts'
import { useDesk, useFromDesk } from './DeskContext.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { codeOf } from './refusal.ts'
import { useWords } from './useWords.ts'

/** Above a list: keeps what is at one stage. Payload's own filters know fields only; `withStageFilter` reads this one. */
export function StageFilter({ stages }: { stages: readonly Stage[] }) {
  const { isInDrawer } = useListDrawerContext()
  const { query, refineListData } = useListQuery()
  const { say } = useWords()
  const id = useId()
  const { stage } = query as { stage?: unknown }
  const { desk } = useDesk()
  const problem = useFromDesk((from) => from.stagesProblem())
  const unknown = problem && (
    <NotLoaded code={codeOf(problem)} onAgain={desk.askStagesAgain} what={say('loading:stages')} />
  )
  // The list of a drawer has no address that could say it.
  if (isInDrawer) return unknown
  return (
    <>
      {unknown}
      <div className="imp-field imp-by-stage">
        <label htmlFor={id}>{say('general:stage')}</label>
        <select
          id={id}
          onChange={({ target }) => {
            const asked = { stage: target.value === '' ? undefined : target.value, page: 1 }
            void refineListData(asked)
          }}
          value={typeof stage === 'string' ? stage : ''}
        >
          <option value="">{say('queue:all')}</option>
          {stages.map((each) => (
            <option key={each} value={each}>
              {say(`stages:${each}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
