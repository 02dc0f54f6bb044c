import type { CollectionBeforeChangeHook } from 'payload'
import { lexicalToText, finalData, textOf } from 'payload-plugin-imprimatur/content'
import { readNewsroom } from '../globals/newsroomSettings.ts'
import { decideExcerpt } from './decideExcerpt.ts'
import { excerptFrom } from './excerptFrom.ts'

const NOTHING = { text: '', truncated: false } as const

/**
 * Keeps `excerpt`, `excerptTruncated` and `excerptManual` in step with `body`: an automatic excerpt has as many words as the newsroom
 * allows articles.
 */
export const keepExcerpt: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const doc = finalData(data, originalDoc)
  const { excerptWords } = await readNewsroom(req)
  return {
    ...data,
    ...excerptFrom({
      body: lexicalToText(doc.body),
      incoming: textOf(doc, 'excerpt'),
      language: textOf(doc, 'language') || undefined,
      original: operation === 'update' ? originalDoc : undefined,
      words: excerptWords.articles,
    }),
  }
}

/** The same for a piece without a body: its excerpt is always somebody's words, and is never cut. */
export const keepWrittenExcerpt: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  ...decideExcerpt({
    incoming: textOf(finalData(data, originalDoc), 'excerpt'),
    stored: '',
    storedManual: false,
    automatic: NOTHING,
  }),
})
