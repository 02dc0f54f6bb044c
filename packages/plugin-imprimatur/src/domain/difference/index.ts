// What is different between two revisions: as data that can leave nothing out, and as HTML with the changes marked in the text.
// May import domain/content and jsdiff. Tests: test/property/difference.spec.ts, test/unit/difference.
export type { Change, ChangeKind, Marked, MarkedItem, Run } from './Change.ts'
export { markedDifference, type MarkedDifference } from './markedDifference.ts'
export { changesInWords, type ChangeInWords } from './changesInWords.ts'
export { drawDifference, type Drawing, type Drawn, type DrawnField, type DrawnPicture } from './drawDifference.ts'
