// The workflow of a piece, decided purely: stages, transition table, transition(), fold(), digest, policy, gates, errors.
// Tests: test/unit/workflow, test/property/workflow.spec.ts.
export { ADOPTER, CLOCK, mayMove, mayWrite, type Actor } from './actor.ts'
export { canonicalForm, digestOf, isDigest, MEDIA_KEY, type Digest, type ShownMedia } from './digest.ts'
export {
  apply,
  fold,
  handsIn,
  unreviewed,
  type Dossier,
  type FastTracked,
  type Live,
  type Missed,
  type SignOff,
} from './dossier.ts'
export { blocker, ERRORS, firstRefusal, isErrorCode, type Blocker, type ErrorCode } from './errors.ts'
export { faultInHistory } from './faultInHistory.ts'
export { faultInChain, hashOf, pieceKey, appendToChain, type EventName, type WorkflowEvent } from './events.ts'
export { runGates, type Fault, type Finding, type Gate, type GateFacts, type RelatedPiece } from './gates.ts'
export {
  FALLBACK_REVIEW,
  REVIEW_WITHIN_HOURS,
  reviewsFor,
  shortfalls,
  tally,
  type Person,
  type Policy,
  type PolicySubject,
  type Review,
  type Shortfall,
} from './policy.ts'
export { adoptPublic, noteChange, openDossier, recordChange } from './recordChange.ts'
export { recordMissed } from './recordMissed.ts'
export { isStage, STAGE_LABELS, STAGES, type Stage } from './stages.ts'
export { isTransitionName, makesPublic, ruleOf, TABLE, TRANSITIONS, type Rule, type TransitionName } from './table.ts'
export {
  instant,
  missingAfterFastTrack,
  options,
  transition,
  type Command,
  type Decision,
  type Facts,
  type Option,
  type Situation,
} from './transition.ts'
