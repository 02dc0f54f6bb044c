'use client'

import { PopupList, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useWords } from './useWords.ts'

type Told = {
  readonly token?: string
  readonly revoked?: number
  readonly errors?: readonly { readonly message: string }[]
}

/** In the menu of a piece: an address by which a front end gets its draft, and the end of all that one has copied. */
export function PreviewTokenItems() {
  const say = useWords()
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  if (id === undefined) return null
  const piece = `${config.routes.api}/${String(collectionSlug)}/${String(id)}`
  const ask = async (method: 'DELETE' | 'POST'): Promise<Told | null> => {
    try {
      const response = await fetch(`${piece}/preview-token`, { method, credentials: 'include' })
      const told = (await response.json()) as Told
      if (response.ok) return told
      toast.error(say(told.errors?.[0]?.message ?? 'That did not work. Try again.'))
    } catch {
      toast.error(say('The newsroom could not be reached. Try again.'))
    }
    return null
  }
  const copy = async () => {
    const told = await ask('POST')
    if (told?.token === undefined) return
    const address = `${config.serverURL || window.location.origin}${piece}?previewToken=${told.token}`
    try {
      await navigator.clipboard.writeText(address)
      toast.success(say('Copied. Whoever has this address reads the draft for an hour.'))
    } catch {
      toast.info(address, { duration: Infinity, closeButton: true })
    }
  }
  const revoke = async () => {
    if (await ask('DELETE'))
      toast.success(say('Preview addresses that you copied of this piece open nothing any more.'))
  }
  return (
    <PopupList.ButtonGroup>
      <PopupList.Button id="action-preview-token" onClick={() => void copy()}>
        {say('Copy a preview address for a front end')}
      </PopupList.Button>
      <PopupList.Button id="action-preview-revoke" onClick={() => void revoke()}>
        {say('End my preview addresses')}
      </PopupList.Button>
    </PopupList.ButtonGroup>
  )
}
