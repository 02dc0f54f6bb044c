// What the plugin answers: its REST endpoints and GraphQL fields, and the guards of what may be asked before Payload looks at it.
export { closedFields, refuseClosedFields, ruledFields } from './closedFields.ts'
export { newsroomEndpoints, pieceEndpoints, publishDueEndpoint } from './endpoints.ts'
export { workflowMutations, workflowQueries } from './graphql.ts'
export { guardArguments } from './guardArguments.ts'
export { queryGuard } from './queryGuard.ts'
export { guardGraphQL, readEndpoints } from './readGuards.ts'
export { retryMutations } from './retryMutations.ts'
export { typeNames, updatesOf } from './rootNames.ts'
