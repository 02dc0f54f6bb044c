import type { PasteVocabulary } from './pasteFeature.ts'

/** What the body of an article has for text from elsewhere to become. The headline is the page's only h1. */
export const BODY_VOCABULARY = {
  headings: ['h2', 'h3', 'h4'],
  marks: ['bold', 'italic', 'strikethrough', 'subscript', 'superscript'],
  quotes: true,
  rules: true,
} as const satisfies PasteVocabulary
