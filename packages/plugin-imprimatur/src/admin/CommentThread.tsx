'use client'

import { useEffect, useRef, useState } from 'react'
import type { CommentView } from '../operations/index.ts'
import { CommentForm } from './CommentForm.tsx'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { focusBack, isTypingElsewhere } from './focusBack.ts'
import { SuggestedWords, type Taking } from './SuggestedWords.tsx'
import { begunIn } from './useLeaving.tsx'
import { useWords } from './useWords.ts'
import './review.css'

/** One thread: what it is about, what was said, and what this person may do with it. */
export function CommentThread({
  comments: [first, ...answers],
  isHere,
  onAnswer,
  onChanged,
  onShow,
  taking,
}: {
  readonly comments: readonly [CommentView, ...CommentView[]]
  readonly isHere: boolean
  readonly onAnswer: (parent: string, text: string, mentions: readonly string[]) => Promise<void>
  /** Reads the comments again and says what was done. */
  readonly onChanged: (said: string) => Promise<void>
  readonly onShow?: (comment: CommentView) => void
  /** Null: suggested words cannot be taken from here. */
  readonly taking: Taking | null
}) {
  const { desk } = useDesk()
  const nameOf = useNameOf()
  const { say } = useWords()
  const card = useRef<HTMLLIElement>(null)
  const [open, setOpen] = useState<
    { readonly kind: 'answer' } | { readonly kind: 'change'; readonly id: string } | null
  >(null)
  /** Whether something was asked for that has to wait for the words that are begun. */
  const [waits, setWaits] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  useEffect(() => {
    if (isHere && card.current && !isTypingElsewhere(card.current)) card.current.focus()
  }, [isHere])

  const begin = (form: NonNullable<typeof open>): void => {
    const begun = begunIn(card.current)
    setWaits(begun !== null)
    if (begun) begun.querySelector('textarea')?.focus()
    else setOpen(form)
  }
  /** Closes the form, and not one that was opened since. */
  const close = (): void => {
    setOpen((now) => (now === open ? null : now))
    setWaits(false)
    focusBack(card.current)
  }
  const act = async (said: string, work: () => Promise<unknown>): Promise<void> => {
    setRefusal(null)
    try {
      await work()
      await onChanged(said)
      focusBack(card.current)
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
  }

  return (
    <li
      className={isHere ? 'imp-comment imp-comment--here' : 'imp-comment'}
      id={`comment-${first.id}`}
      ref={card}
      tabIndex={-1}
    >
      <About comment={first} {...(onShow ? { onShow } : {})} />
      {first.suggestion && (
        <SuggestedWords
          comment={first}
          onDecided={async (said) => {
            await onChanged(said)
            focusBack(card.current)
          }}
          suggestion={first.suggestion}
          taking={taking}
        />
      )}
      {[first, ...answers].map((each) =>
        open?.kind === 'change' && open.id === each.id ? (
          <CommentForm
            about={`change:${each.id}`}
            key={each.id}
            label={say('comments:text')}
            mentions={false}
            onCancel={close}
            onSend={async (text) => {
              await desk.api.changeComment(each.id, { text })
              close()
              await onChanged(say('comments:was_changed'))
            }}
            send={say('general:save')}
            text={each.text ?? ''}
          />
        ) : (
          <div className="imp-comment__said" id={each.id === first.id ? undefined : `comment-${each.id}`} key={each.id}>
            <p className="imp-comment__by">
              {inSentence(
                say,
                `comments:said_${each.mentions.length > 0 ? 'to' : 'by'}${each.editedAt === null ? '' : '_changed'}`,
                { who: <strong>{each.guest ?? nameOf(each.by)}</strong>, at: <LocalTime at={each.at} /> },
                { names: each.mentions.map(nameOf).join(', ') },
              )}
            </p>
            {each.guest !== null && <p className="imp-quiet">{say('comments:by_link')}</p>}
            {each.text === null ? (
              <p className="imp-quiet">{say('comments:deleted')}</p>
            ) : (
              each.text !== '' && (
                <p className="imp-comment__text" dir="auto">
                  {each.text}
                </p>
              )
            )}
            <p className="imp-comment__acts">
              {each.may.includes('change') && each.text !== '' && (
                <button
                  onClick={() => {
                    begin({ kind: 'change', id: each.id })
                  }}
                  type="button"
                >
                  {say('comments:change')}
                </button>
              )}
              {each.may.includes('remove') && (
                <button
                  onClick={() => void act(say('comments:deleted'), () => desk.api.removeComment(each.id))}
                  type="button"
                >
                  {say('comments:remove')}
                </button>
              )}
            </p>
          </div>
        ),
      )}
      {first.resolved && (
        <p className="imp-quiet">
          {inSentence(
            say,
            'comments:resolved_by',
            { at: <LocalTime at={first.resolved.at} /> },
            { who: nameOf(first.resolved.by) },
          )}
        </p>
      )}
      {waits && (
        <p className="imp-note imp-note--warning" role="status">
          {say('comments:begun')}
        </p>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {open?.kind === 'answer' ? (
        <CommentForm
          about={`answer:${first.id}`}
          label={say('comments:your_answer')}
          onCancel={close}
          onSend={async (text, mentions) => {
            await onAnswer(first.id, text, mentions)
            close()
          }}
          send={say('comments:answer')}
        />
      ) : (
        <p className="imp-comment__acts">
          <button
            onClick={() => {
              begin({ kind: 'answer' })
            }}
            type="button"
          >
            {say('comments:answer')}
          </button>
          {first.may.includes('resolve') && (
            <button
              onClick={() => {
                const resolved = first.resolved === null
                void act(say(resolved ? 'comments:was_resolved' : 'comments:reopen'), () =>
                  desk.api.changeComment(first.id, { resolved }),
                )
              }}
              type="button"
            >
              {say(first.resolved === null ? 'comments:resolve' : 'comments:reopen')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}

/** The words that a thread is about, as they were. */
function About({
  comment,
  onShow,
}: {
  readonly comment: CommentView
  readonly onShow?: (comment: CommentView) => void
}) {
  const { say } = useWords()
  const { anchor, place, state, suggestion } = comment
  if (!anchor) return <p className="imp-quiet">{say('comments:on_piece')}</p>
  if (anchor.exact === '') return <p className="imp-quiet">{say('comments:on_field', { name: anchor.path })}</p>
  return (
    <>
      {!suggestion && (
        <blockquote className="imp-comment__quote" dir="auto">
          {anchor.exact}
        </blockquote>
      )}
      {!suggestion && state === 'orphaned' && <p className="imp-comment__orphan">{say('comments:orphan')}</p>}
      {place && onShow && (
        <p className="imp-comment__acts">
          <button
            onClick={() => {
              onShow(comment)
            }}
            type="button"
          >
            {say('comments:show')}
          </button>
        </p>
      )}
    </>
  )
}
