// Comments on a piece, decided purely: who may do what with one, where its words stand in another text, what other words in their place
// would make of it, and which of them are open.
// May import domain/workflow, domain/content, domain/difference, and approx-string-match. Tests: test/unit/comments, test/property/comments.spec.ts.
export { anchorIn, type Anchor, type KeptAnchor } from './anchorIn.ts'
export { LIMITS } from './limits.ts'
export type { Place } from './candidatesIn.ts'
export { locate } from './locate.ts'
export { passagesOf, type Passage } from './passagesOf.ts'
export { mayDo, openThreads, type Comment, type CommentAct, type OnPiece } from './rights.ts'
export { inOneText, replaceable, replaceIn, type Replacement, type Suggestion } from './suggestion.ts'
