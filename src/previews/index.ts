// Tokens by which a front end reads the draft of one piece.
// May import: accounts, the plugin. Tests: test/int/previews.int.spec.ts.
export { opensDraft, PREVIEW_TOKENS, previewTokens } from './previews.ts'
