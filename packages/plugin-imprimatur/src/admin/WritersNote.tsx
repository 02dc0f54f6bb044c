'use client'

import { useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Writer } from './deskApi.ts'
import { useDesk, useNameOf, useOpenPiece } from './DeskContext.tsx'
import { LocalTime } from './LocalTime.tsx'

/** How often the page reports unsaved changes and asks who else has some, in milliseconds. */
const AGAIN_MS = 20_000

/**
 * Above the form: who else has unsaved changes in the piece. It warns and closes nothing. It also reports the person on
 * this page, as long as they have unsaved changes and the page is open.
 */
export function WritersNote() {
  const { desk } = useDesk()
  const nameOf = useNameOf()
  const piece = useOpenPiece()?.piece
  const modified = useFormModified()
  const [writers, setWriters] = useState<readonly Writer[]>([])

  useEffect(() => {
    if (!piece) return
    let ended = false
    const look = () => {
      if (document.visibilityState === 'hidden' && !modified) return
      void (modified ? desk.api.noteWriting(piece, true) : desk.api.writers(piece)).then(
        (found) => {
          if (ended) return
          desk.askNames(found.map(({ id }) => id))
          setWriters(found)
        },
        // A failed request is not shown: a save says so when there is something to lose.
        () => undefined,
      )
    }
    const stop = () => {
      if (modified) void desk.api.noteWriting(piece, false).catch(() => undefined)
    }
    look()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', stop)
    return () => {
      ended = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pagehide', stop)
      stop()
    }
  }, [desk, modified, piece])

  if (writers.length === 0) return null
  return (
    <p className="imp-note imp-banner" role="status">
      {writers.map(({ id, since }, at) => (
        <span key={id}>
          {at > 0 && '; '}
          {nameOf(id)} is writing here since <LocalTime at={since} />
        </span>
      ))}
      . You can read, write and move the piece all the same; whoever saves second is shown both texts.
    </p>
  )
}
