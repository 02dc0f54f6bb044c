// How anonymous reads are answered: from memory as long as nothing of what they were made from has changed, with validators, compressed once.
// Knows no framework and no database. Tests: test/unit/delivery, test/int/delivery*.int.spec.ts.
export { AnswerCache } from './AnswerCache.ts'
export { deliver } from './deliver.ts'
export { answerWithFile } from './fileAnswer.ts'
export { gathered, notingClock } from './Dependencies.ts'
export { answerToPreflight, headersFor, variesByOrigin, type OtherOrigins } from './otherOrigins.ts'
export { keyHeaders } from './surrogateKeys.ts'
export { tagsOfChange, type Terms } from './tags.ts'
export { asksForUnpublished } from './target.ts'
