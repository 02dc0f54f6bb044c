// What happens around a save, by Payload's hooks: cleaning, recording, refusing what is stale or referred to.
export { afterError } from './afterError.ts'
export {
  basesOf,
  bodyOfDelete,
  mayVoidIn,
  refuseCondition,
  refuseConditions,
  refuseConditionsOfGlobal,
} from './conditions.ts'
export { afterDelete, refuseDeleting } from './deleting.ts'
export { trackDuplicateSource } from './duplicating.ts'
export { withFileHash } from './fileHash.ts'
export { refuseHidden } from './refuseHidden.ts'
export { forgetFormerSlugs, keepFormerSlug } from './keepFormerSlugs.ts'
export { refuseDeletingReferenced } from './refuseDeletingReferenced.ts'
export { cleanCopied, normalizeInput, normalizeGlobalInput } from './normalizeInput.ts'
export { afterChangeOfShown, afterDeletionOfShown, guardShownMedia, showMedia, takeMedia } from './shownMedia.ts'
export { afterSave, beforeSave, saveAsDraft } from './saving.ts'
export { newerThan } from './staleRevision.ts'
export { rememberRefusal, bulkIsAtomic } from './bulkIsAtomic.ts'
