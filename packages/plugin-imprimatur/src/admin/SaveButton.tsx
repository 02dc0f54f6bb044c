'use client'

import {
  FormSubmit,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useModal,
  useOperation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import type { NewerRevision, Piece } from './deskApi.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { NewerTextDialog } from './NewerTextDialog.tsx'
import { useCarriedWords } from './useCarriedWords.ts'
import { tellNotSaved, tellSaved, useSaves } from './useSaves.ts'

/** Payload's own message about a newer text (3.90), whose only offer is to discard the form. */
const PAYLOADS_OWN_DIALOG = 'document-stale-data'

/**
 * Saves the form as a draft, always on the base of the text that was loaded or last saved. When something newer is
 * stored, nothing is sent over it: the form keeps what it holds, and the dialog says whose text came in between.
 */
export function SaveButton() {
  const { config } = useConfig()
  const { collectionSlug, id, setUnpublishedVersionCount, uploadStatus } = useDocumentInfo()
  const { code: locale } = useLocale()
  const modified = useFormModified()
  const operation = useOperation()
  const { formRef, setModified } = useForm()
  const { handover } = useForms()
  const { desk } = useDesk()
  const open = useOpenPiece()
  const [newer, setNewer] = useState<NewerRevision | null>(null)
  const [over, setOver] = useState<string | null>(null)
  useEffect(
    () =>
      handover.onWriting((box) => {
        if (formRef.current.contains(box)) setModified(true)
      }),
    [formRef, handover, setModified],
  )
  const takeAlong = useCarriedWords()
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'

  const tellOfNewer = useCallback(
    async (piece: Piece, base: string): Promise<boolean> => {
      try {
        const found = await desk.api.newerThan(piece, base)
        if (found?.changedBy) desk.askNames([found.changedBy])
        setNewer(found)
        return found !== null
      } catch {
        // What is wrong is said by the save itself, or by the next one.
        return false
      }
    },
    [desk],
  )

  const { closeModal, isModalOpen } = useModal()
  const payloadTells = isModalOpen(PAYLOADS_OWN_DIALOG)
  const piece = open?.piece
  const base = open?.base
  useEffect(() => {
    if (!payloadTells) return
    closeModal(PAYLOADS_OWN_DIALOG)
    if (piece && base) void tellOfNewer(piece, base)
  }, [base, closeModal, payloadTells, piece, tellOfNewer])

  /** The digest that the form is based on; null when it cannot be told. */
  const baseNow = async (): Promise<string | null> => {
    if (!open) return null
    if (over !== null) return over
    const { base: found, problem, view } = open.base === null ? await open.look() : open.state
    const known = open.base ?? found?.digest
    if (known !== undefined) return known
    if (view && !problem)
      setNewer({ digest: view.transitions.digest, changedBy: null, changedAt: null, changedFields: [] })
    else tellNotSaved(problem?.status ?? 0)
    return null
  }

  const { save } = useSaves(async (send) => {
    const known = await baseNow()
    if (open && known === null) return false
    const query = new URLSearchParams({ depth: '0', draft: 'true', 'fallback-locale': 'null', locale })
    if (!open) takeAlong()
    const status = await send({
      action: formatAdminURL({
        apiRoute: config.routes.api,
        path: `/${collectionSlug ?? ''}${id === undefined ? '' : `/${id}`}?${query}`,
      }),
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: { _status: 'draft', ...(known === null ? {} : { baseDigest: known }) },
      skipValidation: true,
    })
    setOver(null)
    if (status >= 200 && status < 300) {
      tellSaved()
      setUnpublishedVersionCount((count) => count + 1)
      return open !== null
    }
    if (open && known !== null && (await tellOfNewer(open.piece, known))) return false
    tellNotSaved(status)
    return false
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
        Save
      </FormSubmit>
      {newer && (
        <NewerTextDialog
          newer={newer}
          onClose={() => {
            setNewer(null)
          }}
          onOverwrite={() => {
            setNewer(null)
            setOver(newer.digest)
          }}
        />
      )}
    </>
  )
}
