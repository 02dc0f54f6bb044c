// The clock: publishes what is scheduled when its time comes.
// May import payload, packages/plugin-imprimatur/src/domain/workflow, src/payload/plugin, packages/plugin-imprimatur/src/errors.
// Tests: test/int/schedule.int.spec.ts.
export { publishDue } from './publishDue.ts'
export { startClock } from './startClock.ts'
