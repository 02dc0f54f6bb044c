'use client'

import { Button, Link } from '@payloadcms/ui'
import { useRouter } from './payload3/browserRouter.ts'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ChangeInWords } from '../domain/difference/index.ts'
import type { Finding, Option, WorkflowEvent } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import type { ReviewState } from '../operations/index.ts'
import type { Difference, Piece } from './deskApi.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { EventList } from './EventList.tsx'
import { reviewLabel } from './eventSentence.ts'
import type { KeyAction } from './keys.ts'
import { LocalTime } from './LocalTime.tsx'
import { MoveDialog, type MoveDetails } from './MoveDialog.tsx'
import { PublicTimes } from './PublicTimes.tsx'
import { Reasons } from './Reasons.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import './review.css'
import { ReviewText, type ReviewTextHandle } from './ReviewText.tsx'
import { StageMarks } from './StageMarks.tsx'
import { useKeys } from './useKeys.ts'

export type ReviewScreenProps = {
  readonly piece: Piece
  readonly kind: string
  readonly dossier: DossierView
  /** Digest of `text`. It is what every move from here names. */
  readonly digest: string
  readonly text: string
  /** Whether `text` is compared with what readers have. */
  readonly compares: boolean
  readonly changes: readonly ChangeInWords[]
  readonly moves: readonly Option[]
  readonly findings: readonly (Finding & { readonly where: string | null })[]
  readonly reviews: readonly ReviewState[]
  readonly events: readonly WorkflowEvent[]
  readonly next: { readonly href: string; readonly title: string } | null
  readonly waiting: number
  /** Whether it is about what readers have, which went out without a review. */
  readonly ofLive: boolean
  /** Where such a text is reviewed, when it is another one than this. */
  readonly unreviewed: string | null
  readonly edit: string
  readonly queue: string
}

type Shown =
  | { readonly kind: 'nothing' | 'keys' }
  | { readonly kind: 'move'; readonly move: Option; readonly refusal: Refusal | null }
  | { readonly kind: 'movedOn'; readonly difference: Difference }

const NOTHING: Shown = { kind: 'nothing' }

const SIGN_WHAT_YOU_SEE =
  'You sign off exactly the text that is on this screen. When it is changed, your sign-off no longer counts.'

/** Everything that a review needs on one screen, and the moves that end it. What is signed off is what it shows. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { changes, compares, digest, dossier, edit, events, findings, kind, next, ofLive, piece, queue, reviews } =
    props
  const { desk, stageLabels } = useDesk()
  const router = useRouter()
  const text = useRef<ReviewTextHandle>(null)
  const done = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ readonly words: string; readonly after: number } | null>(null)
  const [ready, setReady] = useState(false)
  const why = useId()

  useEffect(() => {
    desk.askNames([
      dossier.owner,
      ...dossier.writers,
      ...(dossier.live?.writers ?? []),
      ...(dossier.fastTracked ? [dossier.fastTracked.by] : []),
      ...reviews.flatMap(({ given }) => given.map(({ by }) => by)),
      ...events.map(({ actor }) => actor),
    ])
  }, [desk, dossier, events, reviews])
  useEffect(() => {
    setReady(true)
  }, [])
  useEffect(() => {
    if (made !== null) done.current?.focus()
  }, [made])

  // What was done is not offered again before the screen has been brought into step with it.
  const moves = made?.after === dossier.seq ? [] : props.moves
  const signOff = moves.find(({ name }) => name === 'sign_off')
  const sendBack = moves.find(({ name }) => name === 'request_changes')
  const publish = moves.find(({ allowed, name }) => name === 'publish' && allowed)

  const make = async (move: Option, details: MoveDetails): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const after = await desk.api.move(piece, { transition: move.name, digest, ...details })
      setShown(NOTHING)
      const words = `${move.label}: done. The piece is now at “${stageLabels[after.dossier.stage]}”.`
      setMade({ words, after: dossier.seq })
      router.refresh()
    } catch (error) {
      const refusal = refusalFrom(error)
      const moved = refusal.status === 409 ? await movedOn() : null
      setShown(moved ? { kind: 'movedOn', difference: moved } : { kind: 'move', move, refusal })
    } finally {
      setBusy(false)
    }
  }
  /** What has become of the text that is shown; null when it is still the one. */
  const movedOn = async (): Promise<Difference | null> => {
    const difference = await desk.api.difference(piece, digest, ofLive ? 'live' : 'newest').catch(() => null)
    return difference && difference.to !== digest ? difference : null
  }
  const close = (): void => {
    setShown(NOTHING)
  }

  const actions = useMemo<readonly KeyAction[]>(() => {
    const ask = (move: Option | undefined) => () => {
      if (move?.allowed) setShown({ kind: 'move', move, refusal: null })
    }
    return [
      {
        key: '?',
        does: 'Show these keys',
        run: () => {
          setShown({ kind: 'keys' })
        },
      },
      { key: 's', does: 'Sign off', run: ask(signOff) },
      { key: 'b', does: 'Send back with a reason', run: ask(sendBack) },
      {
        key: 'n',
        does: 'Next in the queue',
        run: () => {
          if (next) router.push(next.href)
        },
      },
      {
        key: 'j',
        does: 'Next change in the text',
        run: () => {
          text.current?.step(1)
        },
      },
      {
        key: 'k',
        does: 'Change before',
        run: () => {
          text.current?.step(-1)
        },
      },
      {
        key: 't',
        does: 'Changes or text',
        run: () => {
          text.current?.toggle()
        },
      },
      {
        key: 'e',
        does: 'Open the form',
        run: () => {
          router.push(edit)
        },
      },
    ]
  }, [edit, next, router, sendBack, signOff])
  const keys = useKeys(actions)

  return (
    <>
      <header className="imp-review__head">
        <h1>
          Review <span className="imp-quiet">{ofLive ? `${kind}, public without a review` : kind}</span>
        </h1>
        <StageMarks mark={{ stage: dossier.stage, live: dossier.live !== null }} />
        <Link className="imp-review__link" href={edit} prefetch={false}>
          Open the form
        </Link>
        <button
          className="imp-review__keys"
          onClick={() => {
            setShown({ kind: 'keys' })
          }}
          type="button"
        >
          Keys <kbd>?</kbd>
        </button>
      </header>
      <div className="imp-review__columns" data-ready={ready}>
        <section aria-label="Text" className="imp-review__text">
          <ReviewText changes={changes} compares={compares} digest={digest} html={props.text} ref={text} />
        </section>
        <aside aria-label="Review" className="imp-review__side">
          <div className="imp-review__actions">
            {made !== null && (
              <div className="imp-note" ref={done} role="status" tabIndex={-1}>
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
                  if (signOff.allowed) setShown({ kind: 'move', move: signOff, refusal: null })
                }}
                size="medium"
              >
                {signOff.label}
              </Button>
            )}
            {publish && (
              <Button
                disabled={busy}
                margin={false}
                onClick={() => {
                  setShown({ kind: 'move', move: publish, refusal: null })
                }}
                size="medium"
              >
                {publish.label}
              </Button>
            )}
            {sendBack?.allowed && (
              <Button
                buttonStyle="secondary"
                disabled={busy}
                extraButtonProps={{ 'aria-keyshortcuts': 'b' }}
                margin={false}
                onClick={() => {
                  setShown({ kind: 'move', move: sendBack, refusal: null })
                }}
                size="medium"
              >
                Send back
              </Button>
            )}
            {next ? (
              <Button
                aria-label={`Next: ${next.title}`}
                buttonStyle={made === null ? 'secondary' : 'primary'}
                el="link"
                margin={false}
                size="medium"
                to={next.href}
                url={next.href}
              >
                Next
              </Button>
            ) : (
              <Button buttonStyle="secondary" el="link" margin={false} size="medium" to={queue} url={queue}>
                Queue
              </Button>
            )}
          </div>
          {signOff && !signOff.allowed && (
            <div className="imp-review__why" id={why}>
              <Reasons blockers={signOff.blockers} />
            </div>
          )}
          {props.unreviewed && (
            <p className="imp-note imp-note--warning">
              What readers have went out without a review.{' '}
              <Link href={props.unreviewed} prefetch={false}>
                Review it
              </Link>
            </p>
          )}
          <Reviews reviews={reviews} />
          {!ofLive && <Gates findings={findings} />}
          <Facts dossier={dossier} next={next} waiting={props.waiting} />
          <section aria-label="History">
            <h2>Who did what</h2>
            <EventList events={events} />
          </section>
        </aside>
      </div>
      {shown.kind === 'move' && (
        <MoveDialog
          busy={busy}
          dossier={dossier}
          move={shown.move}
          onClose={close}
          onMove={(details) => void make(shown.move, details)}
          {...(shown.move === signOff && !ofLive ? { question: SIGN_WHAT_YOU_SEE } : {})}
          refusal={shown.refusal}
        />
      )}
      {shown.kind === 'movedOn' && <MovedOn difference={shown.difference} onClose={close} />}
      {shown.kind === 'keys' && <Keys actions={actions} onClose={close} {...keys} />}
    </>
  )
}

/** Which reviews the text needs, who gave them, and what is missing. */
function Reviews({ reviews }: { reviews: readonly ReviewState[] }) {
  const nameOf = useNameOf()
  return (
    <section aria-label="Sign-offs">
      <h2>Sign-offs for this text</h2>
      <ul className="imp-review__list">
        {reviews.map(({ given, missing, review, roles }) => (
          <li key={review}>
            <strong>{reviewLabel(review)}</strong>
            {given.map((each) => (
              <span className="imp-review__given" key={each.by}>
                ✓ {nameOf(each.by)}, <LocalTime at={each.at} />
              </span>
            ))}
            {missing > 0 && (
              <span className="imp-review__missing">
                ○ {missing === 1 ? 'one is missing' : `${String(missing)} are missing`}
                <span className="imp-quiet"> ({roles.join(' or ')})</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the gates found: what stops the piece first. */
function Gates({ findings }: { findings: ReviewScreenProps['findings'] }) {
  const order = ['submit', 'publish', 'never'] as const
  const sorted = order.flatMap((blocks) => findings.filter((finding) => finding.blocks === blocks))
  return (
    <section aria-label="Gates">
      <h2>Gates</h2>
      {sorted.length === 0 ? (
        <p className="imp-review__given">✓ Nothing stands in the way.</p>
      ) : (
        <ul className="imp-review__list">
          {sorted.map(({ blocks, gate, hint, message, where }) => (
            <li key={`${gate} ${where ?? ''} ${message}`}>
              <strong>
                {blocks === 'never' ? 'Note' : blocks === 'publish' ? 'Stops publication' : 'Stops the review'}
              </strong>
              <span>
                {message} {hint}
                {where !== null && <span className="imp-quiet"> ({where})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Facts({ dossier, next, waiting }: { dossier: DossierView; next: ReviewScreenProps['next']; waiting: number }) {
  const nameOf = useNameOf()
  const { live, owner, schedule, stageSince, writers } = dossier
  return (
    <dl className="imp-facts">
      <dt>Written by</dt>
      <dd>{(writers.length > 0 ? writers : (live?.writers ?? [owner])).map(nameOf).join(', ')}</dd>
      <dt>At this stage</dt>
      <dd>
        since <LocalTime at={stageSince} />
      </dd>
      <PublicTimes live={live} schedule={schedule} />
      <dt>Next in the queue</dt>
      <dd>{next ? next.title : waiting > 0 ? 'Nothing else for you' : 'Nothing'}</dd>
    </dl>
  )
}

/** Nothing was signed: the text on the screen is not the newest any more. */
function MovedOn({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const since = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = since.current?.querySelector('[data-change]')
    if (mark && since.current)
      since.current.scrollTop = mark.getBoundingClientRect().top - since.current.getBoundingClientRect().top - 60
  }, [])
  return (
    <Dialog onClose={onClose} title="The text has moved on">
      <p>
        Somebody saved a newer text while you were reading. Nothing was signed off. This has changed since the text that
        you see:
      </p>
      {/* Made by drawDifference, which escapes everything. */}
      <div
        className="imp-review__since"
        ref={since}
        dangerouslySetInnerHTML={{ __html: difference.html }}
        tabIndex={0}
        role="region"
        aria-label="What has changed since"
      />
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Keep reading this one
        </Button>
        <Button
          margin={false}
          onClick={() => {
            window.location.reload()
          }}
        >
          Review the newest text
        </Button>
      </div>
    </Dialog>
  )
}

function Keys({
  actions,
  on,
  onClose,
  setOn,
}: {
  actions: readonly KeyAction[]
  on: boolean
  onClose: () => void
  setOn: (on: boolean) => void
}) {
  const id = useId()
  return (
    <Dialog onClose={onClose} title="Keys on this screen">
      <dl className="imp-review__keylist">
        {actions.map(({ does, key }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="imp-quiet">They do nothing while you type in a field.</p>
      <div className="imp-field imp-field--tick">
        <input
          checked={on}
          id={id}
          onChange={(event) => {
            setOn(event.target.checked)
          }}
          type="checkbox"
        />
        <label htmlFor={id}>Use these keys</label>
      </div>
      <div className="imp-dialog__controls">
        <Button margin={false} onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}
