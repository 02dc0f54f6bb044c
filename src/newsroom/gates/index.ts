// This newsroom's quality gates: what a piece has to have before it is submitted or published, told in an editor's words.
// Tests: test/unit/gates.
export { articleGates, authorGates, teaserGates } from './lists.ts'
