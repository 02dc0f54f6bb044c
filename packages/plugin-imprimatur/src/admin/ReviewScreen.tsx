'use client'

import { Link } from '@payloadcms/ui'
import { useRouter } from './payload3/browserRouter.ts'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ChangeInWords } from '../domain/difference/index.ts'
import type { Option, WorkflowEvent } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import type { ReviewState } from '../operations/index.ts'
import { isHeldByOthers } from './arrangeMoves.ts'
import type { Companion, Difference, Piece } from './deskApi.ts'
import { useDesk, useNameOf } from './DeskContext.tsx'
import { EventList } from './EventList.tsx'
import { inSentence } from './inSentence.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { nameOfMove } from './moveTexts.ts'
import { LocalTime } from './LocalTime.tsx'
import { moveAlong } from './moveAlong.ts'
import { MoveDialog, type MoveDetails } from './MoveDialog.tsx'
import { MovedOn } from './MovedOn.tsx'
import { PublicTimes } from './PublicTimes.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import './review.css'
import { ReviewActions } from './ReviewActions.tsx'
import { ReviewComments, type ReviewCommentsHandle } from './ReviewComments.tsx'
import { ReviewGates, type ShownFinding } from './ReviewGates.tsx'
import { ReviewSignOffs } from './ReviewSignOffs.tsx'
import { ReviewStyle } from './ReviewStyle.tsx'
import { ReviewText, type ReviewTextHandle } from './ReviewText.tsx'
import { StageMarks } from './StageMarks.tsx'
import { useLeaving } from './useLeaving.tsx'
import { useReviewKeys } from './useReviewKeys.ts'
import { ReviewLinks } from './ReviewLinks.tsx'
import { useWords } from './useWords.ts'
import { ReviewAlong, type ShownAlong } from './ReviewAlong.tsx'

export type ReviewScreenProps = {
  /** What is shown below the text and signed off together with it. */
  readonly along: readonly ShownAlong[]
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
  readonly findings: readonly ShownFinding[]
  /** Of the fields at the top, by their names. */
  readonly labels: Readonly<Record<string, string>>
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
  | {
      readonly kind: 'move'
      readonly move: Option
      readonly refusal: Refusal | null
      /** What was on the screen when the question was asked: the answer is about that, and nothing else. */
      readonly of: Pick<ReviewScreenProps, 'along' | 'digest' | 'dossier'>
    }
  /** `of`: digest of the text that has moved on; `screen`: of the one that was shown by then. */
  | { readonly kind: 'movedOn'; readonly difference: Difference; readonly of: string; readonly screen: string }

const NOTHING: Shown = { kind: 'nothing' }

/** Everything that a review needs on one screen, and the moves that end it. What is signed off is what it shows. */
export function ReviewScreen(props: ReviewScreenProps) {
  const {
    along,
    changes,
    compares,
    digest,
    dossier,
    edit,
    events,
    findings,
    kind,
    next,
    ofLive,
    piece,
    queue,
    reviews,
  } = props
  const { desk } = useDesk()
  const { say } = useWords()
  const router = useRouter()
  const text = useRef<ReviewTextHandle>(null)
  const page = useCallback(() => text.current?.page() ?? null, [])
  const comments = useRef<ReviewCommentsHandle>(null)
  const refresh = useCallback(() => {
    router.refresh()
  }, [router])
  const { dialog: leaving, leave } = useLeaving()
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ readonly words: string; readonly after: number } | null>(null)
  const [ready, setReady] = useState(false)
  const screen = useRef(digest)
  useLayoutEffect(() => {
    screen.current = digest
  }, [digest])

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

  // What was done is not offered again before the screen has been brought into step with it.
  const moves = made?.after === dossier.seq ? [] : props.moves
  const offered = {
    signOff: moves.find(({ name }) => name === 'sign_off'),
    sendBack: moves.find(({ name }) => name === 'request_changes'),
    schedule: moves.find(({ allowed, name }) => name === 'schedule' && allowed),
    publish: moves.find((move) => move.name === 'publish' && (move.allowed || isHeldByOthers(move))),
  }

  const ask = useCallback(
    (move: Option) => {
      setShown({ kind: 'move', move, refusal: null, of: { along, digest, dossier } })
    },
    [along, digest, dossier],
  )
  const make = async (
    asked: Extract<Shown, { kind: 'move' }>,
    details: MoveDetails,
    companions: readonly Companion[],
  ): Promise<boolean> => {
    if (busy) return false
    const { move, of } = asked
    setBusy(true)
    try {
      const input = { transition: move.name, digest: of.digest, ...details }
      const after = await moveAlong(desk.api, piece, input, companions)
      setShown(NOTHING)
      const words = say('move:done', { move: say(nameOfMove(move)), stage: say(`stages:${after.dossier.stage}`) })
      setMade({ words, after: dossier.seq })
      router.refresh()
      return true
    } catch (error) {
      const refusal = refusalFrom(error)
      const moved = refusal.status === 409 ? await movedOn(of.digest) : null
      setShown(
        moved ? { kind: 'movedOn', difference: moved, of: of.digest, screen: screen.current } : { ...asked, refusal },
      )
      return false
    } finally {
      setBusy(false)
    }
  }
  /** What has become of a text that was shown; null when it is still the one. */
  const movedOn = async (from: string): Promise<Difference | null> => {
    const difference = await desk.api.difference(piece, from, ofLive ? 'live' : 'newest').catch(() => null)
    return difference && difference.to !== from ? difference : null
  }
  const close = (): void => {
    setShown(NOTHING)
  }
  const showKeys = useCallback(() => {
    setShown({ kind: 'keys' })
  }, [])

  const keys = useReviewKeys({ ask, comments, edit, leave, moves: offered, next, ofLive, onKeys: showKeys, text })

  return (
    <>
      <header className="imp-review__head">
        <h1>
          {say('review:title')} <span className="imp-quiet">{ofLive ? say('review:of_live', { kind }) : kind}</span>
        </h1>
        <StageMarks mark={{ stage: dossier.stage, live: dossier.live !== null }} />
        <Link className="imp-review__link" href={edit} prefetch={false}>
          {say('review:open_form')}
        </Link>
        <button className="imp-review__keys" onClick={showKeys} type="button">
          {say('review:keys')} <kbd>?</kbd>
        </button>
      </header>
      <div className="imp-review__columns" data-ready={ready}>
        <section aria-label={say('review:text')} className="imp-review__text">
          <ReviewText changes={changes} compares={compares} digest={digest} html={props.text} ref={text} />
          <ReviewAlong along={along} />
        </section>
        <aside aria-label={say('review:title')} className="imp-review__side">
          <ReviewActions busy={busy} made={made} moves={offered} next={next} onAsk={ask} queue={queue} />
          {props.unreviewed && (
            <p className="imp-note imp-note--warning">
              {say('review:live_unreviewed')}{' '}
              <Link href={props.unreviewed} prefetch={false}>
                {say('review:review_it')}
              </Link>
            </p>
          )}
          <ReviewSignOffs reviews={reviews} />
          {!ofLive && <ReviewLinks digest={digest} piece={piece} />}
          <ReviewComments
            digest={digest}
            html={props.text}
            isNewest={!ofLive}
            onTaken={refresh}
            page={page}
            piece={piece}
            ref={comments}
          />
          {!ofLive && (
            <>
              <ReviewStyle
                digest={digest}
                html={props.text}
                labels={props.labels}
                onChanged={() => {
                  router.refresh()
                }}
                page={page}
                piece={piece}
              />
              <ReviewGates findings={findings} />
            </>
          )}
          <Facts dossier={dossier} next={next} waiting={props.waiting} />
          <section aria-label={say('review:history')}>
            <h2>{say('general:who_did_what')}</h2>
            <EventList events={events} />
          </section>
        </aside>
      </div>
      {shown.kind === 'move' && (
        <MoveDialog
          busy={busy}
          dossier={shown.of.dossier}
          move={shown.move}
          onClose={close}
          onMove={(details, companions) => make(shown, details, companions)}
          piece={piece}
          shownAlong={shown.of.along}
          {...(shown.move.name === 'sign_off' && !ofLive ? { question: say('questions:sign_off_shown') } : {})}
          refusal={shown.refusal}
        />
      )}
      {shown.kind === 'movedOn' && shown.screen === digest && (
        <MovedOn
          difference={shown.difference}
          onClose={close}
          onNewest={() => {
            // The screen may have come to the newest before.
            if (shown.of !== digest) close()
            refresh()
          }}
        />
      )}
      {leaving}
      {shown.kind === 'keys' && <KeysDialog onClose={close} {...keys} />}
    </>
  )
}

function Facts({ dossier, next, waiting }: { dossier: DossierView; next: ReviewScreenProps['next']; waiting: number }) {
  const nameOf = useNameOf()
  const { say } = useWords()
  const { live, owner, schedule, stageSince, writers } = dossier
  return (
    <dl className="imp-facts">
      <dt>{say('general:written_by')}</dt>
      <dd>{(writers.length > 0 ? writers : (live?.writers ?? [owner])).map(nameOf).join(', ')}</dd>
      <dt>{say('review:at_this_stage')}</dt>
      <dd>{inSentence(say, 'review:since', { at: <LocalTime at={stageSince} /> })}</dd>
      <PublicTimes live={live} schedule={schedule} />
      <dt>{say('review:next_in_queue')}</dt>
      <dd>{next ? <bdi>{next.title}</bdi> : say(waiting > 0 ? 'review:nothing_else' : 'review:nothing')}</dd>
    </dl>
  )
}
