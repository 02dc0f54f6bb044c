/** An excerpt as a page prints it: `truncated` if it was cut, and then `text` ends with `…`. */
export type PrintedExcerpt = {
  text: string
  truncated: boolean
  /** Whether something such as a "read more" link stood after the ellipsis and was dropped. */
  more: boolean
}

// Both begin where white space begins, or long white space would be looked at once for each of its characters.
const MORE = /(?<!\s)\s*[[(]?(?:read more|continue reading|more|full story)[\])]?\s*[»›>→]*\s*$/iu
const ELLIPSIS = /(?<!\s)\s*(?:[[(]\s*(?:…|\.{3,})\s*[\])]|…+\.?|\.{3,}|(?:\s\.){3,})$/u

/** Reads the ellipsis at the end of an excerpt: `...`, `…`, `[…]`, `. . .`, with or without white space before it. */
export function readPrintedExcerpt(text: string): PrintedExcerpt {
  const trimmed = text.trim()
  const withoutMore = trimmed.replace(MORE, '')
  const candidate = withoutMore !== trimmed && ELLIPSIS.test(withoutMore) ? withoutMore : trimmed
  const found = ELLIPSIS.exec(candidate)
  if (found === null || found.index === 0) return { text: trimmed, truncated: false, more: false }
  return { text: `${candidate.slice(0, found.index)}…`, truncated: true, more: candidate !== trimmed }
}

/** Whether a line of text ends with an ellipsis. */
export function endsCut(text: string): boolean {
  return readPrintedExcerpt(text).truncated
}
