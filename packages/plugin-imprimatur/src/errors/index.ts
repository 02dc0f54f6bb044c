// Refusals with stable codes, how they reach the asker in REST and GraphQL, and what field validation would refuse.
// Tests: test/unit/errors, test/int/front-door-errors.int.spec.ts.
export { fieldFaults, type FieldFault } from './fieldFaults.ts'
export { quietLog } from './quietLog.ts'
export { coded, CodedError, entriesOf, refused, type ErrorEntry } from './CodedError.ts'
export { entryOf } from './CodedError.ts'
export { isLostRace } from './lostRace.ts'
export { codeOfMalformed } from './malformedRequest.ts'
export { isPassing, isPassingCode } from './passing.ts'
export { sqlStateOf } from './sqlState.ts'
export { isTransient } from './transient.ts'
export { isBusy, isUnavailable } from './unavailable.ts'
export { codeOfStatus } from './codeOfStatus.ts'
export { parametersIn } from './parametersIn.ts'
