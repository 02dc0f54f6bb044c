import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import type { FoundPiece, ImportData, PieceSource, PieceWriter, PlanPorts, RunPorts } from '../../importing/index.ts'

type ImportCollection = keyof ImportData
type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

const COLLECTIONS: readonly ImportCollection[] = ['authors', 'articles', 'news-teasers']

/** The importer's ports on Payload. Drafts are made in the name of whoever is behind `req`. */
export function importPorts(req: PayloadRequest): PlanPorts & RunPorts {
  return {
    find: (key) => find(req, key),
    authorsNamed: (names) => authorsNamed(req, names),
    inTransaction: async (work) => {
      const owner = await initTransaction(req)
      try {
        const result = await work(writer(req))
        if (owner) await commitTransaction(req)
        return result
      } catch (error) {
        if (owner) await killTransaction(req)
        throw error
      }
    },
  }
}

function writer(req: PayloadRequest): PieceWriter {
  return {
    find: (key) => find(req, key),
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

/** Compared here and not by the database: SQLite's `LIKE` ignores the case of ASCII letters only. */
async function authorsNamed(
  req: PayloadRequest,
  names: readonly string[],
): Promise<{ id: string; displayName: string }[]> {
  if (names.length === 0) return []
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'authors',
    pagination: false,
    limit: 0,
    select: { displayName: true, fullName: true },
    req,
  })
  const wanted = new Set(names.map(folded))
  return docs
    .filter((doc) =>
      [doc.displayName, doc.fullName].some((each) => typeof each === 'string' && wanted.has(folded(each))),
    )
    .map((doc) => ({ id: doc.id, displayName: String(doc.displayName) }))
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
