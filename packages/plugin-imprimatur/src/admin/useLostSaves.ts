'use client'

import { useAuth, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from './DeskContext.tsx'
import type { NewerRevision, Piece } from './deskApi.ts'
import { useOpenDocument } from './DocumentEdit.tsx'
import { isOwnSave } from './isOwnSave.ts'
import { singlesOf } from './settleAnswer.ts'

/** How many saves are remembered whose answers are lost; the first is one of them, as the one in which the network went. */
const MOST = 50

/**
 * Saves whose answers did not arrive: each may have been stored. What is newer than the form is then what the form has sent, and nobody else's.
 *
 * @returns `note`, to be called with what was sent when it is not known what became of it; `isOwn`, which tells whether a newer revision is one of
 *   these, and then has the form based on it
 */
export function useLostSaves() {
  const { desk } = useDesk()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { data, setData } = useDocumentInfo()
  const { dispatchFields, getFields } = useForm()
  const { baseline, lost } = useOpenDocument()

  const latest = useRef(data)
  useLayoutEffect(() => {
    latest.current = data
  })

  const note = useCallback(
    (sent: FormState) => {
      if (lost.current.includes(sent)) return
      const [first = sent, ...others] = lost.current
      lost.current = first === sent ? [sent] : [first, ...[...others, sent].slice(1 - MOST)]
    },
    [lost],
  )
  const isOwn = useCallback(
    async (piece: Piece, newer: NewerRevision): Promise<boolean> => {
      const before = baseline.current ?? getFields()
      if (lost.current.length === 0 || newer.changedBy === null || newer.changedBy !== String(user?.id)) return false
      const stored = await desk.api.newest(piece, locale)
      if (stored['updatedAt'] !== newer.changedAt) return false
      const asked = { stored, known: latest.current ?? {}, before }
      const sent = lost.current.find((each) => isOwnSave({ ...asked, sent: each }))
      if (!sent) return false
      lost.current = []
      baseline.current = sent
      // Drawn at once: the save that follows takes what it is based on from there.
      flushSync(() => {
        setData({ ...stored })
      })
      for (const [path, value] of singlesOf(stored, sent, getFields()))
        dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
      return true
    },
    [baseline, desk, dispatchFields, getFields, locale, lost, setData, user?.id],
  )
  return { note, isOwn }
}
