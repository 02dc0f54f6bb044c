// The audit: event chains, dossiers and public documents against each other.
// May import payload, packages/plugin-imprimatur/src/domain/workflow, src/payload/plugin.
// Tests: test/int/audit.int.spec.ts.
export { audit, type AuditReport, type Offence } from './audit.ts'
