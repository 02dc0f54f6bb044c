'use client'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { caretNow, catchLetters, giveCaretBack, type Letters } from './carriedWords.ts'

/**
 * A modal dialog, there as long as it is rendered. It stands outside the document's form, and what is submitted in it
 * does not reach that form.
 */
export function Dialog({
  catches = false,
  children,
  onClose,
  title,
}: {
  /** Whether it is about to be gone: what is typed from then on goes to where the caret was. */
  catches?: boolean
  children: ReactNode
  /** Left out, Escape does nothing: one of the dialog's own buttons has to be pressed. */
  onClose?: () => void
  title: string
}) {
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const letters = useRef<Letters>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    const caret = caretNow()
    element?.showModal()
    return () => {
      // Closed before it is taken away, so that the focus goes back to where it came from.
      element?.close()
      giveCaretBack(caret, letters.current?.stop() ?? '')
    }
  }, [])
  useLayoutEffect(() => {
    if (catches) letters.current ??= catchLetters()
  }, [catches])
  return createPortal(
    <dialog
      aria-labelledby={heading}
      className="imp-dialog"
      closedby={onClose ? undefined : 'none'}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      // A browser closes it at the second Escape in a row, whatever is said against that.
      onClose={() => {
        if (dialog.current?.open) return
        dialog.current?.showModal()
        onClose?.()
      }}
      onSubmit={(event) => {
        event.stopPropagation()
      }}
      ref={dialog}
    >
      <h2 className="imp-dialog__title" id={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>,
    document.body,
  )
}
