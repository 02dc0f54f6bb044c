'use client'

import { useId, type ReactNode } from 'react'
import { useBegunWords } from './begunWords.ts'
import { CommentForm } from './CommentForm.tsx'
import { useWords } from './useWords.ts'

/** Where somebody suggests words for others. It says first what that means for their review. */
export function SuggestionForm({
  about,
  children,
  exact,
  onCancel,
  onSend,
}: {
  /** As of a {@link CommentForm}. */
  readonly about: string
  /** Above the words: what they are for. */
  readonly children: (busy: boolean) => ReactNode
  /** The words as they stand. What was typed for them stays when they become others. */
  readonly exact: string
  readonly onCancel: () => void
  readonly onSend: (suggestion: string, why: string) => Promise<void>
}) {
  const { say } = useWords()
  const { forget, text: words, write } = useBegunWords(`${about}:words`, exact)
  const id = useId()
  return (
    <CommentForm
      about={`${about}:why`}
      label={say('suggestions:why')}
      mayBeEmpty={words !== exact}
      mentions={false}
      onCancel={() => {
        forget()
        onCancel()
      }}
      onSend={async (why) => {
        await onSend(words, why)
        forget()
      }}
      send={say('suggestions:send')}
    >
      {(busy) => (
        <>
          <p className="imp-note imp-note--warning">{say('suggestions:counts')}</p>
          {children(busy)}
          <div className="imp-field">
            <label htmlFor={`${id}-words`}>{say('suggestions:instead')}</label>
            <textarea
              aria-describedby={`${id}-empty`}
              dir="auto"
              id={`${id}-words`}
              maxLength={1_000}
              onChange={(event) => {
                write(event.target.value.replace(/\n/g, ' '))
              }}
              readOnly={busy}
              ref={focused}
              rows={3}
              value={words}
            />
            <p className="imp-quiet" id={`${id}-empty`}>
              {say('suggestions:empty_means')}
            </p>
          </div>
        </>
      )}
    </CommentForm>
  )
}

function focused(field: HTMLTextAreaElement | null): void {
  field?.focus()
}
