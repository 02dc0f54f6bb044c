'use client'

import { useState } from 'react'
import type { StyleNote } from '../operations/index.ts'
import type { Piece } from './deskApi.ts'
import { useFieldLabel } from './Reasons.tsx'
import { StyleNotes } from './StyleNotes.tsx'
import { selectInForm } from './selectInForm.ts'
import { useStyle } from './useStyle.ts'
import { useWords } from './useWords.ts'

/** Beside the form of a piece: where the text that was saved does not keep to the house style. */
export function PieceStyle({
  digest,
  onChanged,
  piece,
}: {
  /** Digest of the newest text. */
  readonly digest: string
  readonly onChanged: () => unknown
  readonly piece: Piece
}) {
  const { say } = useWords()
  const labelOf = useFieldLabel()
  const style = useStyle(piece, digest, onChanged)
  const { notes, refusal } = style
  const [here, setHere] = useState<StyleNote | null>(null)
  const [missing, setMissing] = useState(false)
  const open = notes.filter(({ exception }) => exception === null).length
  if (notes.length === 0 && !refusal) return null
  return (
    <section aria-label={say('style:title')} className="imp-piece-comments">
      <h3>{open === 0 ? say('style:title') : say('style:open', { count: open })}</h3>
      <p role="status">{missing && say('style:not_here')}</p>
      <StyleNotes
        here={here}
        labelOf={labelOf}
        onShow={(note) => {
          setHere(note)
          setMissing(!selectInForm(note))
        }}
        style={style}
      />
    </section>
  )
}
