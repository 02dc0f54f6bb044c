/** Shows the tab that a text is written in: of Payload’s tabs the first one. */
export function showText(): void {
  document.querySelector<HTMLButtonElement>('.tabs-field__tab-button')?.click()
}
