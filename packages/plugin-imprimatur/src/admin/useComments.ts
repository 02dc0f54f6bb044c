'use client'

import { useCallback, useEffect, useState } from 'react'
import type { CommentsView } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import type { CommentDraft, Piece } from './deskApi.ts'
import { useDesk } from './DeskContext.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'

/** The comments on a piece, read when they are first shown and after each that somebody adds. */
export function useComments(piece: Piece): {
  readonly view: CommentsView | null
  readonly refusal: Refusal | null
  readonly look: () => Promise<void>
  /** Resolves to the id of what was added. */
  readonly add: (draft: CommentDraft) => Promise<string>
} {
  const { desk } = useDesk()
  const [view, setView] = useState<CommentsView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { collection, id } = piece

  const [ask] = useState(askedInTurn)
  const look = useCallback(async () => {
    const isNewest = ask()
    try {
      const found = await desk.api.comments({ collection, id })
      if (!isNewest()) return
      desk.askNames(
        found.docs.flatMap(({ by, mentions, resolved, suggestion }) => [
          by,
          ...mentions,
          ...(resolved ? [resolved.by] : []),
          ...(suggestion?.decided ? [suggestion.decided.by] : []),
        ]),
      )
      setView(found)
      setRefusal(null)
    } catch (error) {
      if (isNewest()) setRefusal(refusalFrom(error))
    }
  }, [ask, collection, desk, id])
  const add = useCallback(
    async (draft: CommentDraft) => {
      const made = await desk.api.addComment({ collection, id }, draft)
      await look()
      return made.id
    },
    [collection, desk, id, look],
  )
  useEffect(() => {
    void look()
  }, [look])
  return { view, refusal, look, add }
}
