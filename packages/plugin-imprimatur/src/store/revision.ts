import type { Where } from 'payload'
import { ContentError, contentOf, mediaShown } from '../domain/content/index.ts'
import { idFor, idsFor } from '../hardening/adapter/index.ts'
import { canonicalForm, digestOf, type Digest, type ShownMedia } from '../domain/workflow/index.ts'
import { newestVersion, recall, remembered, type InPayload, type Revision, type Source } from '../transaction/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { mediaKey } from './mediaKey.ts'

type Stored = Readonly<Record<string, unknown>>
type Version = { readonly version: Stored }

/**
 * The newest revision of a piece: its latest version, or the main row where there is none. Null: no such piece. Read once in a transaction,
 * and again when something of it was written.
 */
export function newestRevision(req: InPayload, collection: WorkflowCollection, id: string): Promise<Revision | null> {
  const { slug } = collection
  return remembered(req, `newest revision of ${slug}:${id}`, sourcesOf(req, collection), async () => {
    const known = await recall<Version>(req, newestVersion(slug, id))
    return known
      ? revisionOf(req, collection, { ...known.version, id: idFor(req.payload, slug, id) }, rememberedFiles)
      : newest(req, collection, id, rememberedFiles)
  })
}

/** {@link newestRevision} as it stands in the database. */
export function readNewestRevision(
  req: InPayload,
  collection: WorkflowCollection,
  id: string,
): Promise<Revision | null> {
  return newest(req, collection, id, readFiles)
}

/** The main row of a piece, which is what readers get when it is public. Null: no such piece. Read once, too. */
export function mainRevision(req: InPayload, collection: WorkflowCollection, id: string): Promise<Revision | null> {
  return remembered(req, `main row of ${collection.slug}:${id}`, sourcesOf(req, collection), () =>
    main(req, collection, id, rememberedFiles),
  )
}

/** {@link mainRevision} as it stands in the database. */
export function readMainRevision(req: InPayload, collection: WorkflowCollection, id: string): Promise<Revision | null> {
  return main(req, collection, id, readFiles)
}

function sourcesOf({ payload }: InPayload, { slug }: WorkflowCollection): readonly Source[] {
  const media = runtimeOf(payload).media.map((each): Source => `documents:${each}`)
  return [`documents:${slug}`, `versions:${slug}`, ...media]
}

async function newest(
  req: InPayload,
  collection: WorkflowCollection,
  text: string,
  files: Files,
): Promise<Revision | null> {
  const doc = await readNewestDocument(req, collection, text)
  return doc ? revisionOf(req, collection, doc, files) : null
}

/** The same as {@link readNewestDocument}, out of what is remembered where it is. */
export async function newestDocument(
  req: InPayload,
  collection: WorkflowCollection,
  id: string,
): Promise<Stored | null> {
  const known = await recall<Version>(req, newestVersion(collection.slug, id))
  return known?.version ?? readNewestDocument(req, collection, id)
}

/** The document of the newest revision alone, without what its digest is made of. */
export async function readNewestDocument(
  req: InPayload,
  collection: WorkflowCollection,
  text: string,
): Promise<Stored | null> {
  const id = idFor(req.payload, collection.slug, text)
  const { docs } = await req.payload.db.findVersions({
    collection: collection.slug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const version = docs[0]?.version
  return version ? { ...version, id } : readMainDocument(req, collection, text)
}

async function main(
  req: InPayload,
  collection: WorkflowCollection,
  text: string,
  files: Files,
): Promise<Revision | null> {
  const doc = await readMainDocument(req, collection, text)
  return doc ? revisionOf(req, collection, doc, files) : null
}

/** The main row of a piece alone. */
export function readMainDocument(
  req: InPayload,
  { slug }: WorkflowCollection,
  text: string,
): Promise<(Stored & { readonly id: number | string }) | null> {
  const where = { id: { equals: idFor(req.payload, slug, text) } }
  return req.payload.db.findOne<Stored & { id: number | string }>({ collection: slug, where, joins: false, req })
}

/** Versions of a piece: how far back somebody may still have one open, and how many are in memory at once. */
const VERSIONS = { most: 50, atOnce: 5 } as const

/** The newest version of a piece that has this digest: as far back as somebody may still have one open, or among all. */
export async function versionWith(
  req: InPayload,
  collection: WorkflowCollection,
  text: string,
  digest: Digest,
  among: 'open' | 'all' = 'open',
): Promise<Revision | null> {
  const id = idFor(req.payload, collection.slug, text)
  let behind: Where = {}
  for (let read = 0; among === 'all' || read < VERSIONS.most; read += VERSIONS.atOnce) {
    const { docs } = await req.payload.db.findVersions<Stored>({
      collection: collection.slug,
      where: { and: [{ parent: { equals: id } }, behind] },
      sort: ['-updatedAt', 'id'],
      limit: VERSIONS.atOnce,
      pagination: false,
      req,
    })
    for (const { version } of docs) {
      const revision = await revisionOf(req, collection, { ...version, id }, rememberedFiles)
      if (revision.digest === digest) return revision
    }
    const last = docs.at(-1)
    if (!last || docs.length < VERSIONS.atOnce) return null
    const { updatedAt } = last
    behind = {
      or: [
        { updatedAt: { less_than: updatedAt } },
        { and: [{ updatedAt: { equals: updatedAt } }, { id: { greater_than: last.id } }] },
      ],
    }
  }
  return null
}

async function revisionOf(
  req: InPayload,
  collection: WorkflowCollection,
  doc: Stored,
  files: Files,
): Promise<Revision> {
  const content = readContent(collection, doc)
  const media = await shownMedia(req, mediaShown(doc, collection.fields, runtimeOf(req.payload).media), files)
  const canonical = canonicalForm(content, media)
  return { doc, canonical, digest: digestOf(canonical), media }
}

/** @throws CodedError `invalid_value` for content that cannot be signed off, such as text with half a character. */
function readContent(collection: WorkflowCollection, doc: Stored) {
  try {
    return contentOf(doc, fieldsOf(collection, doc))
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    throw coded('invalid_value', { message: error.message, field: error.field })
  }
}

/** Leaves out the fields that are content only under a condition that this document does not meet. */
function fieldsOf(collection: WorkflowCollection, doc: Stored) {
  const conditions = collection.options.conditionalContent ?? {}
  return collection.fields.filter((field) => {
    const condition = conditions[field.name]
    return condition === undefined || doc[condition] === true
  })
}

/** How the files that a piece shows are looked up, by their ids as texts. */
type Files = (req: InPayload, collection: string, ids: readonly string[]) => Promise<readonly File[]>
type File = Stored & { readonly id: number | string }

const readFiles: Files = async (req, collection, ids) => {
  const { docs } = await req.payload.db.find<File>({
    collection,
    where: { id: { in: idsFor(req.payload, collection, ids) } },
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

const rememberedFiles: Files = (req, collection, ids) =>
  remembered(req, `files ${collection}: ${ids.join()}`, [`documents:${collection}`], () =>
    readFiles(req, collection, ids),
  )

/** The shown media documents; a deleted one shows nothing. */
async function shownMedia(
  req: InPayload,
  shown: readonly { readonly collection: string; readonly id: string }[],
  files: Files,
): Promise<readonly ShownMedia[]> {
  const collections = [...new Set(shown.map(({ collection }) => collection))]
  const found = await Promise.all(
    collections.map(async (collection) => {
      const ids = shown.filter((each) => each.collection === collection).map(({ id }) => id)
      return { collection, docs: await files(req, collection, ids) }
    }),
  )
  return found.flatMap(({ collection, docs }) =>
    docs.map((doc) => ({
      id: mediaKey(req.payload, collection, doc.id),
      hash: text(doc.sha256),
      alt: text(doc.alt),
      caption: text(doc.caption),
      credit: text(doc.credit),
    })),
  )
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
