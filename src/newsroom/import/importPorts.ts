import type { PayloadRequest } from 'payload'
import type {
  ArchivePorts,
  Filing,
  FoundPiece,
  ImportData,
  PieceSource,
  PieceWriter,
  RunPorts,
} from '../../importing/index.ts'
import { actorOf, inTransaction, isPassing } from 'payload-plugin-imprimatur'
import { takenSlugs } from '../fields/slug.ts'

type ImportCollection = keyof ImportData
type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

const COLLECTIONS: readonly ImportCollection[] = ['authors', 'articles', 'news-teasers']

/** The importer's ports on Payload. Drafts are made in the name of whoever is behind `req`. */
export function importPorts(req: PayloadRequest): ArchivePorts & RunPorts {
  return {
    find: async (key) => {
      const found = await find(req, key)
      if (found === null || (await maySee(req, found.collection, [found.id])).has(found.id)) return found
      return { collection: found.collection, id: found.id, hidden: true }
    },
    authorsNamed: (names) => authorsNamed(req, names),
    takenSlugs: (slugs) => taken(req, slugs),
    filings: async () => ({ sections: await filings(req, 'sections'), topics: await filings(req, 'topics') }),
    isPassing,
    inTransaction: (work) => inTransaction(req, () => work(writer(req))),
  }
}

function writer(req: PayloadRequest): PieceWriter {
  return {
    find: (key) => find(req, key),
    takenSlugs: (slugs) => taken(req, slugs),
    create: async (collection, data, source) => {
      // Access is overridden for `source` alone, which no request may write; the workflow still asks who writes.
      const made = await req.payload.create({
        collection,
        data: { ...data, source: stored(source) },
        draft: true,
        depth: 0,
        overrideAccess: true,
        req,
      })
      return { id: String(made.id) }
    },
  }
}

/** Which of these whoever is behind `req` may see: a contributor sees no drafts of others. */
async function maySee(
  req: PayloadRequest,
  collection: ImportCollection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || actorOf(req)?.kind === 'system') return new Set(ids)
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    draft: true,
    overrideAccess: false,
    pagination: false,
    select: {},
    trash: true,
    req,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

async function taken(req: PayloadRequest, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const articles = req.payload.collections.articles?.config
  return articles === undefined || slugs.length === 0 ? new Set<string>() : takenSlugs(articles, slugs, undefined, req)
}

function stored(source: PieceSource): Readonly<Record<string, unknown>> {
  return { ...source, importedAt: new Date().toISOString() }
}

/** Looks in the main rows, which are born with their source and keep it; in the trash too. */
async function find(req: PayloadRequest, key: string): Promise<FoundPiece | null> {
  for (const collection of COLLECTIONS) {
    const { docs } = await req.payload.db.find<Stored>({
      collection,
      where: { 'source.key': { equals: key } },
      limit: 1,
      pagination: false,
      req,
    })
    const [doc] = docs
    if (!doc) continue
    const hash = (doc.source as { hash?: unknown } | undefined)?.hash
    return {
      collection,
      id: doc.id,
      trashed: Boolean(doc.deletedAt),
      ...(typeof hash === 'string' ? { hash } : {}),
    }
  }
  return null
}

async function filings(req: PayloadRequest, collection: 'sections' | 'topics'): Promise<Filing[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection,
    pagination: false,
    limit: 0,
    select: { name: true, slug: true },
    sort: 'id',
    req,
  })
  return docs.map(({ id, name, slug }) => ({ id, name: text(name), slug: text(slug) }))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Compared here and not by the database: SQLite's `LIKE` ignores the case of ASCII letters only. */
async function authorsNamed(
  req: PayloadRequest,
  names: readonly string[],
): Promise<{ id: string; displayName: string; fullName: string }[]> {
  if (names.length === 0) return []
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'authors',
    pagination: false,
    limit: 0,
    select: { displayName: true, fullName: true },
    req,
  })
  const wanted = new Set(names.map(folded))
  const named = docs.filter((doc) =>
    [doc.displayName, doc.fullName].some((each) => typeof each === 'string' && wanted.has(folded(each))),
  )
  const seen = await maySee(
    req,
    'authors',
    named.map(({ id }) => id),
  )
  return named
    .filter(({ id }) => seen.has(id))
    .map((doc) => ({ id: doc.id, displayName: String(doc.displayName), fullName: text(doc.fullName) }))
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
