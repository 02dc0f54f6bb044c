'use client'

import { useAuth } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetIn, keepIn, keptIn, keysIn } from './browserStore.ts'

const PREFIX = 'imprimatur-begun'

/**
 * Words for colleagues that somebody has begun. The tab keeps them, and they stand where they were when the page comes back: before the browser's
 * Back nobody is asked.
 *
 * @param place what they are about, of its own for each place on the page; they go along when it becomes another
 * @param before what stands there when nothing is begun
 */
export function useBegunWords(place: string, before: string) {
  const { user } = useAuth()
  const key = `${PREFIX}:${String(user?.id)}:${place}`
  const [typed, setTyped] = useState(() => keptIn('sessionStorage', key))
  const at = useRef(key)
  useEffect(() => {
    if (at.current === key) return
    // What was begun here before gives way only to other words.
    if (typed === null) setTyped(keptIn('sessionStorage', key))
    else {
      keep(at.current, null)
      keep(key, typed)
    }
    at.current = key
  }, [key, typed])
  const write = useCallback(
    (text: string) => {
      const now = text === before ? null : text
      setTyped(now)
      keep(key, now)
    },
    [before, key],
  )
  const forget = useCallback(() => {
    keep(key, null)
  }, [key])
  return { text: typed ?? before, write, forget }
}

/** Forgets all that somebody has begun. */
export function forgetBegunWordsOf(person: string): void {
  for (const key of keysIn('sessionStorage', `${PREFIX}:${person}:`)) forgetIn('sessionStorage', key)
}

function keep(key: string, text: string | null): void {
  if (text === null) forgetIn('sessionStorage', key)
  else keepIn('sessionStorage', key, text)
}
