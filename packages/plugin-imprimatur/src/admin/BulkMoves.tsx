'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Option, TransitionName } from '../domain/workflow/index.ts'
import { AddToRelease } from './AddToRelease.tsx'
import { useDesk } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { useRouter } from './payload3/browserRouter.ts'
import type { QueueRow } from './queueRow.ts'
import { refusalFrom, sentencesOf } from './refusal.ts'
import { useWords } from './useWords.ts'

type Outcome = { readonly title: string; readonly said: string; readonly done: boolean }

/**
 * One move for several pieces: each is asked for by itself with the text that stands now, and what became of each is said. A sign-off is not
 * among them: it is for a text that somebody has read.
 */
export function BulkMoves({
  mayRelease,
  moves,
  onDone,
  pieces,
}: {
  mayRelease: boolean
  moves: readonly TransitionName[]
  onDone: () => void
  pieces: readonly QueueRow[]
}) {
  const { desk } = useDesk()
  const words = useWords()
  const { said, say } = words
  const router = useRouter()
  /** How many are done of those that are being moved; null: none are. */
  const [done, setDone] = useState<number | null>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null)

  const moveOne = async (row: QueueRow, name: TransitionName): Promise<Outcome> => {
    const outcome = (said: string, done: boolean): Outcome => ({ title: row.title, said, done })
    try {
      const { digest, transitions } = await desk.api.transitions(row)
      const move = transitions.find((each: Option) => each.name === name)
      if (!move?.allowed) return outcome(move?.blockers.map(({ message }) => said(message)).join(' ') ?? '', false)
      const { dossier } = await desk.api.move(row, { transition: name, digest })
      return outcome(say('bulk:now_at', { stage: say(`stages:${dossier.stage}`) }), true)
    } catch (error) {
      return outcome(sentencesOf(refusalFrom(error), words).join(' '), false)
    }
  }
  const moveAll = async (name: TransitionName): Promise<void> => {
    const all: Outcome[] = []
    for (const row of pieces) {
      setDone(all.length)
      all.push(await moveOne(row, name))
    }
    setDone(null)
    setOutcomes(all)
    router.refresh()
  }

  return (
    <>
      {pieces.length > 0 && (
        <div aria-label={say('bulk:label')} className="imp-bulk" role="group">
          <span role="status">
            {done === null
              ? say('bulk:chosen', { count: pieces.length })
              : say('bulk:moving', { done, all: pieces.length })}
          </span>
          {moves.map((name) => (
            <Button
              buttonStyle="secondary"
              disabled={done !== null}
              key={name}
              margin={false}
              onClick={() => void moveAll(name)}
              size="small"
            >
              {say(`moves:${name}`)}
            </Button>
          ))}
          {mayRelease && <AddToRelease disabled={done !== null} onDone={onDone} pieces={pieces} />}
        </div>
      )}
      {outcomes && (
        <Dialog
          onClose={() => {
            setOutcomes(null)
            onDone()
          }}
          title={say('bulk:done', { done: outcomes.filter(({ done }) => done).length, all: outcomes.length })}
        >
          <dl>
            {outcomes.map(({ said, title }, at) => (
              <div key={at}>
                <dt>{title}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
          <div className="imp-dialog__controls">
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => {
                setOutcomes(null)
                onDone()
              }}
            >
              {say('general:close')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
