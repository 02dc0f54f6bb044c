'use client'

import { useWords } from './useWords.ts'

/** From this share of the bound on it is said how many letters are left. */
const NEAR = 0.9

/**
 * How long a text is, and how long it may be. Seen at all times; heard only when it comes near its bound, in steps, and once it is
 * beyond.
 *
 * @param max in UTF-16 code units, as Payload counts `maxLength`
 */
export function LetterCount({ max, text }: { readonly max: number; readonly text: string }) {
  const { say } = useWords()
  const { length } = text
  const over = length - max
  const heard =
    over > 0
      ? say('text:too_long', { max })
      : length >= max * NEAR
        ? say('text:left', { count: Math.ceil((max - length) / 5) * 5 })
        : ''
  return (
    <div className="imp-count">
      <span
        aria-hidden={over > 0}
        className={over > 0 ? 'imp-count__over' : length >= max * NEAR ? 'imp-count__near' : ''}
      >
        {over > 0 ? say('text:over', { count: over, max }) : say('text:letters', { count: length, max })}
      </span>
      <span aria-live="polite" className="imp-for-ears">
        {heard}
      </span>
    </div>
  )
}
