'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import { keepIn, keptIn } from './browserStore.ts'
import { actionOf, isDialogOpen, type KeyAction } from './keys.ts'

const STORED = 'imprimatur.keys'

/**
 * Single keys as commands of a screen. Whoever speaks to their computer, or is easily off a key, can switch them off (WCAG 2.2, 2.1.4);
 * the browser remembers it.
 */
export function useKeys(actions: readonly KeyAction[]): {
  readonly on: boolean
  readonly setOn: (on: boolean) => void
} {
  const [on, setOn] = useState(true)
  useEffect(() => {
    setOn(keptIn('localStorage', STORED) !== 'off')
  }, [])
  // Before the page is drawn: a key does what the screen says.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = actionOf(event, on ? actions : actions.filter(({ key }) => key === '?'), isDialogOpen())
      if (!action) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [actions, on])
  return {
    on,
    setOn: (now) => {
      keepIn('localStorage', STORED, now ? 'on' : 'off')
      setOn(now)
    },
  }
}
