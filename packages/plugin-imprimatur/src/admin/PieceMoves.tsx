'use client'

import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import type { DossierView } from '../access/index.ts'
import { arrangeMoves, isHeldByOthers } from './arrangeMoves.ts'
import { goes } from './chosenAlong.ts'
import type { Companion } from './deskApi.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { isDialogOpen } from './keys.ts'
import { moveAlong } from './moveAlong.ts'
import { MoveDialog, type MoveDetails } from './MoveDialog.tsx'
import { MovesDialog } from './MovesDialog.tsx'
import { nameOfMove, questionOf } from './moveTexts.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/** What a move is asked for. */
type Asked = {
  /** Of what is in the form, or of what readers have. */
  readonly digest: string | null
  readonly dossier: DossierView
}

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'move'
      readonly move: Option
      readonly of: Asked
      readonly refusal: Refusal | null
    }
  | { readonly kind: 'refused'; readonly move: Option; readonly refusal: Refusal }

const NOTHING: Shown = { kind: 'nothing' }

/**
 * The moves of the open piece: the one that it is waiting for as a button, the others a click away, and why the rest is
 * not open. They are about the text as it is stored, so there are none while the form holds something else.
 */
export function PieceMoves() {
  const { isTrashed, setData } = useDocumentInfo()
  const modified = useFormModified()
  const { saving } = useOpenDocument()
  const { desk } = useDesk()
  const words = useWords()
  const { say } = words
  const open = useOpenPiece()
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [busy, setBusy] = useState(false)
  const why = useId()
  const isMoved = useRef(false)
  useActionsKey(() => {
    setShown((before) => (before.kind === 'nothing' && open?.state.view && !busy ? { kind: 'all' } : before))
  })
  // The button that was pressed may be gone.
  useEffect(() => {
    if (!isMoved.current || busy) return
    isMoved.current = false
    if (document.activeElement !== document.body) return
    const next = document.getElementById('action-move') ?? document.getElementById('action-moves')
    next?.focus()
  })
  /** Whether the form holds what is stored, so that it can be moved; what is drawn, and the same, known after a wait. */
  const isStored = !modified && !saving && open?.state.outdated === false && open.base !== null
  const isStoredNow = useRef(isStored)
  useLayoutEffect(() => {
    isStoredNow.current = isStored
  })

  if (!open || isTrashed) return null
  const { base, look, piece, state } = open
  const { outdated, problem, view } = state
  if (!view) {
    return problem ? (
      <Button buttonStyle="secondary" margin={false} onClick={() => void look()} size="medium">
        {say('actions:look_again')}
      </Button>
    ) : null
  }
  const { transitions } = view
  const moves = arrangeMoves(transitions.transitions)
  const held = moves.leading ? undefined : moves.held[0]

  const askedFor = (move: Option): Asked => ({
    digest: move.actsOn === 'live' ? transitions.live : base,
    dossier: view.dossier,
  })
  const make = async (
    move: Option,
    of: Asked,
    details: MoveDetails,
    along: readonly Companion[] = [],
  ): Promise<boolean> => {
    const { digest } = of
    if (digest === null || busy) return false
    // Somebody may have typed on while it was looked up what goes along.
    if (!isStoredNow.current) {
      setShown({ kind: 'all' })
      return false
    }
    setBusy(true)
    try {
      const { doc, dossier } = await moveAlong(desk.api, piece, { transition: move.name, digest, ...details }, along)
      setShown(NOTHING)
      toast.success(say('move:done', { move: say(nameOfMove(move)), stage: say(`stages:${dossier.stage}`) }))
      // Not by loading the page again: that would replace what somebody has begun to type meanwhile.
      setData(doc)
      await look()
      isMoved.current = true
      return true
    } catch (error) {
      const refusal = refusalFrom(error)
      setShown({ kind: questionOf(move) === null && along.length === 0 ? 'refused' : 'move', move, of, refusal })
      // Nobody waits for this: what is shown is the refusal.
      void look()
      return false
    } finally {
      setBusy(false)
    }
  }
  const ask = (move: Option): void => {
    setShown({ kind: 'move', move, of: askedFor(move), refusal: null })
  }
  /** Asks first where something could go to review together with it. */
  const submit = async (move: Option): Promise<void> => {
    setBusy(true)
    const found = await desk.api.companions(piece).catch(() => null)
    setBusy(false)
    // Where that cannot be told, its question looks again, and says why it does not succeed.
    if (!found || found.docs.some((each) => goes(each, move))) ask(move)
    else await make(move, askedFor(move), {})
  }
  const choose = (move: Option): void => {
    if (busy) return
    if (questionOf(move) === null) {
      setShown(NOTHING)
      void (move.name === 'submit' ? submit(move) : make(move, askedFor(move), {}))
    } else ask(move)
  }
  const close = (): void => {
    setShown(NOTHING)
  }
  const showAll = (): void => {
    setShown({ kind: 'all' })
  }

  const offers = (
    <>
      {moves.leading && (
        <Button
          disabled={busy}
          id="action-move"
          margin={false}
          onClick={() => {
            if (moves.leading) choose(moves.leading)
          }}
          size="medium"
        >
          {say(nameOfMove(moves.leading))}
        </Button>
      )}
      {held && (
        <>
          <span className="imp-for-ears" id={why}>
            {held.blockers.map((blocker) => words.said(blocker.message)).join(' ')}
          </span>
          {isHeldByOthers(held) ? (
            <Button
              disabled={busy}
              extraButtonProps={{ 'aria-describedby': why }}
              id="action-move"
              margin={false}
              onClick={() => {
                choose(held)
              }}
              size="medium"
            >
              {say('along:publish')}
            </Button>
          ) : (
            <Blocked describedBy={why}>{say(nameOfMove(held))}</Blocked>
          )}
          <button aria-haspopup="dialog" className="imp-why" onClick={showAll} type="button">
            {say('actions:why_not')}
          </button>
        </>
      )}
      {(!held || moves.others.length > 0) && (
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-haspopup': 'dialog', 'aria-keyshortcuts': 'Control+. Meta+.' }}
          id="action-moves"
          margin={false}
          onClick={showAll}
          size="medium"
        >
          {say(moves.others.length > 0 ? 'actions:more' : 'actions:all')}
        </Button>
      )}
    </>
  )
  const stopped = outdated ? say('actions:outdated_why') : say('actions:save_first_why')

  return (
    <>
      {isStored ? offers : <NoMoves describedBy={why} modified={modified} outdated={outdated} saving={saving} />}
      {shown.kind === 'all' && isStored && (
        <MovesDialog moves={moves} onChoose={choose} onClose={close} stage={transitions.stage} />
      )}
      {shown.kind === 'all' && !isStored && (
        <Dialog onClose={close} title={say('actions:title')}>
          <p role="status">{saving ? say('actions:saving') : stopped}</p>
          <div className="imp-dialog__controls">
            <Button buttonStyle="secondary" margin={false} onClick={close}>
              {say('general:close')}
            </Button>
          </div>
        </Dialog>
      )}
      {shown.kind === 'move' && (
        <MoveDialog
          busy={busy}
          dossier={shown.of.dossier}
          move={shown.move}
          onClose={close}
          onMove={(details, along) => make(shown.move, shown.of, details, along)}
          piece={piece}
          {...(shown.move.name === 'submit' ? { question: say('questions:submit_along') } : {})}
          refusal={shown.refusal}
          stopped={isStored ? undefined : stopped}
        />
      )}
      {shown.kind === 'refused' && (
        <Dialog onClose={close} title={say('move:not_done', { move: say(nameOfMove(shown.move)) })}>
          <RefusalNote refusal={shown.refusal} />
          <div className="imp-dialog__controls">
            <Button buttonStyle="secondary" margin={false} onClick={close}>
              {say('general:close')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** In place of the moves, while the form holds something else than what is stored. */
function NoMoves({
  describedBy,
  modified,
  outdated,
  saving,
}: {
  describedBy: string
  modified: boolean
  outdated: boolean
  saving: boolean
}) {
  const { say } = useWords()
  if (modified) {
    return (
      <>
        <span className="imp-for-ears" id={describedBy}>
          {say('actions:save_first_why')}
        </span>
        <Blocked describedBy={describedBy}>{say('actions:save_first')}</Blocked>
      </>
    )
  }
  if (saving) return <Blocked describedBy={describedBy}>{say('actions:saving')}</Blocked>
  if (!outdated) return null
  return (
    <Button
      buttonStyle="secondary"
      margin={false}
      onClick={() => {
        window.location.reload()
      }}
      size="medium"
    >
      {say('actions:load_newest')}
    </Button>
  )
}

/** Ctrl with a full stop (on a Mac, command): all that can be done with the piece. */
function useActionsKey(run: () => void): void {
  const latest = useRef(run)
  // Before the page is drawn: whoever sees that their words are saved may press the key.
  useLayoutEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { altKey, ctrlKey, defaultPrevented, key, metaKey, shiftKey } = event
      if (key !== '.' || ctrlKey === metaKey || altKey || shiftKey || defaultPrevented || isDialogOpen()) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [])
}

/** A button that cannot be pressed now but can be reached, so that its reason is heard. */
function Blocked({ children, describedBy }: { children: string; describedBy: string }) {
  return (
    <Button
      buttonStyle="secondary"
      className="imp-blocked"
      extraButtonProps={{ 'aria-disabled': true, 'aria-describedby': describedBy }}
      margin={false}
      size="medium"
    >
      {children}
    </Button>
  )
}
