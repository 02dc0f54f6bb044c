// Payload's own endpoints: those that cannot work taken away, others mended.
// Tests: test/int/front-door-errors.int.spec.ts.
export { mendEndpoints } from './mendEndpoints.ts'
