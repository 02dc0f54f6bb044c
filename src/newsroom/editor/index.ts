// The rich text editors: what can be written in a body and in a note, and which addresses links and embeds may lead to.
// Tests: test/unit/newsroom/addresses.spec.ts, test/int/content-model.int.spec.ts, test/e2e/paste.e2e.spec.ts.
export { BODY_BLOCKS, bodyEditor } from './bodyEditor.ts'
export { noteEditor } from './noteEditor.ts'
