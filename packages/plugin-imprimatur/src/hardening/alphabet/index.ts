// The order of the alphabet for lists, the same from each database (docs/adr/0028-sort-keys.md).
// Tests: test/int/queries-sort.int.spec.ts, test/unit/alphabet.
export { alphabetical } from './alphabetical.ts'
export { sortAlike } from './sortAlike.ts'
export { sortKeysIn } from './sortKeyField.ts'
