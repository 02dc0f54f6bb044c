'use client'

import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import type { ReviewLinksView, ReviewLinkView } from '../operations/index.ts'
import { DateTimeInput } from './DateTimeInput.tsx'
import type { Piece } from './deskApi.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/**
 * Opens what shows a piece to people without an account; nothing where the newsroom has no page for it.
 *
 * @param digest of the text that somebody has before them; null: it is not stored
 */
export function ReviewLinks({ digest, piece }: { readonly digest: string | null; readonly piece: Piece }) {
  const { showsRevisions } = useDesk()
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!showsRevisions) return null
  return (
    <p className="imp-links">
      <button
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true)
        }}
        type="button"
      >
        {say('links:open')}
      </button>
      {isOpen && (
        <LinksDialog
          digest={digest}
          onClose={() => {
            setOpen(false)
          }}
          piece={piece}
        />
      )}
    </p>
  )
}

const WEEK = 7 * 86_400_000

function LinksDialog({
  digest,
  onClose,
  piece: { collection, id },
}: {
  readonly digest: string | null
  readonly onClose: () => void
  readonly piece: Piece
}) {
  const { desk, timeZone } = useDesk()
  const { say } = useWords()
  const field = useId()
  // The page may come to a newer text behind the dialog, which nobody has looked at yet; a form comes to one by being saved.
  const [of, setOf] = useState(digest)
  if ((of === null) !== (digest === null)) setOf(digest)
  const [view, setView] = useState<ReviewLinksView | null>(null)
  const [name, setName] = useState('')
  const [ends, setEnds] = useState<string | null>(() => new Date(Date.now() + WEEK).toISOString())
  const [url, setUrl] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const look = useCallback(async () => {
    const found = await desk.api.reviewLinks({ collection, id })
    desk.askNames(found.docs.flatMap(({ by, revoked }) => [by, ...(revoked ? [revoked.by] : [])]))
    setView(found)
  }, [collection, desk, id])
  const act = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setSaid('')
    setRefusal(null)
    try {
      await work()
      await look()
    } catch (error) {
      setRefusal(refusalFrom(error))
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    look().catch((error: unknown) => {
      setRefusal(refusalFrom(error))
    })
  }, [look])

  const make = (): Promise<void> =>
    act(async () => {
      if (of === null || ends === null || name.trim() === '') return
      const made = await desk.api.makeReviewLink({ collection, id }, { name: name.trim(), expiresAt: ends, digest: of })
      setUrl(made.url)
      setName('')
      setSaid(say('links:made'))
    })
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address).then(
      () => {
        setSaid(say('links:copied'))
      },
      () => {
        setSaid(say('links:not_copied'))
      },
    )
  }

  return (
    <Dialog {...(busy ? {} : { onClose })} title={say('links:title')}>
      <p>{say('links:means')}</p>
      {view?.mayMake === false && <p className="imp-note">{say('links:not_yours')}</p>}
      {view?.mayMake && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <div className="imp-field">
            <label htmlFor={`${field}-name`}>{say('links:name')}</label>
            <input
              autoComplete="off"
              dir="auto"
              id={`${field}-name`}
              maxLength={120}
              onChange={(event) => {
                setName(event.target.value)
              }}
              required
              type="text"
              value={name}
            />
          </div>
          <div className="imp-field">
            <label htmlFor={`${field}-ends`}>{say('links:ends')}</label>
            <DateTimeInput id={`${field}-ends`} onChange={setEnds} required timeZone={timeZone} value={ends} />
          </div>
          <Button
            disabled={busy || of === null || name.trim() === '' || ends === null}
            margin={false}
            size="medium"
            type="submit"
          >
            {say('links:make')}
          </Button>
          {of === null && <p className="imp-note imp-note--warning">{say('links:save_first')}</p>}
        </form>
      )}
      {url !== null && (
        <div className="imp-note imp-links__made">
          <div className="imp-field">
            <label htmlFor={`${field}-url`}>{say('links:once')}</label>
            <input
              id={`${field}-url`}
              onFocus={(event) => {
                event.target.select()
              }}
              readOnly
              type="text"
              value={url}
            />
          </div>
          <Button buttonStyle="secondary" margin={false} onClick={() => void copy(url)} size="small">
            {say('links:copy')}
          </Button>
        </div>
      )}
      <p role="status">{said}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      {view === null && refusal === null && <p role="status">{say('general:wait')}</p>}
      {view?.docs.length === 0 && <p className="imp-quiet">{say('links:none')}</p>}
      {view !== null && view.docs.length > 0 && (
        <ul className="imp-list imp-links__list">
          {view.docs.map((link) => (
            <Link
              busy={busy}
              key={link.id}
              link={link}
              mayEnd={view.mayMake}
              onEnd={() =>
                void act(async () => {
                  await desk.api.revokeReviewLink({ collection, id }, link.id)
                  setSaid(say('links:ended', { name: link.name }))
                })
              }
            />
          ))}
        </ul>
      )}
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={onClose}>
          {say('general:close')}
        </Button>
      </div>
    </Dialog>
  )
}

/** One link: whom it is for, what became of it, and the end of it. */
function Link({
  busy,
  link: { at, by, expiresAt, isNewest, name, openedAt, revoked, state },
  mayEnd,
  onEnd,
}: {
  readonly busy: boolean
  readonly link: ReviewLinkView
  readonly mayEnd: boolean
  readonly onEnd: () => void
}) {
  const nameOf = useNameOf()
  const { say } = useWords()
  return (
    <li>
      <strong dir="auto">{name}</strong>
      <span className="imp-quiet">
        {inSentence(say, 'links:made_by', { at: <LocalTime at={at} /> }, { who: nameOf(by) })}
      </span>
      <span>
        {revoked
          ? inSentence(say, 'links:revoked', { at: <LocalTime at={revoked.at} /> }, { who: nameOf(revoked.by) })
          : inSentence(say, state === 'open' ? 'links:until' : 'links:over', { at: <LocalTime at={expiresAt} /> })}
      </span>
      <span>
        {openedAt === null
          ? say('links:not_opened')
          : inSentence(say, 'links:opened', { at: <LocalTime at={openedAt} /> })}
      </span>
      {!isNewest && <span className="imp-quiet">{say('links:older')}</span>}
      {state === 'open' && mayEnd && (
        <button aria-label={say('links:end_of', { name })} disabled={busy} onClick={onEnd} type="button">
          {say('links:end')}
        </button>
      )}
    </li>
  )
}
