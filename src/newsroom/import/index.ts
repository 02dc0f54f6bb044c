// The importer's ports on Payload, and its endpoint.
// Tests: test/int/import.int.spec.ts.
export { importEndpoint } from './importEndpoint.ts'
export { importPorts } from './importPorts.ts'
