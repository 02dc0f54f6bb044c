'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import type { Companion, MoveInput, Piece } from './deskApi.ts'
import { useBegunWords } from './begunWords.ts'
import { DateTimeInput } from './DateTimeInput.tsx'
import { Dialog } from './Dialog.tsx'
import { GoesAlong, useAlong, type ShownPiece } from './GoesAlong.tsx'
import { inSentence } from './inSentence.tsx'
import { isGrave, nameOfMove, questionOf } from './moveTexts.ts'
import { Reasons } from './Reasons.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './refusal.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { useWords } from './useWords.ts'

export type MoveDetails = Omit<MoveInput, 'transition' | 'digest'>

/** Asks for what a move needs, says what it leads to, and makes it. Words that are typed for it stay until it is made. */
export function MoveDialog({
  busy,
  dossier,
  isNamed = false,
  move,
  onClose,
  onMove,
  piece,
  question,
  refusal,
  shownAlong,
  stopped,
}: {
  busy: boolean
  dossier: DossierView
  /** Whether the dialog says which piece it is about, where several are on the page. */
  isNamed?: boolean
  move: Option
  onClose: () => void
  /** `along` moves in the same step. Gives whether the move was made. */
  onMove: (details: MoveDetails, along: readonly Companion[]) => Promise<boolean>
  piece: Piece
  /** What the move leads to, where that can be said more exactly than for every place. */
  question?: string
  refusal: Refusal | null
  /** Texts that are on the screen beside the piece's own and can be signed off with it. */
  shownAlong?: readonly ShownPiece[]
  /** Why the move cannot be made for the moment. */
  stopped?: string | undefined
}) {
  const { timeZone } = useDesk()
  const { named, say } = useWords()
  const place = `move:${piece.collection}:${piece.id}:${move.name}`
  const { text: reason, write: setReason, forget: forgetReason } = useBegunWords(`${place}:reason`, '')
  const { text: notice, write: setNotice, forget: forgetNotice } = useBegunWords(`${place}:notice`, '')
  const [time, setTime] = useState<string | null>(null)
  const [review, setReview] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const reviews = move.reviews ?? []
  const asked = questionOf(move)
  const along = useAlong(piece, move, shownAlong)
  // What the gates hold back now may go out together with what it needs.
  const stillHeld = move.allowed ? [] : (along.view?.moves.find(({ name }) => name === move.name)?.blockers ?? [])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (stopped !== undefined) return
    const at = move.needs.includes('at') ? time : undefined
    if (move.needs.includes('reason') && reason.trim() === '') setMissing(say('move:give_reason'))
    else if (move.needs.includes('notice') && notice.trim() === '') setMissing(say('move:write_notice'))
    else if (at === null) setMissing(say('move:set_time'))
    else if (reviews.length > 1 && review === '') setMissing(say('move:choose_review'))
    else {
      setMissing(null)
      void onMove(
        {
          ...(move.needs.includes('reason') ? { reason } : {}),
          ...(move.needs.includes('notice') ? { notice } : {}),
          ...(at === undefined ? {} : { at }),
          ...(review === '' ? {} : { review }),
        },
        along.chosen,
      ).then((isMade) => {
        if (!isMade) return
        forgetReason()
        forgetNotice()
      })
    }
  }

  return (
    // A move that is on its way cannot be called back, and what was typed for it would be gone when it is refused.
    <Dialog {...(busy ? {} : { onClose })} title={say(nameOfMove(move))}>
      <form noValidate onSubmit={submit}>
        <p>{question ?? (asked && say(asked))}</p>
        {isNamed && (
          <p>
            <bdi>{dossier.title ?? say('general:untitled')}</bdi>
          </p>
        )}
        {move.name === 'sign_off' && <SignOffFacts dossier={dossier} ofLive={move.actsOn === 'live'} />}
        {reviews.length > 1 && (
          <Field label={say('move:which_review')}>
            {(id) => (
              <select
                id={id}
                onChange={(event) => {
                  setReview(event.target.value)
                }}
                required
                value={review}
              >
                <option value="">{say('move:choose')}</option>
                {reviews.map((each) => (
                  <option key={each} value={each}>
                    {named('reviews', each)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {move.needs.includes('reason') && (
          <Field label={say('move:reason')}>
            {(id) => (
              <textarea
                dir="auto"
                id={id}
                onChange={(event) => {
                  setReason(event.target.value)
                }}
                required
                rows={4}
                value={reason}
              />
            )}
          </Field>
        )}
        {move.needs.includes('notice') && (
          <Field label={say('move:notice')}>
            {(id) => (
              <textarea
                dir="auto"
                id={id}
                onChange={(event) => {
                  setNotice(event.target.value)
                }}
                required
                rows={4}
                value={notice}
              />
            )}
          </Field>
        )}
        {move.needs.includes('at') && (
          <Field label={say('move:day_and_time')}>
            {(id) => <DateTimeInput id={id} onChange={setTime} required timeZone={timeZone} value={time} />}
          </Field>
        )}
        <GoesAlong along={along} move={move} />
        {stillHeld.length > 0 && (
          <div className="imp-note imp-note--error">
            <Reasons blockers={stillHeld} />
          </div>
        )}
        {missing && (
          <p className="imp-note imp-note--error" role="alert">
            {missing}
          </p>
        )}
        {!missing && refusal && <RefusalNote refusal={refusal} />}
        {stopped !== undefined && (
          <p className="imp-note imp-note--warning" role="status">
            {stopped}
          </p>
        )}
        <div className="imp-dialog__controls">
          <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={onClose}>
            {say('general:cancel')}
          </Button>
          <Button
            className={isGrave(move.name) ? 'imp-taking' : ''}
            disabled={busy || stopped !== undefined || along.isLoading || stillHeld.length > 0}
            margin={false}
            type="submit"
          >
            {say(busy ? 'general:wait' : nameOfMove(move))}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function SignOffFacts({ dossier, ofLive }: { dossier: DossierView; ofLive: boolean }) {
  const nameOf = useNameOf()
  const { say } = useWords()
  const { digest, fastTracked, live, owner, title, writers } = dossier
  const people = ofLive ? (live?.writers ?? []) : writers
  return (
    <dl className="imp-facts">
      <dt>{say('move:text')}</dt>
      <dd>
        {inSentence(say, 'move:title_and_fingerprint', {
          title: <bdi>{title ?? say('general:untitled')}</bdi>,
          fingerprint: <code>{fingerprint(ofLive && live ? live.digest : digest)}</code>,
        })}
      </dd>
      <dt>{say('general:written_by')}</dt>
      <dd>{people.map(nameOf).join(', ') || nameOf(owner)}</dd>
      {ofLive && fastTracked && (
        <>
          <dt>{say('move:sent_out_by')}</dt>
          <dd>
            {inSentence(
              say,
              'general:reason_by',
              { reason: <bdi>{fastTracked.reason}</bdi> },
              { who: nameOf(fastTracked.by) },
            )}
          </dd>
          {digest !== fastTracked.digest && (
            <>
              <dt>{say('move:where')}</dt>
              <dd>{say('move:newer_in_form')}</dd>
            </>
          )}
        </>
      )}
    </dl>
  )
}

function Field({ children, label }: { children: (id: string) => ReactNode; label: string }) {
  const id = useId()
  return (
    <div className="imp-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** The first digits of a digest: enough for two people to see that they mean the same text. */
function fingerprint(digest: string): string {
  return digest.replace('sha256:', '').slice(0, 12)
}
