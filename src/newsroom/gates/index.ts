// This newsroom's quality gates: what a piece has to have before it is submitted or published, told in an editor's words.
// May import: packages/plugin-imprimatur/src/domain/content, types from packages/plugin-imprimatur/src/domain/workflow.
// Tests: test/unit/gates.
export { articleGates, authorGates, teaserGates } from './lists.ts'
