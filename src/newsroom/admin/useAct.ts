'use client'

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { useWords } from './useWords.ts'

type Refused = { readonly errors?: readonly { readonly message: string }[] }

/** Sends an act about the open document, one at a time, and says what went wrong. */
export function useAct<Told extends object>(): {
  readonly id: number | string | undefined
  readonly busy: boolean
  /**
   * @param body of the request, nothing when left out
   * @returns what was answered; null when it did not work, which has been said then
   */
  readonly act: (name: string, body?: object) => Promise<Told | null>
} {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useWords()
  const { config } = useConfig()
  const [busy, setBusy] = useState(false)
  const act = async (name: string, body: object = {}): Promise<Told | null> => {
    setBusy(true)
    try {
      const address = `${config.routes.api}/${String(collectionSlug)}/${String(id)}/${name}`
      const response = await fetch(address, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const told = (await response.json()) as Refused & Told
      if (response.ok) return told
      toast.error(say(told.errors?.[0]?.message ?? 'That did not work. Try again.'))
    } catch {
      toast.error(say('The newsroom could not be reached. Try again.'))
    } finally {
      setBusy(false)
    }
    return null
  }
  return { id, busy, act }
}
