'use client'

import { TextareaField, useFormFields, useFormInitializing, useOperation } from '@payloadcms/ui'
import type { TextareaFieldClientProps, TextFieldClientProps } from 'payload'
import { useEffect, useRef, type RefObject } from 'react'
import { insertText } from './insertText.ts'
import { LetterCount } from './LetterCount.tsx'
import { useTypography } from './useTypography.ts'

/**
 * A text as it will be read: shown whole, set as the language of the piece is printed, its letters counted. A field of
 * type `text` stays one line to the database and breaks on the screen alone.
 *
 * @param languageField path of the field that holds the language of the text, BCP 47
 * @param isFirst whether writing begins here: in a new document it has the focus
 */
export function WritingField({
  isFirst = false,
  languageField,
  ...props
}: (TextareaFieldClientProps | TextFieldClientProps) & {
  readonly isFirst?: boolean
  readonly languageField?: string
}) {
  const { field, path } = props
  const area = useRef<HTMLDivElement>(null)
  const language = useFormFields(([fields]) => textOf(languageField === undefined ? '' : fields[languageField]?.value))
  const text = useFormFields(([fields]) => textOf(fields[path]?.value))
  const isOneLine = field.type === 'text'
  useTypography(area, language)
  useOneLine(area, isOneLine)
  useFirst(area, isFirst)
  const shown = { ...props, field: { ...field, type: 'textarea' } } as TextareaFieldClientProps
  return (
    <div className="imp-writing" ref={area}>
      <TextareaField {...shown} />
      {field.maxLength !== undefined && <LetterCount max={field.maxLength} text={text} />}
    </div>
  )
}

/** Puts the focus into the text of a new document, unless it is somewhere already. */
function useFirst(area: RefObject<HTMLElement | null>, isFirst: boolean): void {
  const operation = useOperation()
  const initializing = useFormInitializing()
  const begins = isFirst && operation === 'create' && !initializing
  useEffect(() => {
    if (begins && !isHeld(document.activeElement)) area.current?.querySelector('textarea')?.focus()
  }, [area, begins])
}

/** A link that led here may still have the focus; a field or a dialog keeps it. */
function isHeld(element: Element | null): boolean {
  return element?.matches('input, textarea, select, [contenteditable=true], dialog, dialog *') === true
}

/** Takes line breaks out of what is typed, pasted or dropped. */
function useOneLine(area: RefObject<HTMLElement | null>, isOneLine: boolean): void {
  useEffect(() => {
    const element = area.current
    if (!element || !isOneLine) return undefined
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') event.preventDefault()
      const words = event.data ?? event.dataTransfer?.getData('text/plain')
      if (!words || !/[\n\r]/.test(words)) return
      event.preventDefault()
      insertText(words.trim().replaceAll(/\s*[\n\r]+\s*/g, ' '))
    }
    element.addEventListener('beforeinput', onBeforeInput)
    return () => {
      element.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [area, isOneLine])
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
