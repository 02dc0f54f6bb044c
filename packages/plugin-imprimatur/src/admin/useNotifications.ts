'use client'

import { useCallback, useEffect, useState } from 'react'
import type { NotificationPage } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import { useDesk } from './DeskContext.tsx'

/** How often the newsroom is asked while the page is seen, in milliseconds. */
const EVERY_MS = 60_000
const SHOWN = 30

/** What this person was told: read at once, every minute while somebody looks at the page, and when they come back to it. */
export function useNotifications(): {
  readonly page: NotificationPage | null
  readonly look: () => Promise<void>
  readonly read: (ids: readonly string[] | 'all') => Promise<void>
} {
  const { desk } = useDesk()
  const [page, setPage] = useState<NotificationPage | null>(null)
  const [ask] = useState(askedInTurn)
  const look = useCallback(async () => {
    const isNewest = ask()
    // A failure says nothing here: the next look may succeed, and what is shown stays.
    const found = await desk.api.notifications(SHOWN).catch(() => null)
    if (!found || !isNewest()) return
    desk.askNames(found.docs.map(({ by }) => by))
    setPage(found)
  }, [ask, desk])
  const read = useCallback(
    async (ids: readonly string[] | 'all') => {
      await desk.api.readNotifications(ids).catch(() => null)
      await look()
    },
    [desk, look],
  )
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (document.visibilityState === 'visible') void look()
    }
    lookIfSeen()
    const timer = setInterval(lookIfSeen, EVERY_MS)
    document.addEventListener('visibilitychange', lookIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
    }
  }, [look])
  return { page, look, read }
}
