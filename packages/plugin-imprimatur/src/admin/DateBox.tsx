'use client'

import { useEffect, useRef, type InputHTMLAttributes, type RefObject, type SyntheticEvent } from 'react'
import { useWords } from './useWords.ts'

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'aria-describedby' | 'aria-label' | 'className' | 'disabled' | 'id' | 'required'
>

/** The browser's box for a day or a time. It is invalid while nobody can tell what it says, so that `unsettledTimeIn` finds it. */
export function DateBox({
  box: given,
  isUnsettled,
  onRead,
  ...attributes
}: Attributes & {
  readonly box?: RefObject<HTMLInputElement | null>
  readonly isUnsettled: boolean
  readonly onRead: (box: HTMLInputElement) => void
  readonly type: 'date' | 'datetime-local'
  readonly value: string
}) {
  const { say } = useWords()
  const own = useRef<HTMLInputElement>(null)
  const box = given ?? own
  useEffect(() => {
    box.current?.setCustomValidity(isUnsettled ? say('time:unsettled') : '')
  }, [box, isUnsettled, say])
  // Browsers tell nobody of the last part that is emptied: the box gave nothing before.
  const readEmptied = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    if (isUnsettled && currentTarget.value === '' && !currentTarget.validity.badInput) onRead(currentTarget)
  }
  return (
    <input
      {...attributes}
      onBlur={readEmptied}
      onChange={({ target }) => {
        onRead(target)
      }}
      onKeyUp={readEmptied}
      ref={box}
    />
  )
}
