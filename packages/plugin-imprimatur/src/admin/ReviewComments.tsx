'use client'

import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Anchor } from '../domain/comments/index.ts'
import type { CommentView } from '../operations/index.ts'
import { CommentForm } from './CommentForm.tsx'
import { CommentThread } from './CommentThread.tsx'
import type { Piece } from './deskApi.ts'
import { onPage, passagesIn, selectedIn, wholePassage, type DrawnPassage } from './passagesInPage.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { SuggestionForm } from './SuggestionForm.tsx'
import type { Taking } from './SuggestedWords.tsx'
import { threadsOf, type Thread } from './threadsOf.ts'
import { useDesk } from './DeskContext.tsx'
import { useComments } from './useComments.ts'
import { begunIn } from './useLeaving.tsx'
import { usePainted } from './usePainted.ts'
import { useWords } from './useWords.ts'

export type ReviewCommentsHandle = {
  /** Begins a comment on what is selected, or on what is then chosen. */
  readonly begin: () => void
  /** Begins a suggestion of words for what is selected, or for a paragraph that is then chosen. */
  readonly suggest: () => void
}

type Chosen = Omit<Anchor, 'digest'>

type Draft = {
  /** Digest of the text that it is about. */
  readonly digest: string
  readonly kind: 'comment' | 'suggestion'
  readonly selected: Chosen | null
  readonly passages: readonly DrawnPassage[]
  /** `selected`, `piece`, or the path of a passage. */
  readonly about: string
}

/** The comments beside the text that is reviewed, painted in it. */
export function ReviewComments({
  digest,
  html,
  isNewest,
  onTaken,
  page,
  piece,
  ref,
}: {
  /** Digest of the text on the page, and the text itself. */
  readonly digest: string
  readonly html: string
  /** Whether it is the text that suggested words would go into. */
  readonly isNewest: boolean
  /** Called when suggested words have gone into the text. */
  readonly onTaken: () => void
  readonly page: () => HTMLElement | null
  readonly piece: Piece
  readonly ref: Ref<ReviewCommentsHandle>
}) {
  const { say } = useWords()
  const { desk } = useDesk()
  const { add, look, refusal, view } = useComments(piece)
  const [here, setHere] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [said, setSaid] = useState('')
  const [paths, setPaths] = useState<readonly string[]>([])
  const [waits, setWaits] = useState(false)
  const opener = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const followed = useRef('')

  useEffect(() => {
    const root = page()
    setPaths(root ? passagesIn(root).map(({ path }) => path) : [])
  }, [html, page])
  // A link such as that of a notification names a comment: followed once, since the comments are read again after each that is sent.
  useEffect(() => {
    const { hash } = window.location
    if (!view || hash === followed.current) return
    followed.current = hash
    const comment = view.docs.find(({ id }) => hash === `#comment-${id}`)
    if (comment) setHere(comment.parent ?? comment.id)
  }, [view])

  const threads = useMemo(() => threadsOf(view?.docs ?? [], paths), [paths, view])
  const open = threads.filter(([first]) => first.resolved === null)
  const places = useMemo(
    () => threads.flatMap(([first]) => (first.resolved === null && first.place ? [first.place] : [])),
    [threads],
  )
  const current = threads.find(([first]) => first.id === here)?.[0].place ?? null
  usePainted(page, places, current, html)

  const start = useCallback(
    (kind: Draft['kind']) => {
      const begun = begunIn(form.current)
      setWaits(begun !== null)
      if (begun) begun.querySelector('textarea')?.focus()
      const root = page()
      if (!root || begun) return
      const [selected, passages] = [selectedIn(root), passagesIn(root)]
      const otherwise = kind === 'comment' ? 'piece' : (passages[0]?.path ?? '')
      setDraft({ digest, kind, selected, passages, about: selected ? 'selected' : otherwise })
    },
    [digest, page],
  )
  const begin = useCallback(() => {
    start('comment')
  }, [start])
  const suggest = useCallback(() => {
    start('suggestion')
  }, [start])
  useImperativeHandle(ref, () => ({ begin, suggest }), [begin, suggest])
  useClicked(page, threads, setHere)

  const end = (): void => {
    setDraft(null)
    setWaits(false)
  }
  const close = (): void => {
    end()
    opener.current?.querySelector('button')?.focus()
  }
  const send = async (text: string, mentions: readonly string[]): Promise<void> => {
    const chosen = draft && chosenIn(draft)
    const id = await add({ text, mentions, ...(chosen ? { anchor: { digest: draft.digest, ...chosen } } : {}) })
    end()
    setHere(id)
    setSaid(say('comments:added'))
  }
  const sendWords = async (suggestion: string, text: string): Promise<void> => {
    const chosen = draft && chosenIn(draft)
    if (!chosen) return
    const id = await add({ text, suggestion, anchor: { digest: draft.digest, ...chosen } })
    end()
    setHere(id)
    setSaid(say('suggestions:sent'))
  }
  const taking = useMemo<Taking | null>(
    () =>
      isNewest
        ? {
            take: async ({ id }, mayVoid) => {
              await desk.api.takeSuggestion(id, { baseDigest: digest, mayVoid })
              onTaken()
            },
            waits: false,
          }
        : null,
    [desk, digest, isNewest, onTaken],
  )
  const show = (comment: CommentView): void => {
    setHere(comment.parent ?? comment.id)
    const root = page()
    if (root && comment.place) onPage(root, comment.place)?.element.scrollIntoView({ block: 'center' })
  }
  const threadOf = (thread: Thread) => (
    <CommentThread
      comments={thread}
      isHere={thread[0].id === here}
      key={thread[0].id}
      onAnswer={async (parent, text, mentions) => {
        await add({ text, parent, mentions })
        setSaid(say('comments:added'))
      }}
      onChanged={async (words) => {
        await look()
        setSaid(words)
      }}
      onShow={show}
      taking={taking}
    />
  )
  const resolved = threads.filter(([first]) => first.resolved !== null)

  return (
    <section aria-label={say('comments:title')}>
      <SelectionButtons onComment={begin} onSuggest={isNewest ? suggest : null} page={page} />
      <div className="imp-comment__head" ref={opener}>
        <h2>{open.length === 0 ? say('comments:title') : say('comments:title_open', { count: open.length })}</h2>
        {!draft && (
          <span className="imp-comment__begin">
            <Button
              buttonStyle="secondary"
              extraButtonProps={{ 'aria-keyshortcuts': 'c' }}
              margin={false}
              onClick={begin}
              size="small"
            >
              {say('comments:comment')}
            </Button>
            {isNewest && (
              <Button
                buttonStyle="secondary"
                extraButtonProps={{ 'aria-keyshortcuts': 'w' }}
                margin={false}
                onClick={suggest}
                size="small"
              >
                {say('suggestions:suggest')}
              </Button>
            )}
          </span>
        )}
      </div>
      <p aria-live="polite" className="imp-for-ears">
        {said}
      </p>
      <div ref={form}>
        {draft?.kind === 'comment' && (
          <CommentForm
            about={`comment:${piece.collection}:${piece.id}`}
            label={say('comments:text')}
            onCancel={close}
            onSend={send}
            send={say('comments:comment')}
          >
            {(busy) => <About busy={busy} draft={draft} onChange={setDraft} />}
          </CommentForm>
        )}
        {draft?.kind === 'suggestion' && (
          <SuggestionForm
            about={`suggestion:${piece.collection}:${piece.id}:${JSON.stringify(chosenIn(draft))}`}
            exact={chosenIn(draft)?.exact ?? ''}
            key={JSON.stringify(draft.selected)}
            onCancel={close}
            onSend={sendWords}
          >
            {(busy) => <About busy={busy} draft={draft} onChange={setDraft} />}
          </SuggestionForm>
        )}
      </div>
      {draft && waits && (
        <p className="imp-note imp-note--warning" role="status">
          {say('comments:begun')}
        </p>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {view && threads.length === 0 && !draft && <p className="imp-quiet">{say('comments:none')}</p>}
      {open.length > 0 && <ul className="imp-comment__list">{open.map(threadOf)}</ul>}
      {resolved.length > 0 && (
        <details>
          <summary>{say('comments:resolved_count', { count: resolved.length })}</summary>
          <ul className="imp-comment__list">{resolved.map(threadOf)}</ul>
        </details>
      )}
    </section>
  )
}

/** What a comment or a suggestion is about. */
function About({ busy, draft, onChange }: { busy: boolean; draft: Draft; onChange: (draft: Draft) => void }) {
  const { say } = useWords()
  const id = useId()
  return (
    <>
      <div className="imp-field">
        <label htmlFor={id}>{say('comments:about')}</label>
        <select
          disabled={busy}
          id={id}
          onChange={(event) => {
            onChange({ ...draft, about: event.target.value })
          }}
          value={draft.about}
        >
          {draft.selected && <option value="selected">{say('comments:selected')}</option>}
          {draft.kind === 'comment' && <option value="piece">{say('comments:whole')}</option>}
          {draft.passages.map(({ path, text }) => (
            <option key={path} value={path}>
              {text.length > 60 ? `${text.slice(0, 60)}…` : text}
            </option>
          ))}
        </select>
      </div>
      {draft.about === 'selected' && (
        <blockquote className="imp-comment__quote" dir="auto">
          {draft.selected?.exact}
        </blockquote>
      )}
    </>
  )
}

function chosenIn({ about, passages, selected }: Draft): Chosen | null {
  if (about === 'selected') return selected
  const passage = passages.find(({ path }) => path === about)
  return passage ? wholePassage(passage) : null
}

/** Whoever clicks on painted words gets their thread. */
function useClicked(page: () => HTMLElement | null, threads: readonly Thread[], onThread: (id: string) => void): void {
  useEffect(() => {
    const root = page()
    if (!root) return
    const click = ({ clientX, clientY }: MouseEvent): void => {
      const hit = threads.find(([first]) => {
        const range = first.resolved === null && first.place ? onPage(root, first.place)?.range : null
        return [...(range?.getClientRects() ?? [])].some(
          ({ bottom, left, right, top }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
        )
      })
      if (hit && window.getSelection()?.isCollapsed) onThread(hit[0].id)
    }
    root.addEventListener('click', click)
    return () => {
      root.removeEventListener('click', click)
    }
  }, [onThread, page, threads])
}

/** Width of both buttons beside a selection. */
const OFFERS_PX = 360

/** Next to what is selected in the text. The keyboard has `c` and `w`, and the buttons above the comments. */
function SelectionButtons({
  onComment,
  onSuggest,
  page,
}: {
  onComment: () => void
  /** Null: words cannot be suggested for this text. */
  onSuggest: (() => void) | null
  page: () => HTMLElement | null
}) {
  const { say } = useWords()
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null)
  useEffect(() => {
    const look = (): void => {
      const root = page()
      const selection = window.getSelection()
      if (!root || !selection || selection.isCollapsed || !selectedIn(root)) {
        setAt(null)
        return
      }
      const { bottom, left } = selection.getRangeAt(0).getBoundingClientRect()
      setAt({ left: Math.max(8, Math.min(left, window.innerWidth - OFFERS_PX)), top: bottom + 6 })
    }
    const hide = (): void => {
      setAt(null)
    }
    document.addEventListener('selectionchange', look)
    window.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('selectionchange', look)
      window.removeEventListener('scroll', hide, true)
    }
  }, [page])
  if (!at) return null
  const offer = (words: string, act: () => void) => (
    <button
      className="imp-comment__offer"
      // Pressing it must not take the selection away.
      onMouseDown={(event) => {
        event.preventDefault()
      }}
      onClick={() => {
        setAt(null)
        act()
      }}
      type="button"
    >
      {words}
    </button>
  )
  return (
    <div className="imp-comment__offers" style={at}>
      {offer(say('comments:on_selection'), onComment)}
      {onSuggest && offer(say('suggestions:suggest'), onSuggest)}
    </div>
  )
}
