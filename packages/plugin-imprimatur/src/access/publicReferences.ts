import { setImmediate as afterThisTurn } from 'node:timers/promises'
import type { Field, FieldHook, PayloadRequest, RichTextField, SanitizedConfig } from 'payload'
import { documentId, isRecord, type ContentField } from '../domain/content/index.ts'
import { describeField, eachOwnBlock } from '../collections/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { isStaff } from '../store/index.ts'
import { canSeeAllPieces } from './view.ts'

/** Whose references are kept: all staff, who would lose them with the next save, or only those who see every piece. */
export type GetsAll = (req: PayloadRequest) => boolean

/** The first rule is for documents that contributors save, the second for what only people write who see every piece. */
export const ALL_STAFF: GetsAll = isStaff
export const WHO_SEES_ALL: GetsAll = canSeeAllPieces

type Keeps = (collection: string, id: string) => boolean

/**
 * Gives each field that may refer to a piece a hook that takes references to pieces which the reader may not read out of
 * the answer: before Payload replaces ids by documents, so at every depth, in REST and in GraphQL. Payload 3.90 leaves
 * ids of what one may not read standing, and by them readers would learn of drafts.
 *
 * @param pieces slugs of the collections under the workflow.
 */
export function onlyPublicReferences(fields: readonly Field[], pieces: ReadonlySet<string>, getsAll: GetsAll): Field[] {
  const inner = (of: readonly Field[]) => onlyPublicReferences(of, pieces, getsAll)
  return fields.map((field): Field => {
    switch (field.type) {
      case 'relationship':
      case 'upload': {
        const to = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
        return to.some((each) => pieces.has(each)) ? (withHook(field, relationHook(pieces, getsAll)) as Field) : field
      }
      case 'richText':
        return withHook(field, richTextHook(pieces, getsAll)) as Field
      case 'tabs':
        return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: inner(tab.fields) })) }
      case 'blocks':
        return { ...field, ...eachOwnBlock(field, (block) => ({ ...block, fields: inner(block.fields) })) }
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        return { ...field, fields: inner(field.fields) }
      default:
        return field
    }
  })
}

function withHook(field: object & { hooks?: { afterRead?: FieldHook[] } }, hook: FieldHook): object {
  return { ...field, hooks: { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), hook] } }
}

function relationHook(pieces: ReadonlySet<string>, getsAll: GetsAll): FieldHook {
  return async ({ field, overrideAccess, req, value }) => {
    if (overrideAccess === true || getsAll(req) || (field.type !== 'relationship' && field.type !== 'upload'))
      return value as unknown
    const { relationTo } = field
    const many = field.hasMany === true
    const targets: readonly unknown[] = Array.isArray(value)
      ? value
      : value === undefined || value === null
        ? []
        : [value]
    const named = targets.map((target) => reference(Array.isArray(relationTo) ? undefined : relationTo, target))
    const keeps = await readable(
      req,
      pieces,
      named.filter((each) => each !== undefined),
    )
    const kept = targets.filter((_, at) => {
      const [collection, id] = named[at] ?? []
      return collection === undefined || id === undefined || keeps(collection, id)
    })
    // An empty reference and a reference to a hidden piece look the same.
    return many ? kept : (kept[0] ?? null)
  }
}

function richTextHook(pieces: ReadonlySet<string>, getsAll: GetsAll): FieldHook {
  return async ({ field, overrideAccess, req, value }) => {
    if (overrideAccess === true || getsAll(req) || field.type !== 'richText' || !isRecord(value))
      return value as unknown
    const description = descriptionOf(field, req.payload.config)
    if (!description) return value
    const found: Reference[] = []
    withReferences(description, value, (...reference) => found.push(reference) > 0)
    return withReferences(description, value, await readable(req, pieces, found))
  }
}

type Reference = readonly [collection: string, id: string]

function reference(collection: string | undefined, target: unknown): Reference | undefined {
  if (collection !== undefined) {
    const id = documentId(target)
    return id === undefined ? undefined : [collection, id]
  }
  const { relationTo, value }: Readonly<Record<string, unknown>> = isRecord(target) ? target : {}
  const id = documentId(value)
  return typeof relationTo !== 'string' || id === undefined ? undefined : [relationTo, id]
}

const descriptions = new WeakMap<object, ContentField | undefined>()

function descriptionOf(field: RichTextField, config: SanitizedConfig): ContentField | undefined {
  if (!descriptions.has(field)) descriptions.set(field, describeField(field, config))
  return descriptions.get(field)
}

/** The value of a field within a rich text, without the references that `keeps` denies. How deep it nests is bounded when it is saved. */
function withReferences(field: ContentField, value: unknown, keeps: Keeps): unknown {
  const isKept = (collection: string | undefined, target: unknown): boolean => {
    const named = reference(collection, target)
    return named === undefined || keeps(...named)
  }
  const fieldsOf = (fields: readonly ContentField[], row: unknown): unknown =>
    isRecord(row)
      ? {
          ...row,
          ...Object.fromEntries(
            fields
              .filter(({ name }) => Object.hasOwn(row, name))
              .map((each) => [each.name, withReferences(each, row[each.name], keeps)]),
          ),
        }
      : row
  const blockOf = (blocks: Readonly<Record<string, readonly ContentField[]>>, row: unknown): unknown =>
    fieldsOf((isRecord(row) && typeof row.blockType === 'string' && blocks[row.blockType]) || [], row)
  switch (field.kind) {
    case 'value':
      return value
    case 'relation': {
      const to = field.polymorphic ? undefined : field.to[0]
      if (Array.isArray(value)) return value.filter((each) => isKept(to, each))
      return isKept(to, value) ? value : null
    }
    case 'group':
      return fieldsOf(field.fields, value)
    case 'array':
      return Array.isArray(value) ? value.map((row) => fieldsOf(field.fields, row)) : value
    case 'blocks':
      return Array.isArray(value) ? value.map((row) => blockOf(field.blocks, row)) : value
    case 'richText':
      return isRecord(value) ? { ...value, root: nodeOf(value.root) } : value
  }

  function nodeOf(node: unknown): unknown {
    if (!isRecord(node)) return node
    const { children, fields, type } = node
    const inside = Array.isArray(children) ? { children: children.filter((each) => !isLost(each)).map(nodeOf) } : {}
    if (!isRecord(fields)) return { ...node, ...inside }
    if (type === 'block' || type === 'inlineBlock')
      return { ...node, ...inside, fields: field.kind === 'richText' ? blockOf(field.blocks, fields) : fields }
    const leads = !Object.hasOwn(fields, 'doc') || isKept(undefined, fields.doc)
    return { ...node, ...inside, fields: leads ? fields : { ...fields, doc: null } }
  }

  /** A node that is nothing but a reference. */
  function isLost(node: unknown): boolean {
    return isRecord(node) && node.type === 'relationship' && !isKept(undefined, node)
  }
}

/** Whether a reader may read a document: only pieces are looked up; for other documents Payload's read access is enough. */
async function readable(
  req: PayloadRequest,
  pieces: ReadonlySet<string>,
  references: readonly Reference[],
): Promise<Keeps> {
  const ids = new Map<string, Set<string>>()
  for (const [collection, id] of references)
    if (pieces.has(collection)) ids.set(collection, (ids.get(collection) ?? new Set()).add(id))
  const found = new Map<string, ReadonlySet<string>>()
  for (const [collection, wanted] of ids) found.set(collection, await readableIds(req, collection, wanted))
  return (collection, id) => !pieces.has(collection) || found.get(collection)?.has(id) === true
}

type Batch = { readonly ids: Set<string>; readonly readable: Promise<ReadonlySet<string>> }

const batches = new WeakMap<PayloadRequest, Map<string, Batch>>()

/** One query for what all the documents of a list refer to, whose hooks run in the same turn. */
async function readableIds(
  req: PayloadRequest,
  collection: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const open = batches.get(req) ?? new Map<string, Batch>()
  batches.set(req, open)
  const known = open.get(collection)
  const all = known?.ids ?? new Set<string>()
  for (const id of ids) all.add(id)
  if (known) return known.readable
  const batch = {
    ids: all,
    readable: afterThisTurn().then(() => {
      open.delete(collection)
      return findReadable(req, collection, [...all])
    }),
  }
  open.set(collection, batch)
  return batch.readable
}

/** As many ids as every database takes in one query. */
const MOST_IDS = 1_000

async function findReadable(
  req: PayloadRequest,
  collection: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: idsFor(req.payload, collection, ids.slice(from, from + MOST_IDS)) } },
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      pagination: false,
      select: {},
      req,
    })
    for (const doc of docs) found.add(String(doc.id))
  }
  return found
}
