// The clock: publishes what is scheduled when its time comes.
// May import payload, src/workflow, src/payload/plugin, src/payload/errors.
// Tests: test/int/schedule.int.spec.ts.
export { publishDue } from './publishDue.ts'
export { startClock } from './startClock.ts'
