'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import type { Companion, CompanionsView, Piece } from './deskApi.ts'
import { chosenAlong, goes, moveOf, type Ticked } from './chosenAlong.ts'
import { keyOf } from './createDesk.ts'
import { useDesk } from './DeskContext.tsx'
import { inNewsroomTime } from './inNewsroomTime.ts'
import { Reasons } from './Reasons.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { useWords } from './useWords.ts'

export type Along = {
  /** Null: not known yet, or not asked for. */
  readonly view: CompanionsView | null
  readonly problem: Refusal | null
  readonly isLoading: boolean
  readonly chosen: readonly Companion[]
  readonly choose: (companion: Companion, goes: boolean) => void
  readonly chooseAll: () => void
}

/** A text that somebody has before them. */
export type ShownPiece = Piece & { readonly digest: string }

const MAKE_PUBLIC: readonly string[] = ['publish', 'schedule']
const NONE: readonly ShownPiece[] = []

/**
 * What is not public and can go the same way as a piece in the same step. Chosen from the start is what the piece needs; of a submission
 * what the person wrote, too; of a sign-off all texts that they have before them, and nothing else is offered.
 */
export function useAlong(piece: Piece, move: Option, shown: readonly ShownPiece[] = NONE): Along {
  const { desk } = useDesk()
  const { collection, id } = piece
  const isSignOff = move.name === 'sign_off'
  const isAsked = MAKE_PUBLIC.includes(move.name) || move.name === 'submit' || (isSignOff && shown.length > 0)
  const [view, setView] = useState<CompanionsView | null>(null)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const [ticked, setTicked] = useState<Ticked>({})
  useEffect(() => {
    if (!isAsked) return undefined
    let here = true
    desk.api.companions({ collection, id }).then(
      (found) => {
        if (!here) return
        setView({ ...found, docs: found.docs.filter((each) => isOffered(each, move, shown)) })
      },
      (error: unknown) => {
        if (here) setProblem(refusalFrom(error))
      },
    )
    return () => {
      here = false
    }
  }, [collection, desk, id, isAsked, move, shown])
  return {
    view,
    problem,
    isLoading: isAsked && view === null && problem === null,
    chosen: chosenAlong(view?.docs ?? [], move, ticked),
    choose: (companion, isToGo) => {
      setTicked({ ...ticked, [keyOf(companion)]: isToGo })
    },
    chooseAll: () => {
      setTicked(Object.fromEntries((view?.docs ?? []).map((each) => [keyOf(each), true])))
    },
  }
}

/** In the dialog of a move: what is not public yet, and a box for each that can go along. */
export function GoesAlong({ along, move }: { readonly along: Along; readonly move: Option }) {
  const { say } = useWords()
  const { chosen, isLoading, problem, view } = along
  if (isLoading) return <p role="status">{say('along:looking')}</p>
  if (problem) return <RefusalNote refusal={problem} />
  if (!view || view.docs.length === 0) return null
  const makesPublic = MAKE_PUBLIC.includes(move.name)
  const needed = view.docs.filter((each) => each.needed)
  const canGo = view.docs.filter((each) => goes(each, move))
  const left = (makesPublic ? needed : []).filter(
    (each) => !chosen.includes(each) && !(move.name === 'schedule' && each.scheduledAt !== null),
  )
  return (
    <>
      <Companions along={along} docs={needed} move={move} title={say('along:needed')} />
      <Companions
        along={along}
        docs={view.docs.filter((each) => !each.needed)}
        move={move}
        title={say('along:others')}
      />
      {canGo.length > 1 && (
        <p>
          <Button buttonStyle="secondary" margin={false} onClick={along.chooseAll} size="small">
            {say('along:all')}
          </Button>
        </p>
      )}
      <div role="status">
        {left.length > 0 && (
          <p className="imp-note imp-note--warning">
            {say(move.name === 'schedule' ? 'along:left_later' : 'along:left', {
              titles: left
                .map(({ title }) => say('general:quoted', { text: title ?? say('general:untitled') }))
                .join(', '),
            })}
          </p>
        )}
      </div>
    </>
  )
}

function Companions({
  along: { choose, chosen },
  docs,
  move,
  title,
}: {
  readonly along: Along
  readonly docs: readonly Companion[]
  readonly move: Option
  readonly title: string
}) {
  const { timeZone } = useDesk()
  const { locale, say } = useWords()
  const id = useId()
  if (docs.length === 0) return null
  return (
    <fieldset className="imp-along">
      <legend>{title}</legend>
      {docs.map((each) => {
        const own = `${id}-${each.collection}-${each.id}`
        const name = <bdi>{each.title ?? say('general:untitled')}</bdi>
        const stage = each.scheduledAt
          ? say('along:scheduled', { at: inNewsroomTime(each.scheduledAt, timeZone, locale) })
          : say(`stages:${each.stage}`)
        return goes(each, move) ? (
          <div className="imp-along__one" key={own}>
            <input
              checked={chosen.includes(each)}
              id={own}
              onChange={(event) => {
                choose(each, event.target.checked)
              }}
              type="checkbox"
            />
            <label htmlFor={own}>
              {name} <span className="imp-quiet">{stage}</span>
            </label>
          </div>
        ) : (
          <div className="imp-along__one" key={own}>
            <div>
              {name} <span className="imp-quiet">{stage}</span>
              {each.scheduledAt === null && <Reasons blockers={moveOf(each, move)?.blockers ?? []} />}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

function isOffered(companion: Companion, move: Option, shown: readonly ShownPiece[]): boolean {
  if (MAKE_PUBLIC.includes(move.name)) return true
  if (!goes(companion, move)) return false
  if (move.name === 'submit') return true
  const { collection, digest, id } = companion
  return shown.some((each) => each.collection === collection && each.id === id && each.digest === digest)
}
