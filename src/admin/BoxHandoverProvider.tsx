'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createBoxHandover, type BoxHandover } from './boxHandover.ts'

const BoxHandoverContext = createContext<BoxHandover | null>(null)

export function BoxHandoverProvider({ children }: { children?: ReactNode }) {
  const functions = useServerFunctions()
  const [handover] = useState(createBoxHandover)
  useEffect(() => handover.watch(document), [handover])
  const watched = useMemo(
    () => ({ ...functions, getFormState: handover.watched(functions.getFormState) }),
    [functions, handover],
  )
  return (
    <BoxHandoverContext value={handover}>
      <ServerFunctionsContext value={watched}>{children}</ServerFunctionsContext>
    </BoxHandoverContext>
  )
}

/** What knows when the form has all that stands on the screen. */
export function useBoxHandover(): BoxHandover {
  const value = use(BoxHandoverContext)
  if (!value) throw new Error('DeskProvider has to be among admin.components.providers.')
  return value
}
