'use client'

import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useBegunWords } from './begunWords.ts'
import { useDesk } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { codeOf, refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/** Where somebody writes or changes a comment. What is typed stays when it is refused. */
export function CommentForm({
  about,
  children,
  label,
  mayBeEmpty,
  mentions = true,
  onCancel: cancel,
  onSend,
  send,
  text: before = '',
}: {
  /** What it is about, of its own for each form: what is begun stands there again when the page comes back. */
  readonly about: string
  /** Above the words, such as what it is about; nothing of it may change while the form is `busy`. */
  readonly children?: (busy: boolean) => ReactNode
  readonly label: string
  /** Whether it can be sent without words, or not even with them; left out, it takes words. */
  readonly mayBeEmpty?: boolean
  /** Whether colleagues can be mentioned. */
  readonly mentions?: boolean
  readonly onCancel: () => void
  readonly onSend: (text: string, mentions: readonly string[]) => Promise<void>
  readonly send: string
  readonly text?: string
}) {
  const { desk } = useDesk()
  const { say } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const { forget, text, write } = useBegunWords(about, before)
  const { forget: forgetTold, text: toldKept, write: tell } = useBegunWords(`${about}:told`, '')
  const told = toldKept === '' ? [] : toldKept.split(' ')
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const [asksToDrop, setAsksToDrop] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const id = useId()

  const [unknown, setUnknown] = useState<Refusal | null>(null)
  const askPeople = useCallback((): void => {
    desk.api.colleagues().then(
      (found) => {
        setPeople(found)
        setUnknown(null)
      },
      (error: unknown) => {
        setUnknown(refusalFrom(error))
      },
    )
  }, [desk])
  const isTold = toldKept !== ''
  useEffect(() => {
    if (isTold && Object.keys(people).length === 0) askPeople()
  }, [askPeople, isTold, people])

  const isComment = mayBeEmpty === undefined
  const isReady = mayBeEmpty ?? text.trim() !== ''
  const isBegun = text.trim() !== before.trim() || mayBeEmpty === true

  useEffect(() => {
    // What stands above it asks for more than a comment.
    if (isComment) field.current?.focus()
  }, [isComment])

  const sendIt = async (): Promise<void> => {
    if (busy || !isReady) return
    setBusy(true)
    setRefusal(null)
    try {
      await onSend(text.trim(), told)
      forgetAll()
    } catch (error) {
      setRefusal(refusalFrom(error))
    } finally {
      setBusy(false)
    }
  }
  const forgetAll = (): void => {
    forget()
    forgetTold()
  }
  const onCancel = (): void => {
    forgetAll()
    cancel()
  }

  return (
    <form
      className="imp-comment__form"
      data-begun={isBegun}
      onKeyDown={(event) => {
        // Enter and Escape belong to the window in which letters are composed, and to the question that stands over the form.
        if (event.nativeEvent.isComposing || asksToDrop) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void sendIt()
        if (event.key !== 'Escape' || busy) return
        // The browser would close with it the question that is opened.
        event.preventDefault()
        if (isBegun) setAsksToDrop(true)
        else onCancel()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void sendIt()
      }}
    >
      {children?.(busy)}
      <div className="imp-field">
        <label htmlFor={`${id}-text`}>{label}</label>
        <textarea
          dir="auto"
          id={`${id}-text`}
          maxLength={5_000}
          onChange={(event) => {
            write(event.target.value)
          }}
          readOnly={busy}
          ref={field}
          rows={3}
          value={text}
        />
      </div>
      {mentions && (
        <div className="imp-field">
          <label htmlFor={`${id}-tell`}>{say('comments:tell')}</label>
          <select
            disabled={busy}
            id={`${id}-tell`}
            onChange={(event) => {
              const { value } = event.target
              if (value !== '') tell([...new Set([...told, value])].join(' '))
            }}
            onFocus={() => {
              if (Object.keys(people).length === 0) askPeople()
            }}
            value=""
          >
            <option value="">{say('comments:tell_nobody')}</option>
            {Object.entries(people).map(([person, name]) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </select>
          {unknown && <NotLoaded code={codeOf(unknown)} onAgain={askPeople} what={say('loading:colleagues')} />}
          {told.length > 0 && (
            <p role="status">
              {say('comments:told', { names: told.map((person) => people[person] ?? person).join(', ') })}
            </p>
          )}
        </div>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      <div className="imp-comment__controls">
        <Button disabled={busy || !isReady} margin={false} size="small" type="submit">
          {send}
        </Button>
        <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={onCancel} size="small">
          {say('general:cancel')}
        </Button>
      </div>
      {asksToDrop && (
        <DropDialog
          onDrop={() => {
            // The page takes no focus while the question stands over it.
            flushSync(() => {
              setAsksToDrop(false)
            })
            onCancel()
          }}
          onStay={() => {
            setAsksToDrop(false)
          }}
        />
      )}
    </form>
  )
}

/** Asks before words are dropped by a key that is easily pressed. */
function DropDialog({ onDrop, onStay }: { readonly onDrop: () => void; readonly onStay: () => void }) {
  const { say } = useWords()
  return (
    <Dialog onClose={onStay} title={say('comments:drop_title')}>
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onStay}>
          {say('comments:go_on')}
        </Button>
        <Button className="imp-taking" margin={false} onClick={onDrop}>
          {say('comments:drop')}
        </Button>
      </div>
    </Dialog>
  )
}
