'use client'

import { useFormFields } from '@payloadcms/ui'
import { useWords } from './useWords.ts'

const LEAST = 15

/** Beside the form of an account, while a password can be typed there: what it has to be, and how long it is by now. */
export function PasswordRule() {
  const say = useWords()
  const field = useFormFields(([fields]) => fields.password)
  if (!field) return null
  const length = typeof field.value === 'string' ? Array.from(field.value.normalize('NFKC')).length : 0
  return (
    <p className="imp-password-note" role="status">
      {say(
        length === 0
          ? `A password has ${String(LEAST)} characters or more. Several words with spaces between them are easy to remember.`
          : length < LEAST
            ? `A password has ${String(LEAST)} characters or more; this one has ${String(length)}. Several words with spaces between them are easy to remember.`
            : `This password has ${String(length)} characters, which is long enough.`,
      )}
    </p>
  )
}
