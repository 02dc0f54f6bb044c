// How a config is put under the workflow: what has to be true of it, and what is added to each of its collections.
// Tests: test/int/plugin*.int.spec.ts.
export {
  discreet,
  keptWhileReferred,
  ledFromFormerSlugs,
  settled,
  settledGlobal,
  unconditional,
  unconditionalGlobal,
  withWorkflow,
} from './anyEntity.ts'
export { indexesFor } from './indexesFor.ts'
export { mediaCollection, mediaIn } from './mediaCollection.ts'
export { requireSoundConfig, requireSoundDatabase, requireSoundMedia } from './preconditions.ts'
export { staffCollection } from './staffCollection.ts'
export { workflowCollection } from './workflowCollection.ts'
export { withStageFilter } from './stageFilter.ts'
