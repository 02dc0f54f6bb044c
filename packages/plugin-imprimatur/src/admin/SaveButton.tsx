'use client'

import {
  FormSubmit,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useOperation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import type { Voids } from '../domain/workflow/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import { useForms } from './BoxHandoverProvider.tsx'
import type { NewerRevision, Piece } from './deskApi.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { KeptWordsDialog } from './KeptWordsDialog.tsx'
import type { Place } from './keptWords.ts'
import { mergeWords } from './mergeWords.ts'
import { NewerTextDialog } from './NewerTextDialog.tsx'
import { useReset } from './payload3/useReset.ts'
import { refusalFrom } from './refusal.ts'
import { voidsInWords } from './unsavedWords.ts'
import { useAutosave } from './useAutosave.ts'
import { useCarriedWords } from './useCarriedWords.ts'
import { useLostMaking } from './useLostMaking.ts'
import { useLostSaves } from './useLostSaves.ts'
import { forgetNotSaved, NOBODY, tellNotSaved, tellSaved, useSaves } from './useSaves.ts'
import { useWords } from './useWords.ts'
import { VoidsDialog } from './VoidsDialog.tsx'

type Doc = Readonly<Record<string, unknown>>

/**
 * Saves the form as a draft, always on the base of the text that was loaded or last saved. When something newer is
 * stored, nothing is sent over it: the form keeps what it holds, and the dialog says whose text came in between.
 */
export function SaveButton() {
  const { config } = useConfig()
  const { collectionSlug, data, id, setUnpublishedVersionCount, uploadStatus } = useDocumentInfo()
  const { code: locale } = useLocale()
  const modified = useFormModified()
  const operation = useOperation()
  const { formRef, setModified } = useForm()
  const reset = useReset()
  const { handover } = useForms()
  const { desk, timeZone } = useDesk()
  const words = useWords()
  const { say } = words
  const open = useOpenPiece()
  const [newer, setNewer] = useState<NewerRevision | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<Doc | null>(null)
  const [voids, setVoids] = useState<Voids | null>(null)
  const { setUnsaved } = useOpenDocument()
  const [decided, setDecided] = useState<Place | null>(null)
  useEffect(
    () =>
      handover.onWriting((box) => {
        if (formRef.current.contains(box)) setModified(true)
      }),
    [formRef, handover, setModified],
  )
  const takeAlong = useCarriedWords()
  const isMadeAlready = useLostMaking(takeAlong)
  const { byItself, changes, leaveNew, place } = useAutosave(decided)
  const nothingToSave = operation === 'update' && !modified && !byItself.current
  const disabled = nothingToSave || uploadStatus === 'uploading'

  const { isOwn } = useLostSaves()
  const [asking] = useState(askedInTurn)
  const tellOfNewer = useCallback(
    async (piece: Piece, base: string): Promise<'own' | 'told' | null> => {
      const isNewest = asking()
      try {
        const found = await desk.api.newerThan(piece, base)
        if (found && (await isOwn(piece, found))) return 'own'
        if (found?.changedBy) desk.askNames([found.changedBy])
        const newest = found && (await desk.api.newest(piece, locale))
        if (isNewest()) {
          setTheirs(newest)
          setNewer(found)
        }
        return found && 'told'
      } catch {
        // What is wrong is said by the save itself, or by the next one.
        return null
      }
    },
    [asking, desk, isOwn, locale],
  )

  /** The digest that the form is based on; null when it cannot be told. */
  const baseNow = async (): Promise<string | null> => {
    if (!open) return null
    if (over !== null) return over
    const { base: found, problem, view } = open.base === null ? await open.look() : open.state
    const known = open.base ?? found?.digest
    if (known !== undefined) return known
    if (view && !problem) {
      // Somebody saved before the text in the form was looked at: its digest is not known, its words are.
      const isNewest = asking()
      const newest = await desk.api.newest(open.piece, locale).catch(() => null)
      if (isNewest()) {
        setTheirs(newest)
        setNewer({ digest: view.transitions.digest, changedBy: null, changedAt: null, changedFields: [] })
      }
    } else tellNotSaved(problem?.status ?? 0, say)
    return null
  }

  const { save } = useSaves(async (send, mayVoid) => {
    const known = await baseNow()
    if (open && known === null) return true
    const takesBack = open?.state.view?.transitions.voids ?? null
    if (takesBack && !mayVoid) {
      setVoids(takesBack)
      return true
    }
    if (!open) {
      const found = await isMadeAlready().catch((error: unknown) => refusalFrom(error).status)
      if (found === true) {
        leaveNew.current?.()
        forgetNotSaved()
        return false
      }
      if (found !== false) {
        tellNotSaved(found, say)
        return true
      }
      takeAlong()
    }
    const query = new URLSearchParams({ depth: '0', draft: 'true', 'fallback-locale': 'null', locale })
    const status = await send({
      action: formatAdminURL({
        apiRoute: config.routes.api,
        path: `/${collectionSlug ?? ''}${id === undefined ? '' : `/${id}`}?${query}`,
      }),
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: { _status: 'draft', ...(known === null ? {} : { baseDigest: known, mayVoid }) },
      skipValidation: true,
    })
    // Somebody may have put together a newer one while this save was on its way.
    setOver((asked) => (asked === known ? null : asked))
    if (status >= 200 && status < 300) {
      byItself.current = false
      setNewer(null)
      tellSaved(say, takesBack ? voidsInWords(takesBack, words, timeZone) : undefined)
      if (!open) leaveNew.current?.()
      setUnpublishedVersionCount((count) => count + 1)
      return open !== null
    }
    const newerIs = open && known !== null ? await tellOfNewer(open.piece, known) : null
    if (newerIs === 'own') void save()
    if (newerIs) return true
    if (status === NOBODY && open) {
      setUnsaved({ kind: 'loggedOut' })
      return true
    }
    // Somebody may have signed the text off since it was looked at.
    const now = takesBack || !open ? null : (await open.look()).view?.transitions.voids
    if (now) setVoids(now)
    else tellNotSaved(status, say)
    return true
  }, disabled)

  useEffect(() => {
    if (over !== null) void save()
  }, [over, save])

  return (
    <>
      <FormSubmit
        buttonId="action-save-draft"
        buttonStyle="secondary"
        disabled={disabled}
        onClick={() => void save()}
        size="medium"
        type="button"
      >
        {say('general:save')}
      </FormSubmit>
      {newer && newer.digest !== over && (
        <NewerTextDialog
          merge={() => theirs && mergeWords(changes(), data ?? {}, theirs)}
          newer={newer}
          onClose={() => {
            setNewer(null)
          }}
          onMerge={async (words) => {
            await reset({ ...theirs, ...words }, true)
            setNewer(null)
            setOver(newer.digest)
          }}
          onOverwrite={() => {
            setNewer(null)
            setOver(newer.digest)
          }}
        />
      )}
      {voids && (
        <VoidsDialog
          onClose={() => {
            setVoids(null)
          }}
          onSave={() => {
            setVoids(null)
            void save(true)
          }}
          what={voidsInWords(voids, words, timeZone)}
        />
      )}
      {place && (
        <KeptWordsDialog
          key={`${place.collection}:${place.id ?? ''}`}
          onDecided={() => {
            setDecided(place)
          }}
          place={place}
        />
      )}
    </>
  )
}
