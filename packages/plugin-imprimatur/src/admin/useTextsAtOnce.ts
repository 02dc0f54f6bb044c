'use client'

import { useForm } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect } from 'react'
import { formOnScreen, RICH_TEXT } from './carriedWords.ts'
import { same } from './settleAnswer.ts'

/**
 * Hands a text to the form as soon as the caret leaves it. Payload's editor (3.90) does that when the browser has time: by
 * then it may be gone with its tab, and another one may have been made of what the form had.
 */
export function useTextsAtOnce(): void {
  const { dispatchFields, formRef, getFields, setModified } = useForm()
  useEffect(() => {
    const form = formRef.current
    // The editor normalises a text; that is no change by anybody.
    let entered: FormState = {}
    const note = ({ target, type }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest(RICH_TEXT)) return
      const fields = getFields()
      const shown = formOnScreen(fields, form)
      if (type === 'focusin') entered = shown
      else
        for (const [path, { value }] of Object.entries(shown)) {
          if (value === fields[path]?.value || same(value, entered[path]?.value)) continue
          dispatchFields({ type: 'UPDATE', path, value })
          setModified(true)
        }
    }
    form.addEventListener('focusin', note)
    form.addEventListener('focusout', note)
    return () => {
      form.removeEventListener('focusin', note)
      form.removeEventListener('focusout', note)
    }
  }, [dispatchFields, formRef, getFields, setModified])
}
