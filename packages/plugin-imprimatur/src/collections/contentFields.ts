import type { Field, FlattenedBlock, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import type { ContentField } from '../domain/content/index.ts'

/** Mark of fields that are made by the machine or derived from content: `custom: { imprimatur: 'derived' }`. */
export function isDerived(field: Field): boolean {
  return 'custom' in field && (field.custom as Record<string, unknown> | undefined)?.imprimatur === 'derived'
}

/** Slugs of the collections whose documents are files. Payload 3.90 types `upload` as if each had it. */
function uploadCollections(config: SanitizedConfig): readonly string[] {
  return config.collections.filter((each) => Boolean(each.upload as unknown)).map((each) => each.slug)
}

const PAYLOADS_OWN = ['id', 'createdAt', 'updatedAt', 'deletedAt', '_status']

/** What the plugin writes on a piece itself, whoever declares the field. */
const WRITTEN_BY_THE_PLUGIN = ['createdBy', 'changedBy', 'publishedAt', 'firstPublishedAt']

const NEVER_CONTENT = new Set([...PAYLOADS_OWN, ...WRITTEN_BY_THE_PLUGIN])

/** Where a document stands in a list that people order (`orderable`), its own or that of a join. */
const ORDER = /^_(?:\w+_)?order$/

/** Which fields of a collection are content, as `contentOf()` takes them. Top-level fields come first to last. */
export function contentFields(collection: SanitizedCollectionConfig, config: SanitizedConfig): readonly ContentField[] {
  const { folders } = config
  const folder = collection.folders && folders ? folders.fieldName : null
  // Where a piece is filed is no part of it.
  const fields = collection.fields.filter((field) => !('name' in field) || field.name !== folder)
  return describe(fields, uploadCollections(config), config, true)
}

/** One field of a collection, as {@link contentFields} has it; undefined for one that is no content. */
export function describeField(field: Field, config: SanitizedConfig): ContentField | undefined {
  return describe([field], uploadCollections(config), config)[0]
}

function describe(
  fields: readonly Field[],
  uploads: readonly string[],
  config: SanitizedConfig,
  top = false,
): readonly ContentField[] {
  return fields.flatMap((field): readonly ContentField[] => {
    if (isDerived(field) || ('virtual' in field && field.virtual)) return []
    if (top && 'name' in field && (NEVER_CONTENT.has(field.name) || ORDER.test(field.name))) return []
    const inner = (of: readonly Field[]) => describe(of, uploads, config)
    switch (field.type) {
      case 'ui':
      case 'join':
        return []
      case 'row':
      case 'collapsible':
        return describe(field.fields, uploads, config, top)
      case 'tabs':
        return field.tabs.flatMap((tab): readonly ContentField[] =>
          'name' in tab && tab.name
            ? [{ kind: 'group', name: tab.name, fields: inner(tab.fields) }]
            : describe(tab.fields, uploads, config, top),
        )
      case 'group':
        return 'name' in field && field.name
          ? [{ kind: 'group', name: field.name, fields: inner(field.fields) }]
          : describe(field.fields, uploads, config, top)
      case 'array':
        return [{ kind: 'array', name: field.name, fields: withoutRowId(inner(field.fields)) }]
      case 'blocks':
        return [
          {
            kind: 'blocks',
            name: field.name,
            blocks: blockFields([...field.blocks, ...referenced(field.blockReferences, config)], inner),
          },
        ]
      case 'richText':
        return [
          {
            kind: 'richText',
            name: field.name,
            blocks: blockFields(lexicalBlocks(field.editor, config), inner),
            uploadCollections: uploads,
          },
        ]
      case 'relationship':
      case 'upload':
        return [
          {
            kind: 'relation',
            name: field.name,
            to: Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo],
            polymorphic: Array.isArray(field.relationTo),
            many: field.hasMany === true,
          },
        ]
      case 'text':
      case 'textarea':
        return [{ kind: 'value', name: field.name, isText: true }]
      default:
        return [{ kind: 'value', name: field.name }]
    }
  })
}

function withoutRowId(fields: readonly ContentField[]): readonly ContentField[] {
  return fields.filter((field) => field.name !== 'id')
}

type BlockLike = {
  readonly slug: string
  readonly fields: readonly Field[]
}

function blockFields(
  blocks: readonly BlockLike[],
  inner: (fields: readonly Field[]) => readonly ContentField[],
): Readonly<Record<string, readonly ContentField[]>> {
  return Object.fromEntries(blocks.map((block) => [block.slug, withoutRowId(inner(block.fields))]))
}

function referenced(references: unknown, config: SanitizedConfig): readonly BlockLike[] {
  if (!Array.isArray(references)) return []
  return references.flatMap((reference: string | FlattenedBlock) => {
    const block = typeof reference === 'string' ? config.blocks?.find((each) => each.slug === reference) : reference
    return block ? [block] : []
  })
}

/** The blocks of a Lexical editor, from where its blocks feature keeps them (`richtext-lexical` 3.90). */
export function lexicalBlocks(editor: unknown, config: SanitizedConfig): readonly BlockLike[] {
  const features = (editor as { editorConfig?: { resolvedFeatureMap?: Map<string, unknown> } } | undefined)
    ?.editorConfig?.resolvedFeatureMap
  const blocks = features?.get('blocks') as
    { sanitizedServerFeatureProps?: { blocks?: unknown; inlineBlocks?: unknown } } | undefined
  const props = blocks?.sanitizedServerFeatureProps
  return [...referenced(props?.blocks, config), ...referenced(props?.inlineBlocks, config)]
}
