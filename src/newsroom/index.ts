// The binding to Payload, as the server, the site and the console use it.
// May import payload and every inner module; the only place in server code that knows Payload.
// Tests: test/int.
export { audit, type AuditReport, type Offence } from '../../packages/plugin-imprimatur/src/operations/audit/index.ts'
export { publishDue, startClock } from '../../packages/plugin-imprimatur/src/operations/clock/index.ts'
export { fillDemo, isEmpty, type DemoResult } from './demo/index.ts'
export { forgetDaily, frontDoorOf, makeAdministrator, passwordLink } from '../accounts/index.ts'
export { graphqlApi } from '../public-api/graphqlApi.ts'
export { importPorts } from './import/index.ts'
export { picturesOf, startSweeping } from './media/index.ts'
export { actingAs, warnOfShortfalls } from '../../packages/plugin-imprimatur/src/index.ts'
export { publicReads } from '../../packages/plugin-imprimatur/src/operations/publicReads.ts'
export { restApi } from '../public-api/restApi.ts'
