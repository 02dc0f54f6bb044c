'use client'

import { useEffect, type RefObject } from 'react'
import { insertText } from './insertText.ts'
import { typeset } from '../domain/content/index.ts'

type TextInput = HTMLInputElement | HTMLTextAreaElement
/** What was typed, what stands there in its place, and where the caret is behind it. */
type Done = { readonly input: TextInput; readonly typed: string; readonly put: string; readonly caret: number }

/**
 * Quotation marks, dashes and ellipses as the language of the text has them, while somebody types in a plain field within `area`.
 * Backspace right after it, or Undo, brings back what was typed.
 *
 * @param language BCP 47 tag
 */
export function useTypography(area: RefObject<HTMLElement | null>, language: string | undefined): void {
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    let done: Done | null = null
    let replacing = false

    const replace = (input: TextInput, from: number, to: number, text: string): void => {
      replacing = true
      input.setSelectionRange(from, to)
      insertText(text)
      replacing = false
    }
    const onInput = (event: Event): void => {
      if (replacing || !isTextInput(event.target) || !(event instanceof InputEvent) || event.isComposing) return
      const input = event.target
      const before = done
      done = null
      if (event.inputType === 'historyUndo' && before?.input === input) {
        // The browser selects what it brought back; the next letter would replace it.
        input.setSelectionRange(input.selectionEnd, input.selectionEnd)
        return
      }
      const { selectionStart: caret, value } = input
      if (event.inputType !== 'insertText' || event.data?.length !== 1 || caret === null) return
      const paragraph = value.slice(value.lastIndexOf('\n', caret - 2) + 1, caret - 1)
      const found = typeset(paragraph, event.data, language)
      if (!found) return
      const from = caret - found.take
      const typed = value.slice(from, caret)
      replace(input, from, caret, found.put)
      done = { input, typed, put: found.put, caret: from + found.put.length }
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      const last = done
      if (last === null || event.key !== 'Backspace' || last.input !== event.target) return
      const { caret, input, put, typed } = last
      if (input.selectionStart !== caret || input.selectionEnd !== caret) return
      event.preventDefault()
      done = null
      replace(input, caret - put.length, caret, typed)
    }
    element.addEventListener('input', onInput)
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('input', onInput)
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [area, language])
}

function isTextInput(target: EventTarget | null): target is TextInput {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
