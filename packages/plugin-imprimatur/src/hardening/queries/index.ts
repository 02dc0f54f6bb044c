// What a `where` means: the same answer from each database, above all over lists (docs/adr/0024-queries-over-lists.md).
// May import payload, its adapters' query builder, packages/plugin-imprimatur/src/domain/public-query, packages/plugin-imprimatur/src/errors.
// Tests: test/int/queries*.int.spec.ts, test/unit/queries.
export { answerAlike } from './answerAlike.ts'
