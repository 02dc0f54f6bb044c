// The importer's ports on Payload, what reads the HTML of exports and feeds, and the endpoint.
// Tests: test/unit/newsroom/readHtml.spec.ts, test/int/import.int.spec.ts, test/int/import-archives.int.spec.ts.
export { dryRunOf, importEndpoint } from './importEndpoint.ts'
export { importPorts } from './importPorts.ts'
export { IMPORT_FORMATS, planFile, type ImportFormat } from './planFile.ts'
