'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import { nameOfMove } from './moveTexts.ts'
import { Reasons } from './Reasons.tsx'
import { useWords } from './useWords.ts'

/** The moves that a review can end with, as far as there are any. */
export type ReviewMoves = {
  readonly signOff: Option | undefined
  readonly sendBack: Option | undefined
  readonly publish: Option | undefined
  readonly schedule: Option | undefined
}

/** The buttons that end a review, what was done, and why a sign-off is not possible. */
export function ReviewActions({
  busy,
  made,
  moves: { publish, schedule, sendBack, signOff },
  next,
  onAsk,
  queue,
}: {
  readonly busy: boolean
  readonly made: { readonly words: string } | null
  readonly moves: ReviewMoves
  readonly next: { readonly href: string; readonly title: string } | null
  readonly onAsk: (move: Option) => void
  readonly queue: string
}) {
  const { say } = useWords()
  const done = useRef<HTMLDivElement>(null)
  const why = useId()
  useEffect(() => {
    if (made !== null) done.current?.focus()
  }, [made])

  return (
    <>
      <div className="imp-review__actions">
        {made !== null && (
          // Read out because it has the focus, and by nothing else.
          <div className="imp-note" ref={done} tabIndex={-1}>
            {made.words}
          </div>
        )}
        {signOff && (
          <Button
            {...(signOff.allowed ? {} : { buttonStyle: 'secondary', className: 'imp-blocked' })}
            extraButtonProps={
              signOff.allowed ? { 'aria-keyshortcuts': 's' } : { 'aria-disabled': true, 'aria-describedby': why }
            }
            disabled={busy}
            margin={false}
            onClick={() => {
              if (signOff.allowed) onAsk(signOff)
            }}
            size="medium"
          >
            {say(nameOfMove(signOff))}
          </Button>
        )}
        {publish && (
          <Button
            disabled={busy}
            extraButtonProps={{ 'aria-keyshortcuts': 'p' }}
            margin={false}
            onClick={() => {
              onAsk(publish)
            }}
            size="medium"
          >
            {say(publish.allowed ? nameOfMove(publish) : 'along:publish')}
          </Button>
        )}
        {schedule && (
          <Button
            buttonStyle="secondary"
            disabled={busy}
            extraButtonProps={{ 'aria-keyshortcuts': 'd' }}
            margin={false}
            onClick={() => {
              onAsk(schedule)
            }}
            size="medium"
          >
            {say(nameOfMove(schedule))}
          </Button>
        )}
        {sendBack?.allowed && (
          <Button
            buttonStyle="secondary"
            disabled={busy}
            extraButtonProps={{ 'aria-keyshortcuts': 'b' }}
            margin={false}
            onClick={() => {
              onAsk(sendBack)
            }}
            size="medium"
          >
            {say('review:send_back')}
          </Button>
        )}
        {next ? (
          <Button
            aria-label={say('review:next_piece', { title: next.title })}
            buttonStyle={made === null ? 'secondary' : 'primary'}
            el="link"
            margin={false}
            size="medium"
            to={next.href}
            url={next.href}
          >
            {say('review:next')}
          </Button>
        ) : (
          <Button buttonStyle="secondary" el="link" margin={false} size="medium" to={queue} url={queue}>
            {say('review:queue')}
          </Button>
        )}
      </div>
      {signOff && !signOff.allowed && (
        <div className="imp-review__why" id={why}>
          <Reasons blockers={signOff.blockers} />
        </div>
      )}
    </>
  )
}
