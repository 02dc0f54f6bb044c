// What is different between two revisions: as data that can leave nothing out, and as HTML with the changes marked in the text.
// May import domain/content and jsdiff. Tests: test/property/difference.spec.ts, test/unit/difference.
export type { Change, Marked } from './Change.ts'
export { markedDifference } from './markedDifference.ts'
export type { SayOfDifference } from './DifferenceWord.ts'
export { isText, lineOf } from './line.ts'
export { escaped } from './signs.ts'
export { wordsOf } from './wordsOf.ts'
export { changesInWords, type ChangeInWords } from './changesInWords.ts'
export type { Drawing, Drawn, DrawnField, DrawnPicture } from './Drawing.ts'
export { drawDifference } from './drawDifference.ts'
