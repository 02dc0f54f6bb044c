'use client'

import { ServerFunctionsContext, useServerFunctions, type ServerFunctionsContextType } from '@payloadcms/ui'
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createBoxHandover, type BoxHandover } from './boxHandover.ts'
import type { CarriedWords } from './carriedWords.ts'
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

export function useForms(): Forms {
  const value = use(FormsContext)
  if (!value) throw new Error('DeskProvider has to be among admin.components.providers.')
  return value
}

/** Knows when the form holds everything that is on the screen. */
export function useBoxHandover(): BoxHandover {
  return useForms().handover
}
