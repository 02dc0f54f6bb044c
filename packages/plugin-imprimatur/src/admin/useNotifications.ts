'use client'

import { useCallback, useEffect, useState } from 'react'
import type { NotificationPage } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import { useDesk } from './DeskContext.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'

/** How often the newsroom is asked while the page is seen, in milliseconds. */
const EVERY_MS = 60_000
const SHOWN = 30

/** What this person was told: read at once, every minute while somebody looks at the page, and when they come back to it. */
export function useNotifications(): {
  readonly page: NotificationPage | null
  /** Why the last look at it failed. */
  readonly problem: Refusal | null
  readonly look: () => Promise<void>
  readonly read: (ids: readonly string[] | 'all') => Promise<void>
} {
  const { desk } = useDesk()
  const [page, setPage] = useState<NotificationPage | null>(null)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const [ask] = useState(askedInTurn)
  const look = useCallback(async () => {
    const isNewest = ask()
    try {
      const found = await desk.api.notifications(SHOWN)
      if (!isNewest()) return
      desk.askNames(found.docs.map(({ by }) => by))
      setPage(found)
      setProblem(null)
    } catch (error) {
      // What is shown stays: the next look may succeed.
      if (isNewest()) setProblem(refusalFrom(error))
    }
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
  return { page, problem, look, read }
}
