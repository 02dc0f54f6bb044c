import { TYPED_IN } from './keys.ts'

/**
 * Gives the focus to a part of the page whose button was pressed and may be gone, unless somebody has gone on to another part meanwhile:
 * letters that are typed there must not end up nowhere.
 */
export function focusBack(part: HTMLElement | null): void {
  const now = document.activeElement
  if (!part || (now && !now.contains(part) && !part.contains(now))) return
  part.focus()
}

/** Whether somebody is typing outside of a part of the page. */
export function isTypingElsewhere(part: HTMLElement): boolean {
  const now = document.activeElement
  return now !== null && !part.contains(now) && now.closest(TYPED_IN) !== null
}
