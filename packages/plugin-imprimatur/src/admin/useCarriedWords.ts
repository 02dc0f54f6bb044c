'use client'

import { useDocumentInfo, useForm, useFormInitializing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import { caretNow, catchLetters, formOnScreen, putCaret, withCarried } from './carriedWords.ts'
import { useOpenDocument } from './DocumentEdit.tsx'
import { useShown } from './payload3/useReset.ts'

/**
 * What is typed while a document is made goes to the page of that document, with the caret and the letters that are typed
 * between the two pages: Payload (3.90) goes there with what was stored.
 *
 * @returns what is to be called right before a document is made, or with the form that it was made of
 */
export function useCarriedWords(): (form?: FormState) => void {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { carried } = useForms()
  const { baseline, isCarried, onLeave } = useOpenDocument()
  const initializing = useFormInitializing()
  const { dispatchFields, formRef, getFields, setModified } = useForm()
  const shown = useShown()
  const sent = useRef<FormState>(null)

  useLayoutEffect(() => {
    if (id !== undefined && carried.current.has(keyOf(collectionSlug, id))) isCarried.current = true
    const made: unknown = data?.['id']
    onLeave.current = () => {
      if (!sent.current || id !== undefined || made === undefined) return
      carried.current.set(keyOf(collectionSlug, made), {
        sent: sent.current,
        form: formOnScreen(getFields(), formRef.current),
        caret: caretNow(),
        letters: catchLetters(),
      })
    }
  })

  useEffect(() => {
    if (initializing || id === undefined) return
    const key = keyOf(collectionSlug, id)
    const words = carried.current.get(key)
    if (!words) return
    carried.current.delete(key)
    const changed = shown(() => {
      const page = getFields()
      const state = withCarried(words.sent, words.form, page)
      if (!state) return
      baseline.current = page
      dispatchFields({ type: 'REPLACE_STATE', optimize: false, state })
      setModified(true)
    })
    // An editor that is about to be made anew would take caret and letters with it.
    void changed.then(() => putCaret(words.caret, words.letters))
  }, [baseline, carried, collectionSlug, dispatchFields, getFields, id, initializing, setModified, shown])

  return useCallback(
    (form = getFields()) => {
      sent.current = form
    },
    [getFields],
  )
}

function keyOf(collection: string | undefined, id: unknown): string {
  return `${collection ?? ''}:${typeof id === 'string' || typeof id === 'number' ? String(id) : ''}`
}
