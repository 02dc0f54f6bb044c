// The importer's ports on Payload, and its endpoint.
// May import payload, src/importing, src/payload/plugin, packages/plugin-imprimatur/src/errors.
// Tests: test/int/import.int.spec.ts.
export { importEndpoint } from './importEndpoint.ts'
export { importPorts } from './importPorts.ts'
