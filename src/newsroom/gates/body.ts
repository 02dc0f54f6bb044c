import type { Gate } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { lexicalToText } from '../../../packages/plugin-imprimatur/src/domain/content/lexicalToText.ts'
import { countWords } from '../../../packages/plugin-imprimatur/src/domain/content/words.ts'

/** A body with at least one word of running text; pictures and boxes alone are none. */
export const bodyPresent: Gate = {
  code: 'body_present',
  blocks: 'submit',
  check: ({ doc }) =>
    countWords(lexicalToText(doc.body)) > 0
      ? []
      : [{ message: 'Write the text of the article. Pictures and boxes alone are not enough.', field: 'body' }],
}
