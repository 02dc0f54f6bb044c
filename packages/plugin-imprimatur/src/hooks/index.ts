// What happens around a save, by Payload's hooks: cleaning, recording, refusing what is stale or referred to.
export { afterError } from './afterError.ts'
export { refuseCondition, refuseConditions, refuseConditionsOfGlobal } from './conditions.ts'
export { afterDelete, afterSave, beforeSave, forceDraft, refuseDeleting, rememberSource } from './hooks.ts'
export { keepReferred } from './keepReferred.ts'
export { cleanCopied, settleData, settleGlobal } from './settleData.ts'
export { afterChangeOfShown, afterDeletionOfShown, guardShownMedia, showMedia } from './shownMedia.ts'
export { newerThan } from './staleRevision.ts'
export { noting, wholeOrNothing } from './wholeOrNothing.ts'
