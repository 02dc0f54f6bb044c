'use client'

import { useAuth, useForm, useFormInitializing, useOperation } from '@payloadcms/ui'
import { idOf } from 'payload-plugin-imprimatur/content'
import { useEffect, useRef } from 'react'

/** In the form of a new article: a credit of whoever writes it, where they have a page as an author. A default of the field would credit them through the API, too. */
export function OwnCredit() {
  const { user } = useAuth()
  const operation = useOperation()
  const initializing = useFormInitializing()
  const { addFieldRow, getFields, setModified } = useForm()
  const isDone = useRef(false)
  const author = idOf((user as { author?: unknown } | null | undefined)?.author)
  const isNew = operation === 'create' && !initializing
  useEffect(() => {
    if (!isNew || author === undefined || isDone.current) return
    isDone.current = true
    if ((getFields()['credits']?.rows ?? []).length > 0) return
    const given = (value: string) => ({ initialValue: value, valid: true, value })
    addFieldRow({
      path: 'credits',
      rowIndex: 0,
      schemaPath: 'articles.credits',
      subFieldState: { author: given(author), role: given('author') },
    })
    // Nobody has written anything yet.
    setModified(false)
  }, [addFieldRow, author, getFields, isNew, setModified])
  return null
}
