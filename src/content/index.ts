// Pure functions on text and documents: words, excerpts, slugs, Lexical to text and back, what counts as content.
// May import: types from src/workflow; of packages only limax.
// Tests: test/unit/content, test/property/content*.spec.ts.
export type { ContentErrorCode } from './ContentError.ts'
export { ContentError } from './ContentError.ts'
export type { ContentField, JsonObject, JsonValue } from './ContentField.ts'
export { contentOf } from './contentOf.ts'
export { ELLIPSIS, excerpt } from './excerpt.ts'
export type { BlockText } from './lexicalToText.ts'
export { lexicalToText } from './lexicalToText.ts'
export { mediaShown } from './mediaShown.ts'
export { readingMinutes } from './readingMinutes.ts'
export type { Relation } from './relationsOf.ts'
export { relationsOf } from './relationsOf.ts'
export { SLUG_MAX_LENGTH, slugify } from './slugify.ts'
export type { LexicalState } from './textToLexical.ts'
export { textToLexical } from './textToLexical.ts'
export { countWords, words } from './words.ts'
