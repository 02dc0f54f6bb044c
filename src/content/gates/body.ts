import type { Gate } from '../../workflow/index.ts'
import { lexicalToText } from '../lexicalToText.ts'
import { countWords } from '../words.ts'

/** A body with at least one word of running text; pictures and boxes alone are none. */
export const bodyPresent: Gate = {
  code: 'body_present',
  blocks: 'submit',
  check: ({ doc }) =>
    countWords(lexicalToText(doc.body)) > 0
      ? []
      : [{ message: 'Write the text of the article. Pictures and boxes alone are not enough.', field: 'body' }],
}
