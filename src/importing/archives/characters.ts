import { visible } from '../pageText.ts'

/** A text in which every half of a character that lacks the other is U+FFFD: databases refuse such halves, or lose them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** A text without the control characters that references can write; vertical tab and form feed end a line. */
export function printable(text: string): string {
  return text.replace(/[\v\f]/gu, '\n').replace(/[\u0000-\u0008\u000E-\u001F\u007F]/gu, '')
}

/** A name or a title as one line, without marks that nobody sees. */
export function tidyLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim()
}

/** The first `most` UTF-16 units of a well-formed text at most; no character is cut in two. */
export function cutTo(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\p{Surrogate}$/u, '')
}
