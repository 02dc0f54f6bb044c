'use client'

import { useState } from 'react'
import type { WorkflowEvent } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import type { Piece } from './deskApi.ts'
import { useDesk, useNameOf, useOpenPiece } from './DeskContext.tsx'
import { EventList } from './EventList.tsx'
import { missedSentence, reviewLabel } from './eventSentence.ts'
import { LocalTime } from './LocalTime.tsx'
import { PublicTimes } from './PublicTimes.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'

/** In the sidebar of a piece: which sign-offs count for the text as it is, what is due, and who did what when. */
export function PiecePanel() {
  const open = useOpenPiece()
  const view = open?.state.view
  if (!open || !view) return null
  return (
    <section aria-label="Workflow" className="imp-panel">
      <h2>Workflow</h2>
      <Facts dossier={view.dossier} />
      <History key={view.dossier.seq} piece={open.piece} />
    </section>
  )
}

function Facts({ dossier }: { dossier: DossierView }) {
  const { stageLabels } = useDesk()
  const nameOf = useNameOf()
  const { digest, fastTracked, live, missed, retraction, schedule, signOffs, stage, stageSince, writers } = dossier
  const counting = signOffs.filter((each) => each.digest === digest)
  return (
    <dl className="imp-facts">
      <dt>{stageLabels[stage]} since</dt>
      <dd>
        <LocalTime at={stageSince} />
      </dd>
      <PublicTimes live={live} schedule={schedule} />
      {fastTracked && <FastTracked fastTracked={fastTracked} isLive={live?.event === fastTracked.event} />}
      {missed && (
        <>
          <dt>Did not go out</dt>
          <dd>
            at <LocalTime at={missed.due} />: {missedSentence(missed, nameOf(missed.by))}
          </dd>
        </>
      )}
      {retraction && (
        <>
          <dt>Notice to readers</dt>
          <dd>{retraction.notice}</dd>
        </>
      )}
      {writers.length > 0 && (
        <>
          <dt>Written by</dt>
          <dd>{writers.map(nameOf).join(', ')}</dd>
        </>
      )}
      {stage !== 'published' && (
        <>
          <dt>Signed off for this text</dt>
          <dd>
            {counting.length === 0 ? (
              'by nobody yet'
            ) : (
              <ul className="imp-list">
                {counting.map((each) => (
                  <li key={`${each.by} ${each.review}`}>
                    {nameOf(each.by)} ({reviewLabel(each.review)}), <LocalTime at={each.at} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
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
  const { at, by, reason, reviewedAt, signOffs } = fastTracked
  return (
    <>
      <dt>{isLive ? 'Went out without a review' : 'Was public without a review'}</dt>
      <dd>
        <LocalTime at={at} />, by {nameOf(by)}: “{reason}”
      </dd>
      <dt>Reviewed afterwards</dt>
      <dd>
        {signOffs.length > 0 && (
          <ul className="imp-list">
            {signOffs.map((each) => (
              <li key={`${each.by} ${each.review}`}>
                {nameOf(each.by)} ({reviewLabel(each.review)}), <LocalTime at={each.at} />
              </li>
            ))}
          </ul>
        )}
        {reviewedAt === null && (isLive ? 'not yet' : 'no')}
      </dd>
    </>
  )
}

type Told = { readonly events: readonly WorkflowEvent[] } | { readonly refusal: Refusal } | 'waiting' | 'closed'

function History({ piece }: { piece: Piece }) {
  const { desk } = useDesk()
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
      <summary>Who did what</summary>
      {told === 'waiting' && <p role="status">One moment …</p>}
      {typeof told === 'object' && 'refusal' in told && <RefusalNote refusal={told.refusal} />}
      {typeof told === 'object' && 'events' in told && <EventList events={told.events} />}
    </details>
  )
}
