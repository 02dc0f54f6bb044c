'use client'

import {
  ServerFunctionsContext,
  useAuth,
  useConfig,
  useServerFunctions,
  type ServerFunctionsContextType,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { forgetBegunWordsOf } from './begunWords.ts'
import { createBoxHandover, type BoxHandover } from './boxHandover.ts'
import type { CarriedWords } from './carriedWords.ts'
import { forgetWordsOf } from './keptWords.ts'
import { usePathname } from './payload3/browserRouter.ts'
import { runBothWays } from './runBothWays.ts'

type Forms = {
  readonly handover: BoxHandover
  /** Payload's server functions, past what single documents make of them. */
  readonly functions: ServerFunctionsContextType
  /** Text that was typed on a page which was replaced before it was saved, by document. */
  readonly carried: RefObject<Map<string, CarriedWords>>
}

const FormsContext = createContext<Forms | null>(null)

export function BoxHandoverProvider({ children }: { children?: ReactNode }) {
  const functions = useServerFunctions()
  const [handover] = useState(createBoxHandover)
  const carried = useRef(new Map<string, CarriedWords>())
  useEffect(() => handover.watch(document), [handover])
  useEffect(() => runBothWays(document), [])
  useForgettingAtLogout()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (carried.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
    }
  }, [])
  const watched = useMemo(
    () => ({ ...functions, getFormState: handover.watched(functions.getFormState) }),
    [functions, handover],
  )
  const forms = useMemo(() => ({ carried, functions: watched, handover }), [handover, watched])
  return (
    <FormsContext value={forms}>
      <ServerFunctionsContext value={watched}>{children}</ServerFunctionsContext>
    </FormsContext>
  )
}

/** What this computer keeps of somebody's words goes when they log out; not when their session ends by itself. */
function useForgettingAtLogout(): void {
  const { config } = useConfig()
  const { user } = useAuth()
  const pathname = usePathname()
  const person = useRef<string>(null)
  const logout = formatAdminURL({ adminRoute: config.routes.admin, path: config.admin.routes.logout })
  useEffect(() => {
    if (user) person.current = String(user.id)
    if (pathname !== logout || person.current === null) return
    forgetWordsOf(person.current)
    forgetBegunWordsOf(person.current)
  }, [logout, pathname, user])
}

export function useForms(): Forms {
  const value = use(FormsContext)
  if (!value) throw new Error('DeskProvider has to be among admin.components.providers.')
  return value
}
