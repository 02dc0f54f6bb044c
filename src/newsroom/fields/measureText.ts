import type { CollectionBeforeChangeHook } from 'payload'
import { countWords, lexicalToText, readingMinutes, finalData, textOf } from 'payload-plugin-imprimatur/content'

/** Fact boxes are read with the text. Pull quotes repeat it, and captions and links stand beside it. */
function wordsOfBlock(block: Readonly<Record<string, unknown>>): string {
  return block.blockType === 'factBox' ? `${textOf(block, 'title')}\n${lexicalToText(block.text)}` : ''
}

/** Keeps `wordCount` and `readingMinutes` in step with `body`, by the rules of the piece's `language`. */
export const measureText: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const doc = finalData(data, originalDoc)
  const text = lexicalToText(doc.body, wordsOfBlock)
  const language = textOf(doc, 'language') || undefined
  return { ...data, wordCount: countWords(text, language), readingMinutes: readingMinutes(text, language) }
}
