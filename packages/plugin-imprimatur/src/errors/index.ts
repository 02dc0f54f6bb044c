// Refusals with stable codes, how they reach the asker in REST and GraphQL, and what field validation would refuse.
// May import payload, packages/plugin-imprimatur/src/domain/workflow.
// Tests: test/int/errors.int.spec.ts.
export { afterError } from '../hooks/afterError.ts'
export { fieldFaults, type FieldFault } from './fieldFaults.ts'
export { quietLog } from './quietLog.ts'
export { coded, CodedError, entriesOf, refused, type ErrorEntry } from './CodedError.ts'
