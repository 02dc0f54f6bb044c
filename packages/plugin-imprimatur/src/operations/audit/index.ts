// The audit: event chains, dossiers and public documents against each other.
// Tests: test/int/audit.int.spec.ts.
export { audit, type AuditReport, type Offence } from './audit.ts'
export { sayProgress } from './sayProgress.ts'
