// The clock: publishes what is scheduled when its time comes.
// Tests: test/int/schedule.int.spec.ts.
export { publishDue } from './publishDue.ts'
export { startOwnClock } from './ownClock.ts'
export { startClock } from './startClock.ts'
