'use client'

import { useMemo, useState } from 'react'
import type { StyleNote } from '../operations/index.ts'
import type { Piece } from './deskApi.ts'
import { onPage } from './passagesInPage.ts'
import { StyleNotes } from './StyleNotes.tsx'
import { usePainted } from './usePainted.ts'
import { useStyle } from './useStyle.ts'
import { useWords } from './useWords.ts'

/** Beside the text that is reviewed: where it does not keep to the house style, underlined in it. */
export function ReviewStyle({
  digest,
  html,
  labels,
  onChanged,
  page,
  piece,
}: {
  /** Digest of the text on the page, and the text itself. */
  readonly digest: string
  readonly html: string
  /** Of fields, by their names. */
  readonly labels: Readonly<Record<string, string>>
  readonly onChanged: () => void
  readonly page: () => HTMLElement | null
  readonly piece: Piece
}) {
  const { say } = useWords()
  const style = useStyle(piece, digest, onChanged)
  const { notes, refusal } = style
  const [here, setHere] = useState<StyleNote | null>(null)
  const open = useMemo(() => notes.filter(({ exception }) => exception === null), [notes])
  usePainted(page, open, here, html, 'style')
  if (notes.length === 0 && !refusal) return null
  return (
    <section aria-label={say('style:title')}>
      <h2>{open.length === 0 ? say('style:title') : say('style:open', { count: open.length })}</h2>
      <StyleNotes
        here={here}
        labelOf={(field) => labels[field] ?? field}
        onShow={(note) => {
          setHere(note)
          const root = page()
          if (root) onPage(root, note)?.element.scrollIntoView({ block: 'center' })
        }}
        style={style}
      />
    </section>
  )
}
