'use client'

import { useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { SignOff, Stage, WorkflowEvent } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import { AddToRelease } from './AddToRelease.tsx'
import type { PieceState } from './createDesk.ts'
import type { Piece } from './deskApi.ts'
import { useDesk, useNameOf, useOpenPiece } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { EventList } from './EventList.tsx'
import { missedSentence } from './eventSentence.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { PieceComments } from './PieceComments.tsx'
import { PieceStyle } from './PieceStyle.tsx'
import { PublicTimes } from './PublicTimes.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { ReviewLinks } from './ReviewLinks.tsx'
import { codeOf, refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/** In the sidebar of a piece: which sign-offs count for the text as it is, what is due, and who did what when. */
export function PiecePanel() {
  const { say } = useWords()
  const modified = useFormModified()
  const { saving } = useOpenDocument()
  const open = useOpenPiece()
  const view = open?.state.view
  const problem = open?.state.problem
  if (open && !view && problem)
    return <NotLoaded code={codeOf(problem)} onAgain={() => open.look()} what={say('loading:piece')} />
  if (!open || !view) return null
  const isStored = !modified && !saving && !open.state.outdated
  return (
    <section aria-label={say('general:workflow')} className="imp-panel">
      <h2>{say('general:workflow')}</h2>
      {view.dossier.stage === 'changes_requested' && <SentBack key={view.dossier.seq} piece={open.piece} />}
      <PieceComments piece={open.piece} />
      <ReviewLinks digest={isStored ? open.base : null} piece={open.piece} />
      <PieceStyle digest={view.transitions.digest} onChanged={open.look} piece={open.piece} />
      <Facts dossier={view.dossier} />
      {mayRelease(view) && (
        <p>
          <AddToRelease pieces={[open.piece]} />
        </p>
      )}
      <History key={view.dossier.seq} piece={open.piece} />
    </section>
  )
}

/** Whether the asker puts pieces into releases, as editors and publishers do, and this one has something that could go out. */
function mayRelease({ dossier: { stage }, transitions }: NonNullable<PieceState['view']>): boolean {
  const isTheirs = transitions.transitions.some(
    ({ blockers, name }) =>
      (name === 'spike' || name === 'publish') && blockers.every(({ code }) => code !== 'forbidden'),
  )
  return isTheirs && !OVER.has(stage)
}

/** Stages from which nothing waits to go out. */
const OVER: ReadonlySet<Stage> = new Set(['published', 'withdrawn', 'retracted', 'spiked'])

/** Why it came back, before anything else. */
function SentBack({ piece }: { piece: Piece }) {
  const { desk } = useDesk()
  const nameOf = useNameOf()
  const { say } = useWords()
  const [event, setEvent] = useState<WorkflowEvent | null>(null)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const { collection, id } = piece
  const look = useCallback(async () => {
    try {
      const events = await desk.api.events({ collection, id })
      const last = events.findLast(({ transition }) => transition === 'request_changes')
      if (last) desk.askNames([last.actor])
      setEvent(last ?? null)
      setProblem(null)
    } catch (error) {
      setProblem(refusalFrom(error))
    }
  }, [collection, desk, id])
  useEffect(() => {
    void look()
  }, [look])
  if (problem) return <NotLoaded code={codeOf(problem)} onAgain={look} what={say('loading:reason')} />
  if (!event) return null
  return (
    <div className="imp-note imp-note--warning">
      <p>{inSentence(say, 'panel:sent_back', { at: <LocalTime at={event.at} /> }, { who: nameOf(event.actor) })}</p>
      <p className="imp-comment__text" dir="auto">
        {event.reason}
      </p>
    </div>
  )
}

function Facts({ dossier }: { dossier: DossierView }) {
  const words = useWords()
  const { say } = words
  const nameOf = useNameOf()
  const { digest, fastTracked, live, missed, retraction, schedule, signOffs, stage, stageSince, writers } = dossier
  const counting = signOffs.filter((each) => each.digest === digest)
  return (
    <dl className="imp-facts">
      <dt>{say('panel:stage_since', { stage: say(`stages:${stage}`) })}</dt>
      <dd>
        <LocalTime at={stageSince} />
      </dd>
      <PublicTimes live={live} schedule={schedule} />
      {fastTracked && <FastTracked fastTracked={fastTracked} isLive={live?.event === fastTracked.event} />}
      {missed && (
        <>
          <dt>{say('panel:did_not_go_out')}</dt>
          <dd>
            {inSentence(
              say,
              'panel:missed_at',
              { at: <LocalTime at={missed.due} /> },
              { why: missedSentence(missed, nameOf(missed.by), words) },
            )}
          </dd>
        </>
      )}
      {retraction && (
        <>
          <dt>{say('panel:notice')}</dt>
          <dd dir="auto">{retraction.notice}</dd>
        </>
      )}
      {writers.length > 0 && (
        <>
          <dt>{say('general:written_by')}</dt>
          <dd>{writers.map(nameOf).join(', ')}</dd>
        </>
      )}
      {!OVER.has(stage) && (
        <>
          <dt>{say('panel:signed_off')}</dt>
          <dd>{counting.length === 0 ? say('panel:by_nobody') : <SignedBy signOffs={counting} />}</dd>
        </>
      )}
    </dl>
  )
}

/** What went out without a review, why, and who has reviewed it since. */
function FastTracked({
  fastTracked,
  isLive,
}: {
  fastTracked: NonNullable<DossierView['fastTracked']>
  isLive: boolean
}) {
  const nameOf = useNameOf()
  const { say } = useWords()
  const { at, by, reason, reviewedAt, signOffs } = fastTracked
  return (
    <>
      <dt>{say(isLive ? 'panel:went_out_unreviewed' : 'panel:was_public_unreviewed')}</dt>
      <dd>
        {inSentence(
          say,
          'panel:sent_out',
          { at: <LocalTime at={at} />, reason: <bdi>{reason}</bdi> },
          { who: nameOf(by) },
        )}
      </dd>
      <dt>{say('panel:reviewed_afterwards')}</dt>
      <dd>
        {signOffs.length > 0 && <SignedBy signOffs={signOffs} />}
        {reviewedAt === null && say(isLive ? 'panel:not_yet' : 'panel:no')}
      </dd>
    </>
  )
}

function SignedBy({ signOffs }: { signOffs: readonly SignOff[] }) {
  const nameOf = useNameOf()
  const { named, say } = useWords()
  return (
    <ul className="imp-list">
      {signOffs.map(({ at, by, review }) => (
        <li key={`${by} ${review}`}>
          {inSentence(
            say,
            'panel:signed_by',
            { at: <LocalTime at={at} /> },
            { who: nameOf(by), review: named('reviews', review) },
          )}
        </li>
      ))}
    </ul>
  )
}

type Told = { readonly events: readonly WorkflowEvent[] } | { readonly refusal: Refusal } | 'waiting' | 'closed'

function History({ piece }: { piece: Piece }) {
  const { desk } = useDesk()
  const { say } = useWords()
  const [told, setTold] = useState<Told>('closed')

  const open = async (): Promise<void> => {
    setTold('waiting')
    try {
      const events = await desk.api.events(piece)
      desk.askNames(events.map((event) => event.actor))
      setTold({ events })
    } catch (error) {
      setTold({ refusal: refusalFrom(error) })
    }
  }

  return (
    <details
      className="imp-history"
      onToggle={(event) => {
        if (event.currentTarget.open) void open()
      }}
    >
      <summary>{say('general:who_did_what')}</summary>
      {told === 'waiting' && <p role="status">{say('general:wait')}</p>}
      {typeof told === 'object' && 'refusal' in told && <RefusalNote refusal={told.refusal} />}
      {typeof told === 'object' && 'events' in told && <EventList events={told.events} />}
    </details>
  )
}
