'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Voids } from '../domain/workflow/index.ts'
import type { CommentView, SuggestionView } from '../operations/index.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { voidsInWords } from './unsavedWords.ts'
import { useWords } from './useWords.ts'
import { VoidsDialog } from './VoidsDialog.tsx'

/** How suggested words come into the text that is on the screen. */
export type Taking = {
  /** Rejects with what the newsroom says against it. */
  readonly take: (comment: CommentView, mayVoid: boolean) => Promise<void>
  /** Whether something has to be saved before. */
  readonly waits: boolean
}

/** The words that a comment suggests for others, and whether to take them. */
export function SuggestedWords({
  comment,
  onDecided,
  suggestion,
  taking,
}: {
  readonly comment: CommentView
  /** Reads the comments again and says what was done. */
  readonly onDecided: (said: string) => Promise<void>
  readonly suggestion: SuggestionView
  /** Null: the text on the screen is not the one that they would go into. */
  readonly taking: Taking | null
}) {
  const { desk, timeZone } = useDesk()
  const words = useWords()
  const { say } = words
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [voids, setVoids] = useState<Voids | null>(null)
  const why = useId()
  const mayTake = taking !== null && comment.may.includes('take')
  const note = !suggestion.fits ? 'suggestions:moved_on' : taking?.waits ? 'suggestions:save_first' : null

  const decide = async (said: string, work: () => Promise<unknown>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    try {
      await work()
      await onDecided(said)
    } catch (error) {
      const told = refusalFrom(error)
      const taken = told.entry?.['code'] === 'would_void' ? (told.entry['voids'] as Voids) : null
      if (taken) setVoids(taken)
      else setRefusal(told)
    } finally {
      setBusy(false)
    }
  }
  const take = (mayVoid: boolean): void => {
    setVoids(null)
    void decide(say('suggestions:was_taken'), async () => taking?.take(comment, mayVoid))
  }

  return (
    <div className="imp-suggestion">
      <p className="imp-suggestion__title">{say('suggestions:title')}</p>
      <p className="imp-suggestion__words" dir="auto">
        <span className="imp-for-ears">{say('suggestions:instead_of')} </span>
        <del>{comment.anchor?.exact}</del> <span className="imp-for-ears">{say('suggestions:this')} </span>
        {suggestion.text === '' ? <em>{say('suggestions:nothing')}</em> : <ins>{suggestion.text}</ins>}
      </p>
      <Decision suggestion={suggestion} />
      {comment.may.includes('leave') && (
        <div className="imp-comment__controls">
          {mayTake && (
            <Button
              {...(suggestion.fits ? {} : { buttonStyle: 'secondary', className: 'imp-blocked' })}
              disabled={busy}
              extraButtonProps={{
                ...(suggestion.fits ? {} : { 'aria-disabled': true }),
                ...(note ? { 'aria-describedby': why } : {}),
              }}
              margin={false}
              onClick={() => {
                if (suggestion.fits) take(false)
              }}
              size="small"
            >
              {say('suggestions:take')}
            </Button>
          )}
          <Button
            buttonStyle="secondary"
            disabled={busy}
            margin={false}
            onClick={() => {
              void decide(say('suggestions:was_left'), () => desk.api.leaveSuggestion(comment.id))
            }}
            size="small"
          >
            {say('suggestions:leave')}
          </Button>
        </div>
      )}
      {/* Below the buttons, which would move away under a pointer otherwise. */}
      {mayTake && note && (
        <p className="imp-quiet" id={why}>
          {say(note)}
        </p>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {voids && (
        <VoidsDialog
          onClose={() => {
            setVoids(null)
          }}
          onSave={() => {
            take(true)
          }}
          what={voidsInWords(voids, words, timeZone)}
        />
      )}
    </div>
  )
}

function Decision({ suggestion: { decided, state } }: { suggestion: SuggestionView }) {
  const nameOf = useNameOf()
  const { say } = useWords()
  if (!decided) return null
  return (
    <p className="imp-quiet">
      {inSentence(
        say,
        state === 'taken' ? 'suggestions:taken_by' : 'suggestions:left_by',
        { at: <LocalTime at={decided.at} /> },
        { who: nameOf(decided.by) },
      )}
    </p>
  )
}
