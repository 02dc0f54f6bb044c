import type { Gate } from 'payload-plugin-imprimatur/workflow'
import { lexicalToText, countWords } from 'payload-plugin-imprimatur/content'

/** A body with at least one word of running text; pictures and boxes alone are none. */
export const bodyPresent: Gate = {
  code: 'body_present',
  blocks: 'submit',
  check: ({ doc }) =>
    countWords(lexicalToText(doc.body)) > 0
      ? []
      : [{ message: 'Write the text of the article. Pictures and boxes alone are not enough.', field: 'body' }],
}
