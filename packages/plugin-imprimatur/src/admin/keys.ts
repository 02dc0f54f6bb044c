/** What a key does on a screen. */
export type KeyAction = { readonly key: string; readonly does: string; readonly run: () => void }

/** As much of a key event as decides whether it is a command. */
export type KeyPress = Pick<
  KeyboardEvent,
  'altKey' | 'ctrlKey' | 'defaultPrevented' | 'isComposing' | 'key' | 'metaKey' | 'repeat'
> & { readonly target: unknown }

/** Where letters are letters. */
export const TYPED_IN =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], dialog'

/**
 * The action of a key, or null: a key is none while somebody types in a field or a dialog is open, or together with Ctrl, Alt or the
 * command key, which belong to the browser.
 */
export function actionOf(press: KeyPress, actions: readonly KeyAction[], isDialogOpen: boolean): KeyAction | null {
  if (press.defaultPrevented || press.isComposing || press.repeat || isDialogOpen) return null
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  const { target } = press
  if (hasClosest(target) && target.closest(TYPED_IN) !== null) return null
  return actions.find(({ key }) => key === press.key) ?? null
}

/** Whether something stands over the page that takes the keys. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [role=dialog][aria-modal=true]') !== null
}

/** Whether a dialog of ours stands over the page. Payload's drawers, which have forms of their own to save, are none. */
export function isOwnDialogOpen(): boolean {
  return document.querySelector('dialog.imp-dialog[open]') !== null
}

function hasClosest(target: unknown): target is { closest: (selector: string) => unknown } {
  return typeof target === 'object' && target !== null && 'closest' in target && typeof target.closest === 'function'
}
