import type { Block, CollectionConfig, Config, GlobalConfig } from 'payload'
import { onlyPublicReferences, type GetsAll } from '../access/index.ts'
import { workflowMutations, workflowQueries } from '../api/index.ts'
import { guardBefore } from '../guard/index.ts'
import {
  forgetFormerSlugs,
  keepFormerSlug,
  refuseDeletingReferenced,
  refuseConditions,
  refuseConditionsOfGlobal,
  normalizeInput,
  normalizeGlobalInput,
} from '../hooks/index.ts'

/** Pieces refer to texts of any collection, and globals are shown beside them. */
export function settled(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeOperation: [guardBefore, ...(hooks.beforeOperation ?? []), normalizeInput] },
  }
}

/** The same for a global. */
export function settledGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  return {
    ...global,
    hooks: { ...hooks, beforeOperation: [guardBefore, ...(hooks.beforeOperation ?? []), normalizeGlobalInput] },
  }
}

/** No answer to readers names pieces that are not public. */
export function discreet(pieces: ReadonlySet<string>, getsAll: GetsAll) {
  return <One extends Block | CollectionConfig | GlobalConfig>(entity: One): One => ({
    ...entity,
    fields: onlyPublicReferences(entity.fields, pieces, getsAll),
  })
}

/** Any collection may hold what pieces refer to. */
export function keptWhileReferred(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), refuseDeletingReferenced] },
  }
}

/** Leads readers on from the slugs that its documents had. Of drafts without the workflow nothing says which slug readers have had. */
export function ledFromFormerSlugs(collection: CollectionConfig): CollectionConfig {
  const { hooks = {}, versions } = collection
  if (typeof versions === 'object' && versions.drafts) return collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks.afterChange ?? []), keepFormerSlug],
      afterDelete: [...(hooks.afterDelete ?? []), forgetFormerSlugs],
    },
  }
}

/** Only pieces have a digest that a condition could name. */
export function unconditional(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return { ...collection, hooks: { ...hooks, beforeOperation: [refuseConditions, ...(hooks.beforeOperation ?? [])] } }
}

/** The same for a global. */
export function unconditionalGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  return {
    ...global,
    hooks: { ...hooks, beforeOperation: [refuseConditionsOfGlobal, ...(hooks.beforeOperation ?? [])] },
  }
}

/** GraphQL with the fields of the workflow. */
export function withWorkflow(
  graphQL: Config['graphQL'],
  collections: readonly string[],
): NonNullable<Config['graphQL']> {
  return {
    ...graphQL,
    queries: (library, payload) => ({
      ...graphQL?.queries?.(library, payload),
      ...workflowQueries(library, payload, collections.filter(inSchema(payload))),
    }),
    mutations: (library, payload) => ({
      ...graphQL?.mutations?.(library, payload),
      ...workflowMutations(library, payload, collections.filter(inSchema(payload))),
    }),
  }
}

/** A collection with `graphQL: false` has no type there. */
function inSchema({ collections }: Parameters<typeof workflowQueries>[1]): (slug: string) => boolean {
  return (slug) => collections[slug]?.graphQL?.type !== undefined
}
