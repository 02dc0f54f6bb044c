import { excerpt, finalData, textOf } from 'payload-plugin-imprimatur/content'
import { decideExcerpt, type DecidedExcerpt } from './decideExcerpt.ts'

const NOTHING = { text: '', truncated: false } as const

/**
 * The excerpt of a piece with a body, as it is stored and as the form shows it beforehand.
 *
 * @param body plain text
 * @param incoming the excerpt in what is to be saved
 * @param original the document as it is stored; nothing of a new one
 * @param words how many an automatic one has
 */
export function excerptFrom({
  body,
  incoming,
  language,
  original,
  words,
}: {
  readonly body: string
  readonly incoming: string
  readonly language: string | undefined
  readonly original: unknown
  readonly words: number
}): DecidedExcerpt {
  const stored = finalData(original, {})
  return decideExcerpt({
    incoming,
    stored: textOf(stored, 'excerpt'),
    storedManual: stored['excerptManual'] === true,
    automatic: body === '' ? NOTHING : excerpt(body, words, language),
  })
}
