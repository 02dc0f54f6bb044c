// The server: the Express app and the process around it. payload.config.ts takes its settings from environment.ts.
// Tests: test/unit/server, test/int/server*.int.spec.ts.
export type { AppParts } from './http/createApp.ts'
export { createApp } from './http/createApp.ts'
export type { Environment } from '../environment/index.ts'
export { parseEnvironment, readEnvironment } from '../environment/index.ts'
