'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { PanelKeys } from './PanelKeys.tsx'
import { SearchPalette } from './SearchPalette.tsx'
import { useKeyNames } from './useKeyNames.ts'
import { useWords } from './useWords.ts'

/** In the header of the panel: finds pieces at every stage, by a click or by Ctrl K (on a Mac, command K). */
export function SearchButton() {
  const { user } = useAuth()
  return user ? (
    <>
      <Opener />
      <PanelKeys />
    </>
  ) : null
}

function Opener() {
  const { say } = useWords()
  const named = useKeyNames()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // An editor that uses the key for itself comes first, and so does a dialog that is open.
      if (event.defaultPrevented || !isSearchKey(event) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [])
  return (
    <>
      <button
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="imp-search-button"
        onClick={() => {
          setOpen(true)
        }}
        title={say('search:button', { key: named('Ctrl K') })}
        type="button"
      >
        <svg aria-hidden="true" fill="none" height="20" stroke="currentColor" viewBox="0 0 20 20" width="20">
          <path d="M13 13l4 4 M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z" />
        </svg>
        <span className="imp-for-ears">{say('search:title')}</span>
      </button>
      {isOpen && (
        <SearchPalette
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** Ctrl K or command K, and nothing else with it. */
function isSearchKey({ altKey, ctrlKey, key, metaKey, repeat, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey && !repeat
}
