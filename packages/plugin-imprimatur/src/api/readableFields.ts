import type { FlattenedField, Payload, PayloadRequest, SanitizedConfig } from 'payload'
import type { FieldTree } from '../domain/public-query/index.ts'
import { runtimeOf } from '../runtime/index.ts'

/** Who reads: staff get every field, readers only those that anybody may read. */
export type Reader = 'staff' | 'anybody'

/** What Payload keeps of a row or block itself. */
const OF_ROWS: FieldTree = { id: true }
const OF_BLOCKS: FieldTree = { id: true, blockName: true, blockType: true }
/** What a version has beside the document that it is of. */
const OF_VERSIONS: FieldTree = {
  id: true,
  parent: true,
  latest: true,
  autosave: true,
  snapshot: true,
  publishedLocale: true,
  createdAt: true,
  updatedAt: true,
}

const trees = new WeakMap<SanitizedConfig, Map<string, Promise<FieldTree>>>()

/**
 * The names of a collection's or global's fields that `select` may have, with those inside of groups, rows and blocks.
 * Made once for each of them: the rules of the newsroom's fields look at who asks, and not at the document.
 */
export function readableFields(payload: Payload, slug: string, reader: Reader): Promise<FieldTree> {
  const known = trees.get(payload.config) ?? new Map<string, Promise<FieldTree>>()
  trees.set(payload.config, known)
  const key = `${reader} ${slug}`
  const tree = known.get(key) ?? treeOf(payload, slug, reader)
  known.set(key, tree)
  return tree
}

/** What `select` and `populate` may name. */
export async function selectableIn(
  payload: Payload,
  read: { readonly target: string; readonly versions?: true },
  reader: Reader,
) {
  const fields = await readableFields(payload, read.target, reader)
  return {
    selectable: read.versions ? ofVersions(fields) : fields,
    populatable: await readableCollections(payload, reader),
  }
}

/** The collections that `populate` may name, with their fields: for readers those that are public at all. */
export async function readableCollections(
  payload: Payload,
  reader: Reader,
): Promise<Readonly<Record<string, FieldTree>>> {
  const open = runtimeOf(payload).queryable
  const slugs = payload.config.collections
    .map(({ slug }) => slug)
    .filter((slug) => reader === 'staff' || open.has(slug))
  return Object.fromEntries(
    await Promise.all(slugs.map(async (slug) => [slug, await readableFields(payload, slug, reader)] as const)),
  )
}

export function ofVersions(fields: FieldTree): FieldTree {
  return { ...OF_VERSIONS, version: fields }
}

async function treeOf(payload: Payload, slug: string, reader: Reader): Promise<FieldTree> {
  const entity = [...payload.config.collections, ...payload.config.globals].find((each) => each.slug === slug)
  const req = { payload, user: null, context: {} } as unknown as PayloadRequest
  return { id: true, ...(await walk(entity?.flattenedFields ?? [], reader, req)) }
}

async function walk(fields: readonly FlattenedField[], reader: Reader, req: PayloadRequest): Promise<FieldTree> {
  const entries = await Promise.all(
    fields.map(async (field) => {
      const isOpen = !isHidden(field) && (reader === 'staff' || (await anybodyReads(field, req)))
      return isOpen ? [[field.name, await inside(field, reader, req)] as const] : []
    }),
  )
  return Object.fromEntries(entries.flat())
}

async function inside(field: FlattenedField, reader: Reader, req: PayloadRequest): Promise<FieldTree | true> {
  switch (field.type) {
    case 'group':
    case 'tab':
      return walk(field.flattenedFields, reader, req)
    case 'array':
      return { ...OF_ROWS, ...(await walk(field.flattenedFields, reader, req)) }
    case 'blocks':
      return Object.fromEntries(
        await Promise.all(
          field.blocks.map(
            async (block) =>
              [block.slug, { ...OF_BLOCKS, ...(await walk(block.flattenedFields, reader, req)) }] as const,
          ),
        ),
      )
    default:
      return true
  }
}

function isHidden(field: FlattenedField): boolean {
  return 'hidden' in field && field.hidden === true
}

/** A rule that fails counts as a no. */
async function anybodyReads(field: FlattenedField, req: PayloadRequest): Promise<boolean> {
  const rule = 'access' in field ? field.access?.read : undefined
  if (!rule) return true
  try {
    return await rule({ req } as Parameters<typeof rule>[0])
  } catch {
    return false
  }
}
