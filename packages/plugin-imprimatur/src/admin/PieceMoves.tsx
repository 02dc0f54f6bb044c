'use client'

import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import { arrangeMoves } from './arrangeMoves.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { MoveDialog, type MoveDetails } from './MoveDialog.tsx'
import { MovesDialog } from './MovesDialog.tsx'
import { questionOf } from './moveTexts.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'all' }
  | { readonly kind: 'move'; readonly move: Option; readonly refusal: Refusal | null }
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
  const { desk, stageLabels } = useDesk()
  const open = useOpenPiece()
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [busy, setBusy] = useState(false)
  const why = useId()

  if (!open || isTrashed) return null
  const { base, look, piece, state } = open
  const { outdated, problem, view } = state
  if (!view) {
    return problem ? (
      <Button buttonStyle="secondary" margin={false} onClick={() => void look()} size="medium">
        Look again
      </Button>
    ) : null
  }
  if (modified) {
    return (
      <>
        <span className="imp-for-ears" id={why}>
          Actions use the text as it was saved. Save your changes first.
        </span>
        <Blocked describedBy={why}>Save first</Blocked>
      </>
    )
  }
  if (saving) return null
  if (outdated) {
    return (
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => {
          window.location.reload()
        }}
        size="medium"
      >
        Load the newest text
      </Button>
    )
  }

  if (base === null) return null

  const { transitions } = view
  const moves = arrangeMoves(transitions.transitions)
  const held = moves.leading ? undefined : moves.held[0]

  const make = async (move: Option, details: MoveDetails): Promise<void> => {
    const digest = move.actsOn === 'live' ? transitions.live : base
    if (digest === null || busy) return
    setBusy(true)
    try {
      const { doc, dossier } = await desk.api.move(piece, { transition: move.name, digest, ...details })
      setShown(NOTHING)
      toast.success(`${move.label}: done. The piece is now at “${stageLabels[dossier.stage]}”.`)
      // Not by loading the page again: that would replace what somebody has begun to type meanwhile.
      setData(doc)
      await look()
    } catch (error) {
      const refusal = refusalFrom(error)
      toast.error(refusal.sentences.join(' '))
      setShown({ kind: questionOf(move) === null ? 'refused' : 'move', move, refusal })
      await look()
    } finally {
      setBusy(false)
    }
  }
  const choose = (move: Option): void => {
    if (questionOf(move) === null) {
      setShown(NOTHING)
      void make(move, {})
    } else setShown({ kind: 'move', move, refusal: null })
  }
  const close = (): void => {
    setShown(NOTHING)
  }
  const showAll = (): void => {
    setShown({ kind: 'all' })
  }

  return (
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
          {moves.leading.label}
        </Button>
      )}
      {held && (
        <>
          <span className="imp-for-ears" id={why}>
            {held.blockers.map((blocker) => blocker.message).join(' ')}
          </span>
          <Blocked describedBy={why}>{held.label}</Blocked>
          <button aria-haspopup="dialog" className="imp-why" onClick={showAll} type="button">
            Why not?
          </button>
        </>
      )}
      {(!held || moves.others.length > 0) && (
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-haspopup': 'dialog' }}
          id="action-moves"
          margin={false}
          onClick={showAll}
          size="medium"
        >
          {moves.others.length > 0 ? 'More actions' : 'All actions'}
        </Button>
      )}
      {shown.kind === 'all' && (
        <MovesDialog moves={moves} onChoose={choose} onClose={close} stage={stageLabels[transitions.stage]} />
      )}
      {shown.kind === 'move' && (
        <MoveDialog
          busy={busy}
          dossier={view.dossier}
          move={shown.move}
          onClose={close}
          onMove={(details) => void make(shown.move, details)}
          refusal={shown.refusal}
        />
      )}
      {shown.kind === 'refused' && (
        <Dialog onClose={close} title={`${shown.move.label}: not done`}>
          <RefusalNote refusal={shown.refusal} />
          <div className="imp-dialog__controls">
            <Button buttonStyle="secondary" margin={false} onClick={close}>
              Close
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
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
