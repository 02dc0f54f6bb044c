'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Option, Stage } from '../domain/workflow/index.ts'
import { arrangeMoves } from './arrangeMoves.ts'
import { keyOf, type PieceState } from './createDesk.ts'
import type { Companion, Piece } from './deskApi.ts'
import { useDesk } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { moveAlong } from './moveAlong.ts'
import { MoveDialog, type MoveDetails } from './MoveDialog.tsx'
import { MovesDialog } from './MovesDialog.tsx'
import { nameOfMove, questionOf } from './moveTexts.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { useRouter } from './payload3/browserRouter.ts'
import { refusalFrom, type Refusal } from './refusal.ts'
import { reviewAddress } from './reviewAddress.ts'
import { focusMain } from './SkipLink.tsx'
import { useWords } from './useWords.ts'

type View = NonNullable<PieceState['view']>

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly title: string; readonly refusal: Refusal }
  | { readonly kind: 'all'; readonly piece: Piece; readonly view: View }
  | {
      readonly kind: 'move'
      readonly piece: Piece
      readonly view: View
      readonly move: Option
      readonly refusal: Refusal | null
    }

const NOTHING: Shown = { kind: 'nothing' }

/**
 * Moves of pieces that are no open form, such as those of the queue: all that can be done with one, or the move that leads to a stage, each
 * with the same questions and reasons as in the form. The page is read again after a move. A text is signed off where it is read: that move
 * leads to its review.
 *
 * `dialogs` has to be rendered.
 */
export function useMoves(): {
  readonly busy: boolean
  readonly showAll: (piece: Piece) => Promise<void>
  readonly moveTo: (piece: Piece, stage: Stage) => Promise<void>
  readonly dialogs: ReactNode
} {
  const { config } = useConfig()
  const { desk } = useDesk()
  const { say } = useWords()
  const router = useRouter()
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [busy, setBusy] = useState(false)
  /** The same as `busy`, known at once. */
  const runs = useRef(false)
  const isMoved = useRef(false)
  const close = (): void => {
    setShown(NOTHING)
  }
  // The row that was moved may be gone, and the focus with it.
  useEffect(() => {
    if (!isMoved.current || busy) return
    isMoved.current = false
    if (document.activeElement === document.body) focusMain()
  })

  const run = async <T,>(work: () => Promise<T>): Promise<T> => {
    runs.current = true
    setBusy(true)
    try {
      return await work()
    } finally {
      runs.current = false
      setBusy(false)
    }
  }
  /** One at a time: the question of a second one would take the place of the first. */
  const look = async (piece: Piece): Promise<View | null> => {
    if (runs.current) {
      toast.info(say('move:one_at_a_time'))
      return null
    }
    const { problem, view } = await run(() => desk.look(piece, null))
    if (view && !problem) return view
    if (problem) setShown({ kind: 'refused', title: say('move:nothing_done'), refusal: problem })
    return null
  }
  const make = async (
    piece: Piece,
    view: View,
    move: Option,
    details: MoveDetails,
    along: readonly Companion[] = [],
  ): Promise<boolean> => {
    const digest = move.actsOn === 'live' ? view.transitions.live : view.transitions.digest
    if (digest === null || runs.current) return false
    try {
      const input = { transition: move.name, digest, ...details }
      const { dossier } = await run(() => moveAlong(desk.api, piece, input, along))
      close()
      isMoved.current = true
      toast.success(say('move:done', { move: say(nameOfMove(move)), stage: say(`stages:${dossier.stage}`) }))
      router.refresh()
      return true
    } catch (error) {
      const refusal = refusalFrom(error)
      setShown(
        questionOf(move) === null
          ? { kind: 'refused', title: say('move:not_done', { move: say(nameOfMove(move)) }), refusal }
          : { kind: 'move', piece, view, move, refusal },
      )
      return false
    }
  }
  const choose = (piece: Piece, view: View, move: Option): void => {
    if (move.name === 'sign_off') {
      close()
      router.push(reviewAddress(config.routes.admin, piece, move.actsOn === 'live'))
    } else if (questionOf(move) === null) void make(piece, view, move, {})
    else setShown({ kind: 'move', piece, view, move, refusal: null })
  }
  const moveTo = async (piece: Piece, stage: Stage): Promise<void> => {
    const view = await look(piece)
    if (!view) return
    const leading = view.transitions.transitions.filter((each) => each.to === stage)
    const allowed = leading.find((each) => each.allowed)
    if (allowed) choose(piece, view, allowed)
    else {
      const blockers = leading.flatMap((each) => each.blockers)
      const sentences = blockers.length > 0 ? blockers.map(({ message }) => message) : [say('move:none_leads_there')]
      setShown({
        kind: 'refused',
        title: say('move:not_to', { stage: say(`stages:${stage}`) }),
        refusal: { status: 409, sentences: [...new Set(sentences)], blockers: [] },
      })
    }
  }

  return {
    busy,
    moveTo,
    showAll: async (piece) => {
      const view = await look(piece)
      if (view) setShown({ kind: 'all', piece, view })
    },
    dialogs: (
      <>
        {shown.kind === 'all' && (
          <MovesDialog
            moves={arrangeMoves(shown.view.transitions.transitions)}
            onChoose={(move) => {
              choose(shown.piece, shown.view, move)
            }}
            onClose={close}
            stage={shown.view.transitions.stage}
          />
        )}
        {shown.kind === 'move' && (
          <MoveDialog
            busy={busy}
            dossier={shown.view.dossier}
            isNamed
            key={`${keyOf(shown.piece)} ${shown.move.name}`}
            move={shown.move}
            onClose={close}
            onMove={(details, along) => make(shown.piece, shown.view, shown.move, details, along)}
            piece={shown.piece}
            refusal={shown.refusal}
          />
        )}
        {shown.kind === 'refused' && (
          <Dialog onClose={close} title={shown.title}>
            <RefusalNote refusal={shown.refusal} />
            <div className="imp-dialog__controls">
              <button
                className="btn btn--style-secondary btn--size-medium btn--no-margin"
                onClick={close}
                type="button"
              >
                {say('general:close')}
              </button>
            </div>
          </Dialog>
        )}
      </>
    ),
  }
}
