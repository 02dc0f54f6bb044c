'use client'

import { Link, toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TransitionName } from '../domain/workflow/index.ts'
import type { Say } from '../translations/index.ts'
import { useDesk } from './DeskContext.tsx'
import { BulkMoves } from './BulkMoves.tsx'
import { focusBack } from './focusBack.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { useRouter } from './payload3/browserRouter.ts'
import type { QueueRow } from './queueRow.ts'
import { refusalFrom, sentencesOf } from './refusal.ts'
import { StageMarks } from './StageMarks.tsx'
import { useMoves } from './useMoves.tsx'
import { useWords } from './useWords.ts'

const keyOf = ({ collection, id }: Pick<QueueRow, 'collection' | 'id'>): string => `${collection}:${id}`

/** The queue as a list, with what can be done with a piece in its row, and with several at once. */
export function QueueTable({
  bulk,
  mayRelease,
  rows,
}: {
  bulk: readonly TransitionName[]
  /** Whether the asker puts pieces into releases. */
  mayRelease: boolean
  rows: readonly QueueRow[]
}) {
  const { desk } = useDesk()
  const words = useWords()
  const { say } = words
  const router = useRouter()
  const { busy, dialogs, showAll } = useMoves()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const table = useRef<HTMLTableElement>(null)

  const choose = (key: string, on: boolean): void => {
    setChosen(new Set(on ? [...chosen, key] : [...chosen].filter((each) => each !== key)))
  }
  const claim = async (row: QueueRow, take: boolean): Promise<void> => {
    try {
      await desk.api.assign(row, { claim: take })
      toast.success(say(take ? 'queue:taken' : 'queue:given_back'))
    } catch (error) {
      toast.error(sentencesOf(refusalFrom(error), words).join(' '))
    }
    router.refresh()
  }

  return (
    <>
      <BulkMoves
        mayRelease={mayRelease}
        moves={bulk}
        onDone={() => {
          // What was pressed goes with what was chosen.
          flushSync(() => {
            setChosen(new Set())
          })
          focusBack(table.current, { preventScroll: true })
        }}
        pieces={rows.filter((row) => chosen.has(keyOf(row)))}
      />
      <table aria-label={say('queue:title')} className="imp-table imp-queue" ref={table} tabIndex={-1}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('queue:headline')}</th>
            <th scope="col">{say('general:stage')}</th>
            <th scope="col">{say('queue:for_how_long')}</th>
            <th scope="col">{say('queue:goes_out')}</th>
            <th scope="col">{say('general:written_by')}</th>
            <th scope="col">{say('queue:with')}</th>
            <th scope="col">{say('queue:actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td className="imp-queue__choice">
                <input
                  aria-label={say('queue:choose', { title: row.title })}
                  checked={chosen.has(keyOf(row))}
                  onChange={(event) => {
                    choose(keyOf(row), event.target.checked)
                  }}
                  type="checkbox"
                />
              </td>
              <th scope="row">
                <Link href={row.href} prefetch={false}>
                  {row.title}
                </Link>
                <span className="imp-queue__about imp-quiet">{aboutRow(row, say)}</span>
              </th>
              <td data-label={say('general:stage')}>
                <StageMarks mark={row.mark} />
                {row.waitsFor !== null && (
                  <span className="imp-waiting">{say('queue:waits_for', { reviews: row.waitsFor })}</span>
                )}
                {row.missed && (
                  <span className="imp-quiet">
                    {' '}
                    {inSentence(
                      say,
                      'queue:did_not_go_out',
                      { at: <LocalTime at={row.missed.at} /> },
                      { why: row.missed.why },
                    )}
                  </span>
                )}
              </td>
              <td data-label={say('queue:for_how_long')}>
                {row.age}
                <span className="imp-quiet">
                  {' '}
                  {inSentence(say, 'queue:since', { at: <LocalTime at={row.since} /> })}
                </span>
                {row.unreviewed !== null && (
                  <span className={row.late ? 'imp-overdue' : 'imp-waiting'}>
                    {say(row.late ? 'queue:overdue_for' : 'queue:unreviewed_for', { age: row.unreviewed })}
                  </span>
                )}
              </td>
              <td data-label={say('queue:goes_out')}>
                {row.goesOut === null ? <span className="imp-quiet">–</span> : <LocalTime at={row.goesOut} />}
                {row.dueAt !== null && (
                  <span className={row.overdue ? 'imp-overdue' : 'imp-waiting'}>
                    {inSentence(say, row.overdue ? 'queue:was_due' : 'queue:due', { at: <LocalTime at={row.dueAt} /> })}
                  </span>
                )}
              </td>
              <td data-label={say('general:written_by')}>{row.writers}</td>
              <td data-label={say('queue:with')}>
                {row.assignees === '' ? <span className="imp-quiet">{say('people:nobody')}</span> : row.assignees}
              </td>
              <td className="imp-queue__actions">
                {row.holder !== 'other' && (
                  <RowButton
                    label={say(row.holder === 'me' ? 'queue:give_back' : 'queue:take')}
                    onClick={() => void claim(row, row.holder === 'nobody')}
                    title={row.title}
                  />
                )}
                <RowButton
                  disabled={busy}
                  label={say('queue:move')}
                  onClick={() => void showAll(row)}
                  opens
                  title={row.title}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dialogs}
    </>
  )
}

function aboutRow({ filed, isNew, kind, urgent, words }: QueueRow, say: Say): string {
  return [
    kind,
    say(isNew ? 'queue:new' : 'queue:changed'),
    ...filed,
    ...(words === null ? [] : [say('general:words', { count: words })]),
    ...(urgent === null ? [] : [say(`queue:${urgent}`)]),
  ].join(' · ')
}

function RowButton({
  disabled = false,
  label,
  onClick,
  opens = false,
  title,
}: {
  disabled?: boolean
  label: string
  onClick: () => void
  opens?: boolean
  title: string
}) {
  const { say } = useWords()
  return (
    <button
      aria-haspopup={opens ? 'dialog' : undefined}
      aria-label={say('queue:act_on', { act: label, title })}
      className="btn btn--style-secondary btn--size-small btn--no-margin"
      disabled={disabled}
      onClick={onClick}
      type="button"
    >
      {label}
    </button>
  )
}
