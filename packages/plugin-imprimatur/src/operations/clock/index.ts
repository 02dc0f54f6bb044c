// The clock: publishes what is scheduled when its time comes.
// Tests: test/int/schedule.int.spec.ts.
