// The plugin's options, and what it knows of the config when it runs.
export { hasPlugin, runtimeOf, usersOf, type Newsroom, type WorkflowCollection } from './context.ts'
export {
  MACHINE_SLUGS,
  ROLES,
  type ImprimaturOptions,
  type MachineSlugs,
  type PublicChange,
  type QueryableFields,
  type User,
  type WorkflowCollectionOptions,
} from './options.ts'
