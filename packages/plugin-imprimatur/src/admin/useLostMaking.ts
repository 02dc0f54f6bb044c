'use client'

import { useAuth, useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { isMadeOf } from './isOwnSave.ts'
import { useRouter } from './payload3/browserRouter.ts'
import { refusalFrom } from './refusal.ts'

/** How far the clock of this computer may be ahead of the newsroom's, in milliseconds. */
const CLOCK_MS = 3_600_000

/**
 * A new document whose making was not answered may have been made all the same; making it again would leave two.
 *
 * @param takeAlong is called with what was sent of it: what was typed since goes along to its page
 * @returns to be called before a document is made; tells whether it was made by an earlier try, and then goes there. Rejects when that cannot be told
 */
export function useLostMaking(takeAlong: (sent: FormState) => void): () => Promise<boolean> {
  const { config } = useConfig()
  const { desk } = useDesk()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { collectionSlug, setData } = useDocumentInfo()
  const { baseline, lost } = useOpenDocument()
  const router = useRouter()
  const since = useRef<string>(null)

  return useCallback(async () => {
    since.current ??= new Date(Date.now() - CLOCK_MS).toISOString()
    if (lost.current.length === 0 || !user || collectionSlug === undefined) return false
    const before = baseline.current ?? {}
    const made = await desk.api
      .madeBy(collectionSlug, String(user.id), since.current, locale)
      .catch((error: unknown) => {
        // Whoever may not ask is told by the making itself why nothing is made.
        if (isRefusal(error)) return []
        throw error
      })
    for (const stored of made) {
      const sent = lost.current.find((each) => isMadeOf({ before, sent: each, stored }))
      if (!sent) continue
      lost.current = []
      takeAlong(sent)
      // Drawn at once: the form that is left takes from there whose page comes next.
      flushSync(() => {
        setData({ ...stored })
      })
      const path = `/collections/${collectionSlug}/${String(stored['id'])}` as const
      router.push(`${formatAdminURL({ adminRoute: config.routes.admin, path })}?${new URLSearchParams({ locale })}`)
      return true
    }
    return false
  }, [baseline, collectionSlug, config, desk, locale, lost, router, setData, takeAlong, user])
}

function isRefusal(error: unknown): boolean {
  const { status } = refusalFrom(error)
  return status >= 400 && status < 500
}
