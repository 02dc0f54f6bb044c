// What a `where` means: the same answer from each database, above all over lists (docs/adr/0024-queries-over-lists.md).
// Tests: test/int/queries*.int.spec.ts.
export { answerAlike } from './answerAlike.ts'
export { pageOf } from './pageOf.ts'
