'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import type { MoveInput } from './deskApi.ts'
import { DateTimeInput } from './DateTimeInput.tsx'
import { Dialog } from './Dialog.tsx'
import { reviewLabel } from './eventSentence.ts'
import { isGrave, questionOf } from './moveTexts.ts'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './refusal.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'

export type MoveDetails = Omit<MoveInput, 'transition' | 'digest'>

/** Asks for what a move needs, says what it leads to, and makes it. */
export function MoveDialog({
  busy,
  dossier,
  move,
  onClose,
  onMove,
  question = questionOf(move),
  refusal,
}: {
  busy: boolean
  dossier: DossierView
  move: Option
  onClose: () => void
  onMove: (details: MoveDetails) => void
  /** What the move leads to, where that can be said more exactly than for every place. */
  question?: string | null
  refusal: Refusal | null
}) {
  const { timeZone } = useDesk()
  const [reason, setReason] = useState('')
  const [notice, setNotice] = useState('')
  const [time, setTime] = useState<string | null>(null)
  const [review, setReview] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const reviews = move.reviews ?? []

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const at = move.needs.includes('at') ? time : undefined
    if (move.needs.includes('reason') && reason.trim() === '') setMissing('Give a reason.')
    else if (move.needs.includes('notice') && notice.trim() === '')
      setMissing('Write the notice that readers will see.')
    else if (at === null) setMissing('Set the day and the time.')
    else if (reviews.length > 1 && review === '') setMissing('Choose the review that you give.')
    else {
      setMissing(null)
      onMove({
        ...(move.needs.includes('reason') ? { reason } : {}),
        ...(move.needs.includes('notice') ? { notice } : {}),
        ...(at === undefined ? {} : { at }),
        ...(review === '' ? {} : { review }),
      })
    }
  }

  return (
    <Dialog onClose={onClose} title={move.label}>
      <form noValidate onSubmit={submit}>
        <p>{question}</p>
        {move.name === 'sign_off' && <SignOffFacts dossier={dossier} ofLive={move.actsOn === 'live'} />}
        {reviews.length > 1 && (
          <Field label="Which review">
            {(id) => (
              <select
                id={id}
                onChange={(event) => {
                  setReview(event.target.value)
                }}
                required
                value={review}
              >
                <option value="">Choose …</option>
                {reviews.map((each) => (
                  <option key={each} value={each}>
                    {reviewLabel(each)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {move.needs.includes('reason') && (
          <Field label="Reason">
            {(id) => (
              <textarea
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
          <Field label="Public notice">
            {(id) => (
              <textarea
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
          <Field label="Day and time">
            {(id) => <DateTimeInput id={id} onChange={setTime} required timeZone={timeZone} value={time} />}
          </Field>
        )}
        {missing && (
          <p className="imp-note imp-note--error" role="alert">
            {missing}
          </p>
        )}
        {!missing && refusal && <RefusalNote refusal={refusal} />}
        <div className="imp-dialog__controls">
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            Cancel
          </Button>
          <Button className={isGrave(move.name) ? 'imp-taking' : ''} disabled={busy} margin={false} type="submit">
            {busy ? 'One moment …' : move.label}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function SignOffFacts({ dossier, ofLive }: { dossier: DossierView; ofLive: boolean }) {
  const nameOf = useNameOf()
  const { digest, fastTracked, live, owner, title, writers } = dossier
  const people = ofLive ? (live?.writers ?? []) : writers
  return (
    <dl className="imp-facts">
      <dt>Text</dt>
      <dd>
        {title ?? 'Without a title'}, fingerprint <code>{fingerprint(ofLive && live ? live.digest : digest)}</code>
      </dd>
      <dt>Written by</dt>
      <dd>{people.map(nameOf).join(', ') || nameOf(owner)}</dd>
      {ofLive && fastTracked && (
        <>
          <dt>Sent out by</dt>
          <dd>
            {nameOf(fastTracked.by)}: “{fastTracked.reason}”
          </dd>
          {digest !== fastTracked.digest && (
            <>
              <dt>Where it is</dt>
              <dd>The form shows a newer text. What readers have is on the site, and under Versions.</dd>
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
