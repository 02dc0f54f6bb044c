'use client'

import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { LeaseView } from '../operations/index.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { inSentence } from './inSentence.tsx'
import { leaseInHand } from './leaseInHand.ts'
import { LocalTime } from './LocalTime.tsx'
import { refusalFrom, sentencesOf } from './refusal.ts'
import { useWords } from './useWords.ts'

/** How often the page asks who writes, and renews the lease of who writes on it, in milliseconds. */
const AGAIN_MS = 20_000

/**
 * Above the form: who else writes in the piece, and who has taken it over. It closes nothing. Whoever changes the form first takes hold
 * of the piece, and lets go of it with the page.
 */
export function LeaseNote() {
  const { desk } = useDesk()
  const piece = useOpenPiece()?.piece
  const modified = useFormModified()
  const words = useWords()
  const { say } = words
  const { setHeldBy } = useOpenDocument()
  const { hasSavePermission } = useDocumentInfo()
  const [view, setView] = useState<LeaseView | null>(null)
  const held = useMemo(() => piece && leaseInHand(desk.api, piece), [desk, piece])

  useEffect(() => {
    if (!held) return
    let ended = false
    const look = async () => {
      if (document.visibilityState === 'hidden' && !modified) return
      try {
        const found = await held.look(modified)
        if (!found || ended) return
        setView(found)
        setHeldBy(found.lease && !found.lease.yours ? found.lease.holder.name : null)
      } catch {
        // A failed request is not shown: a save says so when there is something to lose.
      }
    }
    const again = () => void look()
    again()
    const timer = setInterval(again, AGAIN_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      ended = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [held, modified, setHeldBy])

  useEffect(() => {
    if (!held) return
    const { comeBack, leave } = held
    comeBack()
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
      leave()
    }
  }, [held])

  if (!held || !view) return null
  const { lease, lost } = view
  const other = lease && !lease.yours ? lease : null
  if (!other && !lost) return null

  const takeOver = async () => {
    try {
      setView(await held.takeOver())
      setHeldBy(null)
    } catch (error) {
      toast.error(sentencesOf(refusalFrom(error), words).join(' '))
    }
  }
  return (
    <div className="imp-note imp-banner" role="status">
      {lost && <p>{inSentence(say, 'writers:took_over', { at: <LocalTime at={lost.at} /> }, { who: lost.to.name })}</p>}
      {other && (
        <p>
          {inSentence(say, 'writers:is_writing', { at: <LocalTime at={other.since} /> }, { who: other.holder.name })}{' '}
          {say('writers:all_the_same')}
        </p>
      )}
      {hasSavePermission && (
        <Button buttonStyle="secondary" margin={false} onClick={() => void takeOver()} size="small">
          {say(other ? 'writers:take_over' : 'writers:go_on')}
        </Button>
      )}
    </div>
  )
}
