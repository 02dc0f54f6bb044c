'use client'

import {
  FormSubmit,
  toast,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useLocale,
  useModal,
  useOperation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBoxHandover } from './BoxHandoverProvider.tsx'
import type { NewerRevision, Piece } from './deskApi.ts'
import { useDesk, useOpenPiece } from './DeskContext.tsx'
import { NewerTextDialog } from './NewerTextDialog.tsx'
import { refusalFrom } from './refusal.ts'

/** Payload's own word on a newer text (3.90), which offers nothing but to throw away what is in the form. */
const PAYLOADS_OWN_DIALOG = 'document-stale-data'

/** A save that waits says so after a moment, in milliseconds. */
const MOMENT_MS = 1_000

const WAITING = 'waiting-for-a-box'

/**
 * Saves the form as a draft, always on the base of the text that was loaded or last saved. When something newer is
 * stored, nothing is sent over it: the form keeps what it holds, and the dialog says whose text came in between.
 */
export function SaveButton() {
  const { config } = useConfig()
  const { collectionSlug, id, setUnpublishedVersionCount, uploadStatus } = useDocumentInfo()
  const { code: locale } = useLocale()
  const editDepth = useEditDepth()
  const modified = useFormModified()
  const operation = useOperation()
  const { formRef, setModified, submit } = useForm()
  const handover = useBoxHandover()
  const { desk } = useDesk()
  const open = useOpenPiece()
  const button = useRef<HTMLButtonElement>(null)
  const [newer, setNewer] = useState<NewerRevision | null>(null)
  useEffect(
    () =>
      handover.onWriting((box) => {
        if (formRef.current.contains(box)) setModified(true)
      }),
    [formRef, handover, setModified],
  )
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'

  const tellOfNewer = useCallback(
    async (piece: Piece, base: string): Promise<void> => {
      try {
        const found = await desk.api.newerThan(piece, base)
        if (found?.changedBy) desk.askNames([found.changedBy])
        setNewer(found)
      } catch (error) {
        toast.error(refusalFrom(error).sentences.join(' '))
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

  const send = async (overrides: Readonly<Record<string, string>>): Promise<boolean> => {
    const query = new URLSearchParams({ depth: '0', draft: 'true', 'fallback-locale': 'null', locale })
    const result = await submit({
      action: formatAdminURL({
        apiRoute: config.routes.api,
        path: `/${collectionSlug ?? ''}${id === undefined ? '' : `/${id}`}?${query}`,
      }),
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: { _status: 'draft', ...overrides },
      skipValidation: true,
    })
    const saved = result?.res.ok === true
    if (saved) setUnpublishedVersionCount((count) => count + 1)
    return saved
  }

  const formHasAll = async (): Promise<boolean> => {
    const waiting = setTimeout(() => toast.loading('Waiting for the newsroom …', { id: WAITING }), MOMENT_MS)
    const all = await handover.settled()
    clearTimeout(waiting)
    toast.dismiss(WAITING)
    if (!all) {
      toast.error(
        'Nothing was saved: the newsroom does not answer for the last change in a box. The text here is kept, and it is asked again; save once more in a moment.',
      )
    }
    return all
  }

  const save = async (): Promise<void> => {
    if (disabled) return
    if (!(await formHasAll())) return
    if (!open) {
      await send({})
      return
    }
    const { base: found, problem, view } = open.base === null ? await open.look() : open.state
    const known = open.base ?? found?.digest
    if (known === undefined) {
      if (view && !problem)
        setNewer({ digest: view.transitions.digest, changedBy: null, changedAt: null, changedFields: [] })
      else toast.error('Nothing was saved: the newsroom could not be reached. Try again.')
      return
    }
    if (!(await send({ baseDigest: known }))) await tellOfNewer(open.piece, known)
  }

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    // The button is there for a form that was changed, which the last keystroke may have yet to do.
    void formHasAll().then((all) => {
      if (all) button.current?.click()
    })
  })

  return (
    <>
      <FormSubmit
        buttonId="action-save-draft"
        buttonStyle="secondary"
        disabled={disabled}
        onClick={() => void save()}
        ref={button}
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
        />
      )}
    </>
  )
}
