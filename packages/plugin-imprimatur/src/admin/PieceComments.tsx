'use client'

import { Link, useConfig, useDocumentInfo, useForm, useFormModified, useLocale } from '@payloadcms/ui'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CommentView } from '../operations/index.ts'
import { useForms } from './BoxHandoverProvider.tsx'
import { CommentThread } from './CommentThread.tsx'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { focusBack } from './focusBack.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { codeOf, Refused } from './refusal.ts'
import type { Taking } from './SuggestedWords.tsx'
import type { Piece } from './deskApi.ts'
import { useReset } from './payload3/useReset.ts'
import { reviewAddress } from './reviewAddress.ts'
import { threadsOf } from './threadsOf.ts'
import { useComments } from './useComments.ts'
import { useWords } from './useWords.ts'

/** How long taken words wait for a save that is under way, in milliseconds. */
const LONGEST_SAVE_MS = 15_000

/** Beside the form of a piece: what is still to be answered. */
export function PieceComments({ piece }: { readonly piece: Piece }) {
  const { config } = useConfig()
  const { say } = useWords()
  const { add, look, refusal, view } = useComments(piece)
  const [said, setSaid] = useState('')
  const section = useRef<HTMLElement>(null)
  const taking = useTakingIntoForm()
  const open = threadsOf(view?.docs ?? []).filter(
    ([first]: readonly [CommentView, ...CommentView[]]) => !first.resolved,
  )
  const problem = refusal && <NotLoaded code={codeOf(refusal)} onAgain={look} what={say('loading:comments')} />
  if (open.length === 0 && said === '') return problem
  return (
    <section aria-label={say('comments:title')} className="imp-piece-comments" ref={section} tabIndex={-1}>
      {problem}
      {open.length > 0 && <h3>{say('comments:open', { count: open.length })}</h3>}
      <p aria-live="polite" className="imp-for-ears">
        {said}
      </p>
      <ul className="imp-comment__list">
        {open.map((thread) => (
          <CommentThread
            comments={thread}
            isHere={false}
            key={thread[0].id}
            onAnswer={async (parent, text, mentions) => {
              await add({ text, parent, mentions })
              setSaid(say('comments:answer_added'))
            }}
            onChanged={async (words) => {
              await look()
              setSaid(words)
              focusBack(section.current)
            }}
            taking={taking}
          />
        ))}
      </ul>
      <Link href={reviewAddress(config.routes.admin, piece)} prefetch={false}>
        {say('comments:in_text')}
      </Link>
    </section>
  )
}

/**
 * Taking suggested words while the piece is open in its form: they go into the text as it is stored, so what was typed has to be stored
 * before, and nothing is typed until the form has the new text.
 */
function useTakingIntoForm(): Taking {
  const { desk } = useDesk()
  const { say } = useWords()
  const { handover } = useForms()
  const { setData } = useDocumentInfo()
  const { formRef } = useForm()
  const reset = useReset()
  const { code: locale } = useLocale()
  const modified = useFormModified()
  const { retry, saving } = useOpenDocument()
  const open = useOpenPiece()
  const waits = modified || saving || open?.base == null
  const latest = useRef({ open, waits })
  useLayoutEffect(() => {
    latest.current = { open, waits }
  })
  return useMemo(
    () => ({
      take: async ({ id }, mayVoid) => {
        const form = formRef.current
        form.inert = true
        try {
          // The last key press may not have changed the form yet.
          const all = await handover.settled()
          await new Promise(requestAnimationFrame)
          if (all && latest.current.waits) {
            retry.current?.()
            await until(() => !latest.current.waits)
          }
          const { open: piece, waits: isUnsaved } = latest.current
          if (!all || isUnsaved || piece?.base == null) {
            throw new Refused({ status: 409, sentences: [say('suggestions:not_saved')], blockers: [] })
          }
          await desk.api.takeSuggestion(id, { baseDigest: piece.base, mayVoid })
          const stored = await desk.api.newest(piece.piece, locale)
          await reset(stored, false)
          setData({ ...stored })
        } finally {
          form.inert = false
        }
      },
      waits,
    }),
    [desk, formRef, handover, locale, reset, retry, say, setData, waits],
  )
}

/** When it is so, or has not become so in {@link LONGEST_SAVE_MS}. */
async function until(isSo: () => boolean): Promise<void> {
  const from = performance.now()
  while (!isSo() && performance.now() - from < LONGEST_SAVE_MS) await new Promise(requestAnimationFrame)
}
