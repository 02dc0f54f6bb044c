// The binding to Payload, as the server, the site and the console use it.
// May import payload and every inner module; the only place in server code that knows Payload.
// Tests: test/int.
export { audit, type AuditReport, type Offence } from './audit/index.ts'
export { publishDue, startClock } from './clock/index.ts'
export { fillDemo, isEmpty, type DemoResult } from './demo/index.ts'
export { forgetDaily, frontDoorOf, makeAdministrator, passwordLink } from './frontDoor/index.ts'
export { graphqlApi } from './graphql/graphqlApi.ts'
export { importPorts } from './importing/index.ts'
export { picturesOf, startSweeping } from './media/index.ts'
export { actingAs } from './plugin/index.ts'
export { publicReads } from './publicReads.ts'
export { restApi } from './restApi.ts'
