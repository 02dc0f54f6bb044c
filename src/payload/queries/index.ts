// What a `where` means: the same answer from each database, above all over lists (docs/adr/0024-queries-over-lists.md).
// May import payload, its adapters' query builder, src/delivery, src/payload/errors.
// Tests: test/int/queries*.int.spec.ts, test/unit/queries.
export { answerAlike } from './answerAlike.ts'
