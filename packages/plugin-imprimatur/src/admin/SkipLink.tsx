'use client'

import { useAuth } from '@payloadcms/ui'
import { useWords } from './useWords.ts'

/** The first thing that Tab reaches: past the navigation, to what the screen is about (WCAG 2.1, 2.4.1). */
export function SkipLink() {
  const { user } = useAuth()
  const { say } = useWords()
  if (!user) return null
  return (
    <nav aria-label={say('general:skip')}>
      <a
        className="imp-skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          focusMain()
        }}
      >
        {say('general:skip')}
      </a>
    </nav>
  )
}

/** Puts the focus on what the screen is about, without showing it there. */
export function focusMain(): void {
  const main =
    document.querySelector<HTMLElement>('main') ?? document.querySelector<HTMLElement>('.template-default__wrap')
  if (!main) return
  main.tabIndex = -1
  main.focus()
}
