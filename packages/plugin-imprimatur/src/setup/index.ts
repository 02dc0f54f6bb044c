// How a config is put under the workflow: what has to be true of it, and what is added to each of its collections.
// Tests: test/int/plugin*.int.spec.ts.
export {
  discreet,
  keptWhileReferred,
  settled,
  settledGlobal,
  unconditional,
  unconditionalGlobal,
  withWorkflow,
} from './anyEntity.ts'
export { mediaCollection, mediaIn } from './mediaCollection.ts'
export { requireSoundConfig, requireSoundDatabase } from './preconditions.ts'
export { staffCollection } from './staffCollection.ts'
export { workflowCollection } from './workflowCollection.ts'
