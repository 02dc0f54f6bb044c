// For a project that puts a server of its own before Payload: guards of what may be asked, over REST and GraphQL.
export type { Registered } from '../hardening/register.ts'
export {
  closedFields,
  dropSortKeys,
  validatePublicArguments,
  queryGuard,
  refuseClosedFields,
  retryMutations,
  ruledFields,
  typeNames,
  updatesOf,
} from '../api/index.ts'
export { SHOWN } from '../collections/index.ts'
export { parseBounded, queryLimits, whereLimits } from '../domain/public-query/index.ts'
export {
  watchDatabase,
  type DatabaseChange,
  type DatabaseRead,
  type DatabaseWatcher,
} from '../hardening/watch/index.ts'
