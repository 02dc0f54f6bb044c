'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useWords } from './useWords.ts'

const MACS = /^(Mac|iPhone|iPad)/

/** Names keys (`Ctrl Shift F`) as they stand on the keyboard of whoever reads: by the signs of a Mac, or by words of their language. */
export function useKeyNames(): (keys: string) => string {
  const { say } = useWords()
  const isMac = useSyncExternalStore(neverChanges, isOnMac, () => false)
  return useCallback(
    (keys) => keys.replace('Ctrl', isMac ? '⌘' : say('keys:ctrl')).replace('Shift', isMac ? '⇧' : say('keys:shift')),
    [isMac, say],
  )
}

function neverChanges(): () => void {
  return () => undefined
}

function isOnMac(): boolean {
  return MACS.test(navigator.platform)
}
