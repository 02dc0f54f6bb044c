'use client'

import {
  FormSubmit,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useModal,
  useOperation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import { ask } from './deskApi.ts'
import { NewerTextDialog } from './NewerTextDialog.tsx'
import { refusalFrom } from './refusal.ts'
import { useCarriedWords } from './useCarriedWords.ts'
import { tellNotSaved, tellSaved, useSaves } from './useSaves.ts'

/** Payload's own message about a newer text (3.90), whose only offer is to discard the form. */
const PAYLOADS_OWN_DIALOG = 'document-stale-data'

/** Saves what is no piece: it has no revisions, so a newer one is told by its time. */
export function PlainSaveButton() {
  const { config } = useConfig()
  const { action, collectionSlug, data, globalSlug, id, uploadStatus } = useDocumentInfo()
  const modified = useFormModified()
  const operation = useOperation()
  const { submit, validateForm } = useForm()
  const [newer, setNewer] = useState(false)
  const [over, setOver] = useState(false)
  const takeAlong = useCarriedWords()
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'
  const exists = id !== undefined || globalSlug !== undefined

  const { closeModal, isModalOpen } = useModal()
  const payloadTells = isModalOpen(PAYLOADS_OWN_DIALOG)
  useEffect(() => {
    if (!payloadTells) return
    closeModal(PAYLOADS_OWN_DIALOG)
    setNewer(true)
  }, [closeModal, payloadTells])

  const isNewer = async (): Promise<boolean> => {
    const address = formatAdminURL({
      apiRoute: config.routes.api,
      path:
        globalSlug === undefined ? `/${collectionSlug ?? ''}/${String(id)}?depth=0` : `/globals/${globalSlug}?depth=0`,
    })
    const { updatedAt } = await ask<{ updatedAt?: unknown }>(address)
    return updatedAt !== undefined && data?.['updatedAt'] !== undefined && updatedAt !== data['updatedAt']
  }

  const { save } = useSaves(async (send) => {
    try {
      if (exists && !over && (await isNewer())) {
        setNewer(true)
        return false
      }
    } catch (error) {
      tellNotSaved(refusalFrom(error).status)
      return false
    }
    setOver(false)
    if (!(await validateForm())) {
      // Payload says which fields they are.
      await submit({ disableFormWhileProcessing: false })
      return false
    }
    if (!exists) takeAlong()
    const status = await send({
      ...(action === undefined ? {} : { action }),
      method: exists && !globalSlug ? 'PATCH' : 'POST',
    })
    if (status >= 200 && status < 300) {
      tellSaved()
      return exists
    }
    tellNotSaved(status)
    return false
  }, disabled)

  useEffect(() => {
    if (over) void save()
  }, [over, save])

  return (
    <>
      <FormSubmit buttonId="action-save" disabled={disabled} onClick={() => void save()} size="medium" type="button">
        Save
      </FormSubmit>
      {newer && (
        <NewerTextDialog
          newer={{ digest: '', changedBy: null, changedAt: null, changedFields: [] }}
          onClose={() => {
            setNewer(false)
          }}
          onOverwrite={() => {
            setNewer(false)
            setOver(true)
          }}
        />
      )}
    </>
  )
}
