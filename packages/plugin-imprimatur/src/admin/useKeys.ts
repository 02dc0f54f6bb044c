'use client'

import { useEffect, useState } from 'react'
import { actionOf, type KeyAction } from './keys.ts'

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
    setOn(window.localStorage.getItem(STORED) !== 'off')
  }, [])
  useEffect(() => {
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
      window.localStorage.setItem(STORED, now ? 'on' : 'off')
      setOn(now)
    },
  }
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [role=dialog][aria-modal=true]') !== null
}
