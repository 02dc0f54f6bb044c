/** Puts a text in the place of what is selected in the field that has the focus, in one step that the browser's Undo knows of. */
export function insertText(text: string): void {
  // The standards have nothing in its place; all browsers keep it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('insertText', false, text)
}
