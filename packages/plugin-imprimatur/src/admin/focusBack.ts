import { TYPED_IN } from './keys.ts'

/**
 * Gives the focus to a part of the page whose button was pressed and may be gone, unless somebody has gone on to another part meanwhile:
 * letters that are typed there must not end up nowhere.
 */
export function focusBack(part: HTMLElement | null, how: FocusOptions = {}): void {
  const now = document.activeElement
  if (!part || (now && !now.contains(part) && !part.contains(now))) return
  part.focus(how)
}

/**
 * Gives the focus back to what was pressed; where that is gone or can no longer be pressed, to the part of the page that it was in. Buttons that
 * are closed while something is under way lose it.
 */
export function focusAgain(pressed: Element | null, part: HTMLElement | null): void {
  const isThere = pressed instanceof HTMLElement && pressed.isConnected && !pressed.matches(':disabled')
  if (isThere && document.activeElement === document.body) pressed.focus()
  else focusBack(part, { preventScroll: true })
}

/** Whether somebody is typing outside of a part of the page. */
export function isTypingElsewhere(part: HTMLElement): boolean {
  const now = document.activeElement
  return now !== null && !part.contains(now) && now.closest(TYPED_IN) !== null
}
