// Pure functions on texts and documents.
export {
  countWords,
  documentId,
  excerpt,
  finalData,
  idOf,
  isRecord,
  lexicalToText,
  readingMinutes,
  record,
  SLUG_MAX_LENGTH,
  slugify,
  textOf,
  textToLexical,
  typeset,
} from '../domain/content/index.ts'
