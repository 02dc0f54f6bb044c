import type { Gate } from 'payload-plugin-imprimatur/workflow'
import { countWords } from 'payload-plugin-imprimatur/content'
import { isVisible } from './visibleText.ts'

/** Lists show the excerpt and never read bodies. */
export const excerptPresent: Gate = {
  code: 'excerpt_present',
  blocks: 'submit',
  check: ({ doc }) =>
    isVisible(doc.excerpt) ? [] : [{ message: 'Write an excerpt for lists and cards.', field: 'excerpt' }],
}

/** A written excerpt may be longer than the automatic one would be: its writer is told, not stopped. */
export const excerptLength: Gate = {
  code: 'excerpt_length',
  blocks: 'never',
  check: ({ doc, limits: { excerptWords: limit } }) => {
    if (limit === undefined || !isVisible(doc.excerpt)) return []
    const count = countWords(doc.excerpt, typeof doc.language === 'string' ? doc.language : undefined)
    return count > limit
      ? [
          {
            message: `The excerpt has ${String(count)} words; here ${String(limit)} are usual. Shorten it if you can.`,
            field: 'excerpt',
          },
        ]
      : []
  },
}
