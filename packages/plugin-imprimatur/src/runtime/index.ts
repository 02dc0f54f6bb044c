// The plugin's options, and what it knows of the config when it runs.
export { type Newsroom, type WorkflowCollection, hasPlugin, newsroom } from './context.ts'
export type { ImprimaturOptions, QueryableFields, WorkflowCollectionOptions } from './options.ts'
