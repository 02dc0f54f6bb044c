'use client'

import { FormSubmit, useConfig, useDocumentInfo, useForm, useFormModified, useOperation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import { ask } from './deskApi.ts'
import { NewerTextDialog } from './NewerTextDialog.tsx'
import { refusalFrom } from './refusal.ts'
import { useCarriedWords } from './useCarriedWords.ts'
import { tellNotSaved, tellSaved, useSaves } from './useSaves.ts'
import { useWords } from './useWords.ts'

/** Saves what is no piece: it has no revisions, so a newer one is told by its time. */
export function PlainSaveButton() {
  const { config } = useConfig()
  const { say } = useWords()
  const { action, collectionSlug, data, globalSlug, id, uploadStatus } = useDocumentInfo()
  const modified = useFormModified()
  const operation = useOperation()
  const { submit, validateForm } = useForm()
  const [newer, setNewer] = useState(false)
  const [over, setOver] = useState(false)
  const takeAlong = useCarriedWords()
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'
  const exists = id !== undefined || globalSlug !== undefined

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
        return true
      }
    } catch (error) {
      tellNotSaved(refusalFrom(error).status, say)
      return true
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
      tellSaved(say)
      return exists
    }
    tellNotSaved(status, say)
    return true
  }, disabled)

  useEffect(() => {
    if (over) void save()
  }, [over, save])

  return (
    <>
      <FormSubmit buttonId="action-save" disabled={disabled} onClick={() => void save()} size="medium" type="button">
        {say('general:save')}
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
