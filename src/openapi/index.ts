// The API in words for machines: OpenAPI 3.1, made of the config and its endpoints, and a page of it for people.
// May import: accounts, newsroom, the plugin. Tests: test/int/openapi.int.spec.ts.
export { apiDescriptionEndpoints } from './endpoints.ts'
export { describeApi, type ApiDescription } from './describeApi.ts'
