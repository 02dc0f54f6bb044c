'use client'

import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import type { Stage } from '../domain/workflow/index.ts'
import type { QueueRow } from './queueRow.ts'
import { useMoves } from './useMoves.tsx'
import { useWords } from './useWords.ts'

/**
 * The queue as a board, a column for each stage. A piece that is dragged to another column is moved as far as a move leads there that this
 * person may make; where none does, the reasons are told. “Move” does the same by keyboard.
 */
export function QueueBoard({ rows, stages }: { rows: readonly QueueRow[]; stages: readonly Stage[] }) {
  const { say } = useWords()
  const { busy, dialogs, moveTo, showAll } = useMoves()
  const [dragged, setDragged] = useState<QueueRow | null>(null)
  const [over, setOver] = useState<Stage | null>(null)
  return (
    <div className="imp-board">
      {stages.map((stage) => {
        const own = rows.filter(({ mark }) => mark.stage === stage)
        return (
          <section
            aria-labelledby={`imp-board-${stage}`}
            className={`imp-board__column${over === stage ? ' imp-board__column--over' : ''}`}
            key={stage}
            onDragLeave={() => {
              setOver(null)
            }}
            onDragOver={(event) => {
              if (!dragged || dragged.mark.stage === stage) return
              event.preventDefault()
              setOver(stage)
            }}
            onDrop={(event) => {
              event.preventDefault()
              setOver(null)
              if (dragged && dragged.mark.stage !== stage) void moveTo(dragged, stage)
              setDragged(null)
            }}
          >
            <h2 id={`imp-board-${stage}`}>
              {say(`stages:${stage}`)} <span className="imp-quiet">{own.length}</span>
            </h2>
            <ul className="imp-list">
              {own.map((row) => (
                <li
                  draggable
                  key={`${row.collection}:${row.id}`}
                  onDragEnd={() => {
                    setDragged(null)
                    setOver(null)
                  }}
                  onDragStart={() => {
                    setDragged(row)
                  }}
                >
                  <Link href={row.href} prefetch={false}>
                    {row.title}
                  </Link>
                  <p className="imp-quiet">{[row.kind, row.age, row.writers].join(' · ')}</p>
                  <button
                    aria-haspopup="dialog"
                    aria-label={say('queue:act_on', { act: say('queue:move'), title: row.title })}
                    className="btn btn--style-secondary btn--size-small btn--no-margin"
                    disabled={busy}
                    onClick={() => void showAll(row)}
                    type="button"
                  >
                    {say('queue:move')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {dialogs}
    </div>
  )
}
