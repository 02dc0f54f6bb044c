import {
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** The rows that a `where` chooses from. */
export type Target = {
  /** `joined` are the newest versions of documents as a join field lists them: `where` is about the document itself. */
  readonly kind: 'documents' | 'versions' | 'globalVersions' | 'joined'
  readonly slug: string
  readonly fields: readonly FlattenedField[]
  readonly locale: string | undefined
  readonly req: Partial<PayloadRequest> | undefined
}

type Asker = Pick<Target, 'locale' | 'req'>

export function documentTarget(payload: Payload, slug: string, { locale, req }: Asker): Target {
  return { kind: 'documents', slug, fields: collectionOf(payload, slug).flattenedFields, locale, req }
}

export function versionTarget(payload: Payload, slug: string, { locale, req }: Asker): Target {
  const fields = buildVersionCollectionFields(payload.config, collectionOf(payload, slug), true)
  return { kind: 'versions', slug, fields, locale, req }
}

export function globalVersionTarget(payload: Payload, slug: string, { locale, req }: Asker): Target {
  const global = payload.config.globals.find((each) => each.slug === slug)
  if (!global) throw new Error(`There is no global ${slug}.`)
  return { kind: 'globalVersions', slug, fields: buildVersionGlobalFields(payload.config, global, true), locale, req }
}

export function joinedTarget(payload: Payload, slug: string, { locale, req }: Asker): Target {
  return { ...documentTarget(payload, slug, { locale, req }), kind: 'joined' }
}

export function collectionOf(payload: Payload, slug: string) {
  const collection = payload.collections[slug]
  if (!collection) throw new Error(`There is no collection ${slug}.`)
  return collection.config
}
