'use client'

import { useEffect, useState } from 'react'
import { isDialogOpen } from './keys.ts'
import { showText } from './payload3/showText.ts'
import { useKeyNames } from './useKeyNames.ts'
import { useWords } from './useWords.ts'

const KEYS = 'Control+Shift+F Meta+Shift+F'

/** The text and nothing else: a button and Ctrl-Shift-F (⌘-Shift-F) turn it on and off, Escape off. */
export function WritingMode() {
  const { say } = useWords()
  const named = useKeyNames()
  const [on, setOn] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    showText()
    // The style sheets look at it.
    document.documentElement.dataset['impWriting'] = 'on'
    return () => {
      delete document.documentElement.dataset['impWriting']
    }
  }, [on])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return
      const isToggle = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
      if (isToggle) event.preventDefault()
      if (isToggle) setOn((now) => !now)
      else if (event.key === 'Escape') setOn(false)
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [])
  return (
    <button
      aria-keyshortcuts={KEYS}
      aria-pressed={on}
      className="btn btn--style-secondary btn--size-medium btn--no-margin"
      id="action-writing-mode"
      onClick={() => {
        setOn(!on)
      }}
      title={say('text:mode_keys', { keys: named('Ctrl Shift F') })}
      type="button"
    >
      {say(on ? 'text:mode_leave' : 'text:mode')}
    </button>
  )
}
