// The workflow of a piece, decided purely: stages, transition table, transition(), fold(), digest, policy, gates, errors.
// Tests: test/unit/workflow, test/property/workflow.spec.ts.
export { accountsOf, ADOPTER, CLOCK, maySeeAll, maySeeDraft, mayWrite, type Actor } from './actor.ts'
export {
  assign,
  assignmentAfter,
  isPriority,
  PRIORITIES,
  UNASSIGNED,
  type Assignment,
  type AssignmentChange,
  type Priority,
} from './assignment.ts'
export { instant } from './conditions.ts'
export { DESK_CARDS, deskCardsFor, type DeskCard, type DeskCardName } from './desk.ts'
export { canonicalForm, digestOf, isDigest, MEDIA_KEY, type Digest, type ShownMedia } from './digest.ts'
export {
  apply,
  fold,
  contributorsOf,
  isFirstPublication,
  unreviewed,
  writersOf,
  type Dossier,
  type FastTracked,
  type Live,
  type Missed,
  type SignOff,
} from './dossier.ts'
export { blocker, ERRORS, firstRefusal, isErrorCode, type Blocker, type ErrorCode } from './errors.ts'
export { faultInHistory } from './faultInHistory.ts'
export { faultInChain, hashOf, pieceKey, appendToChain, type WorkflowEvent } from './events.ts'
export {
  runGates,
  type Fault,
  type FaultyPassage,
  type Finding,
  type Gate,
  type GateFacts,
  type RelatedPiece,
} from './gates.ts'
export { options, type Option } from './options.ts'
export {
  comesAfter,
  FALLBACK_REVIEW,
  faultInOrder,
  mayReview,
  overlap,
  REVIEW_WITHIN_HOURS,
  reviewsFor,
  roleToGive,
  shortfalls,
  tally,
  type OrderFault,
  type Person,
  type Policy,
  type PolicySubject,
  type Review,
  type Shortfall,
} from './policy.ts'
export { missingAfterFastTrack, waitsFor } from './reviewsOnSide.ts'
export { adoptPublic, noteChange, openDossier, recordChange, voidedByChange, type Voids } from './recordChange.ts'
export { recordMissed } from './recordMissed.ts'
export { isStage, STAGE_LABELS, STAGES, type Stage } from './stages.ts'
export { isTransitionName, makesPublic, ruleOf, TRANSITIONS, type Rule, type TransitionName } from './table.ts'
export { transition } from './transition.ts'
export type { Command, Facts, TransitionContext } from './TransitionContext.ts'
