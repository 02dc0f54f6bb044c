'use client'

import { useCallback, useEffect, useState } from 'react'
import type { StyleNote, StyleView } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import type { Piece } from './deskApi.ts'
import { useDesk } from './DeskContext.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'

/**
 * Where the text with this digest does not keep to the house style; nothing once the piece has moved on.
 *
 * @param onChanged when somebody let words stand or took that back: moves may have become possible, or not
 */
export function useStyle(
  piece: Piece,
  digest: string,
  onChanged: () => unknown,
): {
  readonly notes: readonly StyleNote[]
  readonly refusal: Refusal | null
  /** What was just done, for ears. */
  readonly said: string
  readonly letStand: (note: StyleNote) => Promise<void>
} {
  const { desk } = useDesk()
  const { say } = useWords()
  const [view, setView] = useState<StyleView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [said, setSaid] = useState('')
  const { collection, id } = piece

  const [ask] = useState(askedInTurn)
  const show = useCallback(
    async (asked: Promise<StyleView>): Promise<void> => {
      const isNewest = ask()
      const found = await asked
      if (!isNewest()) return
      desk.askNames(found.docs.flatMap(({ exception }) => (exception ? [exception.by] : [])))
      setView(found)
      setRefusal(null)
    },
    [ask, desk],
  )
  useEffect(() => {
    let here = true
    show(desk.api.style({ collection, id })).catch((error: unknown) => {
      if (here) setRefusal(refusalFrom(error))
    })
    return () => {
      here = false
    }
  }, [collection, desk, digest, id, show])

  const letStand = async (note: StyleNote): Promise<void> => {
    const { exception } = note
    const asked = exception
      ? desk.api.letStandNoMore({ collection, id }, exception.id)
      : desk.api.letStand({ collection, id }, digest, note)
    try {
      await show(asked)
    } catch (error) {
      setRefusal(refusalFrom(error))
      return
    }
    setSaid(say(exception ? 'style:undone' : 'style:stood'))
    onChanged()
  }
  return { notes: view?.digest === digest ? view.docs : NONE, refusal, said, letStand }
}

const NONE: readonly StyleNote[] = []
