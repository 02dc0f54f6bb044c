export type ExcerptSituation = {
  /** The excerpt in the data to be saved. */
  readonly incoming: string
  /** The excerpt that the document has, '' when it is new. */
  readonly stored: string
  /** Whether the stored one was written by somebody. */
  readonly storedManual: boolean
  /** What the body makes, with an ellipsis if anything was cut. */
  readonly automatic: { readonly text: string; readonly truncated: boolean }
}

export type DecidedExcerpt = {
  readonly excerpt: string
  /** Whether it is known to stop before the text does. */
  readonly excerptTruncated: boolean
  /** Whether somebody wrote it; an automatic one follows the body. */
  readonly excerptManual: boolean
}

/**
 * A written excerpt wins over the automatic one until it is emptied. It counts as written when it is new and says something else than
 * the automatic one, so a form that sends back what it was shown changes nothing.
 */
export function decideExcerpt({ incoming, stored, storedManual, automatic }: ExcerptSituation): DecidedExcerpt {
  const written = withEllipsis(incoming)
  const made = withEllipsis(automatic.text)
  const isNew = written !== stored
  const isManual = written !== '' && (isNew ? written !== made : storedManual)
  return isManual
    ? { excerpt: written, excerptTruncated: written.endsWith('…'), excerptManual: true }
    : { excerpt: made, excerptTruncated: automatic.truncated, excerptManual: false }
}

/** Trims, and stores three full stops at the end as the one character that they stand for. */
export function withEllipsis(text: string): string {
  return text.trim().replace(/\s*\.{3}$/u, '…')
}
