import { flattenAllFields, type Field, type FlattenedField, type SanitizedConfig, type Where } from 'payload'
import { lexicalBlocks } from '../collections/index.ts'
import { documentId, isRecord, lexicalToText } from '../domain/content/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import type { Side } from './rows.ts'

/** What a piece is found by. */
export type Texts = { readonly title: string; readonly lead: readonly string[]; readonly text: string }

type Doc = Readonly<Record<string, unknown>>
type Reference = { readonly collection: string; readonly id: string }
/** Texts and, in their places, documents whose titles belong there. */
type Part = string | Reference

/** The texts of one document of a collection, as the options say, for those who find that side of it. */
export async function textsOf(req: InPayload, collection: WorkflowCollection, doc: Doc, side: Side): Promise<Texts> {
  const { config } = req.payload
  const fields = config.collections.find(({ slug }) => slug === collection.slug)?.flattenedFields ?? []
  const { lead = [], text } = collection.options.search ?? { text: textsAtTheTop(fields, collection.title) }
  const named = (names: readonly string[] = []) =>
    fields.filter(({ name }) => names.includes(name)).flatMap((field) => partsOf(field, doc[field.name], config))
  const [title, leads, texts] = [named([collection.title]), named(lead), named(text)]
  const titles = await titlesOf(req, [...title, ...leads, ...texts], side)
  const words = (parts: readonly Part[]) =>
    parts
      .map((part) => (typeof part === 'string' ? part : (titles.get(keyOf(part)) ?? '')))
      .filter((each) => each !== '')
  return { title: words(title).join('\n'), lead: words(leads), text: words(texts).join('\n') }
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'textarea', 'richText'])

function textsAtTheTop(fields: readonly FlattenedField[], title: string): readonly string[] {
  return fields.filter(({ name, type }) => TEXTS.has(type) && name !== title).map(({ name }) => name)
}

function partsOf(field: FlattenedField, value: unknown, config: SanitizedConfig): readonly Part[] {
  if (!isForEverybody(field) || value === undefined || value === null) return []
  const inFields = (fields: readonly FlattenedField[], of: unknown): readonly Part[] =>
    isRecord(of) ? fields.flatMap((each) => partsOf(each, of[each.name], config)) : []
  switch (field.type) {
    case 'text':
    case 'textarea':
      return [value].flat().filter((each) => typeof each === 'string')
    case 'richText':
      return [lexicalToText(value, wordsOfBlocks(field.editor, config))]
    case 'group':
    case 'tab':
      return inFields(field.flattenedFields, value)
    case 'array':
      return Array.isArray(value) ? value.flatMap((row) => inFields(field.flattenedFields, row)) : []
    case 'relationship':
      return [value].flat().flatMap((each) => referencesIn(field.relationTo, each))
    default:
      return []
  }
}

/** What not everybody may read of a document, nobody finds it by. */
function isForEverybody(field: FlattenedField): boolean {
  return !('access' in field && field.access?.read) && !('hidden' in field && field.hidden)
}

/** The texts of a block in a rich text, also of those in it. */
function wordsOfBlocks(editor: unknown, config: SanitizedConfig): (block: Doc) => string {
  return (block) => {
    const known = lexicalBlocks(editor, config).find(({ slug }) => slug === block.blockType)
    const fields = known ? flattenAllFields({ fields: known.fields as Field[] }) : []
    return fields
      .flatMap((field) => partsOf(field, block[field.name], config))
      .filter((part) => typeof part === 'string')
      .join('\n')
  }
}

function referencesIn(relationTo: string | readonly string[], value: unknown): readonly Reference[] {
  const [collection, target] =
    typeof relationTo === 'string'
      ? [relationTo, value]
      : isRecord(value)
        ? [String(value.relationTo), value.value]
        : []
  const id = documentId(target)
  return collection === undefined || id === undefined ? [] : [{ collection, id }]
}

/** The titles of documents that are no pieces: those may be hidden from whoever finds this one. By what readers have, only titles that they may read. */
async function titlesOf(req: InPayload, parts: readonly Part[], side: Side): Promise<ReadonlyMap<string, string>> {
  const { collections, users } = runtimeOf(req.payload)
  const wanted = parts.filter((part) => typeof part !== 'string')
  const found = new Map<string, string>()
  for (const slug of new Set(wanted.map(({ collection }) => collection))) {
    const title = req.payload.collections[slug]?.config.admin.useAsTitle
    if (collections.has(slug) || slug === users || title === undefined) continue
    const ids = wanted.filter(({ collection }) => collection === slug).map(({ id }) => id)
    const asked: Asked = {
      collection: slug,
      where: { id: { in: idsFor(req.payload, slug, ids) } },
      select: { [title]: true },
    }
    for (const doc of side === 'live' ? await readByReaders(req, asked) : await readAll(req, asked)) {
      const text = doc[title]
      if (typeof text === 'string') found.set(keyOf({ collection: slug, id: String(doc.id) }), text)
    }
  }
  return found
}

type Asked = { readonly collection: string; readonly where: Where; readonly select: Record<string, true> }
type Titled = Doc & { readonly id: number | string }

async function readAll(req: InPayload, asked: Asked): Promise<readonly Titled[]> {
  return (await req.payload.db.find<Titled>({ ...asked, joins: false, limit: 0, pagination: false, req })).docs
}

async function readByReaders({ payload, transactionID }: InPayload, asked: Asked): Promise<readonly Titled[]> {
  const { docs } = await payload.find({
    ...asked,
    depth: 0,
    disableErrors: true,
    draft: false,
    limit: 0,
    overrideAccess: false,
    pagination: false,
    // Of nobody, in the same transaction.
    req: transactionID === undefined ? {} : { transactionID },
    user: null,
  })
  return docs
}

function keyOf({ collection, id }: Reference): string {
  return `${collection}:${id}`
}
