// REST and GraphQL as anonymous readers and clients meet them, in front of Payload's own.
// Tests: test/int/api*.int.spec.ts, test/int/queries*.int.spec.ts.
export { allowedMethods, type RestRoutes } from './allowedMethods.ts'
export { graphqlApi, schemaOf } from './graphqlApi.ts'
export { readDocuments, type GraphqlDocuments } from './graphqlDocuments.ts'
export { openDelivery, type Delivery } from './openDelivery.ts'
export { restApi } from './restApi.ts'
