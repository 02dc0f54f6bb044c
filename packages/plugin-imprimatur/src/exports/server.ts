// For a project that puts a server of its own before Payload: guards of what may be asked, over REST and GraphQL.
export type { Registered } from '../hardening/register.ts'
export {
  hiddenFields,
  dropSortKeys,
  validatePublicArguments,
  inRankedOrder,
  queryGuard,
  readableFields,
  withNextPlace,
  refuseHiddenFields,
  retryMutations,
  protectedFields,
  typeNames,
  updatesOf,
} from '../api/index.ts'
export type { FieldTree, FieldType, FurtherParameters } from '../domain/public-query/index.ts'
export { Turns, type MarkPort } from '../hardening/adapter/index.ts'
export { SHOWN } from '../collections/index.ts'
export { parseBounded, PUBLIC_OPERATORS, queryLimits, whereLimits } from '../domain/public-query/index.ts'
export {
  watchDatabase,
  type DatabaseChange,
  type DatabaseRead,
  type DatabaseWatcher,
} from '../hardening/watch/index.ts'
