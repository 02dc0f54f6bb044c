const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu

/** Whether a reader would see anything of `value`: a text of more than spaces and invisible characters. */
export function isVisible(value: unknown): value is string {
  return typeof value === 'string' && value.replace(UNSEEN, '') !== ''
}

/** `text` on one line, cut after 60 characters, to name a place by what stands there. */
export function inBrief(text: string): string {
  const line = text.replace(/\p{White_Space}+/gu, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= 60 ? line : `${characters.slice(0, 60).join('').trimEnd()}…`
}

/** `text` as the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
