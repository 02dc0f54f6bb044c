'use client'

import { toast, useAuth, useDocumentInfo, useForm, useFormInitializing, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import { caretNow, catchLetters, formOnScreen, putCaret, withCarried } from './carriedWords.ts'
import { useOpenDocument } from './DocumentEdit.tsx'

/**
 * Keeps words whose page goes without anybody having asked for it. What is typed while a document is made goes to the page
 * of that document, with the caret and the letters that are typed between the two pages: Payload (3.90) goes there with
 * what was stored. What stands in a form when the session ends, or when somebody goes back in the browser, is there again
 * when they open the document again.
 *
 * @returns what is to be called right before a document is made
 */
export function useCarriedWords(): () => void {
  const { collectionSlug, data, globalSlug, id } = useDocumentInfo()
  const { carried } = useForms()
  const { base, onLeave } = useOpenDocument()
  const initializing = useFormInitializing()
  const modified = useFormModified()
  const { user } = useAuth()
  const { dispatchFields, formRef, getFields, setModified } = useForm()
  const entity = collectionSlug ?? globalSlug ?? ''
  const making = useRef(false)
  const wentBack = useRef(false)
  const who = useRef<unknown>(null)

  useEffect(() => {
    const note = () => {
      wentBack.current = true
    }
    window.addEventListener('popstate', note)
    return () => {
      window.removeEventListener('popstate', note)
    }
  }, [])

  useLayoutEffect(() => {
    if (user) who.current = user.id
    const made: unknown = data?.['id']
    onLeave.current = () => {
      const isMade = making.current && id === undefined && made !== undefined
      const isTaken = modified && (!user || wentBack.current)
      if (!base.current || !(isMade || isTaken)) return
      carried.current.set(keyOf(entity, isMade ? made : id), {
        who: who.current,
        sent: base.current,
        form: formOnScreen(getFields(), formRef.current),
        ...(isMade ? { caret: caretNow(), letters: catchLetters() } : {}),
      })
    }
  })

  useEffect(() => {
    if (initializing) return
    const page = getFields()
    base.current = page
    const key = keyOf(entity, id)
    const words = carried.current.get(key)
    if (!words || words.who !== who.current) return
    carried.current.delete(key)
    const state = withCarried(words.sent, words.form, page)
    if (state) {
      dispatchFields({ type: 'REPLACE_STATE', optimize: false, state })
      setModified(true)
    }
    if (words.letters) void putCaret(words.caret ?? null, words.letters)
    else if (state) toast.info('What you had typed here is back in the form. It is not saved yet.')
  }, [base, carried, dispatchFields, entity, getFields, id, initializing, setModified])

  return useCallback(() => {
    base.current = getFields()
    making.current = true
  }, [base, getFields])
}

function keyOf(entity: string, id: unknown): string {
  return `${entity}:${typeof id === 'string' || typeof id === 'number' ? String(id) : ''}`
}
