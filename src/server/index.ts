// The server: the Express app and the process around it. payload.config.ts takes its settings from environment.ts.
// May import every other src/ module by its index.ts, and the public API of payload and next.
// Tests: test/unit/server, test/int/server*.int.spec.ts.
export type { AppParts } from './http/createApp.ts'
export { createApp } from './http/createApp.ts'
export type { Environment } from '../environment/environment.ts'
export { parseEnvironment, readEnvironment } from '../environment/environment.ts'
