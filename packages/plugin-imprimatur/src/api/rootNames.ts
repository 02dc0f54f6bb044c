import type { GraphQLSchema } from 'graphql'
import { formatNames, toWords, type FlattenedField, type SanitizedConfig } from 'payload'

type CollectionNames = { readonly slug: string; readonly singular: string; readonly plural: string }

/** Names as Payload 3.90 makes them (`@payloadcms/graphql/dist/schema/initCollections.js`). */
function collectionNames(config: SanitizedConfig): readonly CollectionNames[] {
  return config.collections.flatMap(({ slug, graphQL }) => {
    if (graphQL === false) return []
    // Left out it is undefined, which the type of a sanitized config does not say (3.90.2).
    const given = (graphQL as { singularName?: string; pluralName?: string } | undefined) ?? {}
    const fromSlug = formatNames(slug)
    const singular = given.singularName ? toWords(given.singularName, true) : fromSlug.singular
    const plural = given.pluralName ? toWords(given.pluralName, true) : fromSlug.plural
    return [{ slug, singular, plural: plural === singular ? `all${singular}` : plural }]
  })
}

/** Fields of the root by name, with the collection that they are about. */
export type RootNames = {
  /** Those that take a filter: lists, counts, versions. */
  readonly filtered: ReadonlyMap<string, string>
  /** Those that give one document by its id. */
  readonly one: ReadonlyMap<string, string>
  /** Those that tell what one may do with a document. */
  readonly access: ReadonlyMap<string, string>
}

export function rootNames(config: SanitizedConfig): RootNames {
  const names = collectionNames(config)
  return {
    filtered: new Map(
      names.flatMap(({ slug, plural }) =>
        [plural, `count${plural}`, `versions${plural}`].map((name) => [name, slug] as const),
      ),
    ),
    one: new Map(names.map(({ slug, singular }) => [singular, slug])),
    access: new Map(names.map(({ slug, singular }) => [`docAccess${singular}`, slug])),
  }
}

/** Mutations that change one document, with its collection. */
export function updatesOf(config: SanitizedConfig): readonly (readonly [name: string, slug: string])[] {
  return collectionNames(config).map(({ slug, singular }) => [`update${singular}`, slug] as const)
}

/** Object types of documents and versions in the schema, each with the fields that it was made of. */
export function typeNames(
  schema: GraphQLSchema,
  config: SanitizedConfig,
): readonly { readonly name: string; readonly fields: readonly FlattenedField[] }[] {
  const ofCollections = collectionNames(config).flatMap(({ slug, singular }) => {
    const fields = config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
    return [
      { name: singular, fields },
      { name: `${singular}Version_Version`, fields },
    ]
  })
  const ofGlobals = config.globals.flatMap(({ slug, flattenedFields: fields }) => {
    const name = globalNames(schema).find((each) => toWords(slug, true).toLowerCase().startsWith(each.toLowerCase()))
    return name === undefined ? [] : [{ name, fields }]
  })
  return [...ofCollections, ...ofGlobals]
}

/** Payload writes the singular of a global's slug. The access to a global is told apart by taking no id. */
function globalNames(schema: GraphQLSchema): readonly string[] {
  const root = Object.values(schema.getQueryType()?.getFields() ?? {})
  return root.flatMap(({ args, name }) => (args.length === 0 ? (/^docAccess(.+)$/.exec(name)?.[1] ?? []) : []))
}
