import { slugify } from 'payload-plugin-imprimatur/content'
import type {
  ArchivePorts,
  Filing,
  FoundPiece,
  ImportCollection,
  ImportData,
  PieceSource,
  PieceWriter,
  RunPorts,
} from '../../../src/importing/index.ts'

/** A piece as the store keeps it. */
export type StoredPiece = {
  collection: ImportCollection
  id: string
  data: ImportData[ImportCollection]
  source: PieceSource
  trashed: boolean
}

/** The ports of an import on a list in memory, with transactions that are isolated and all or nothing. */
export class MemoryPieces implements ArchivePorts, RunPorts {
  pieces: StoredPiece[] = []
  #made = 0

  /** Makes `create` reject for the piece with this headline or name. */
  refuse: string | null = null
  /** Whether whoever asks may not see what is there. */
  isHidden = false
  /** Makes `create` reject at the piece with this headline or name, because of the moment alone. */
  busyAt: string | null = null

  async find(key: string): Promise<FoundPiece | null> {
    const found = findIn(this.pieces, key)
    return found === null || !this.isHidden ? found : { collection: found.collection, id: found.id, hidden: true }
  }

  async authorsNamed(names: readonly string[]): Promise<{ id: string; displayName: string; fullName: string }[]> {
    const wanted = new Set(names.map((name) => name.toLowerCase()))
    return this.pieces.flatMap(({ id, data }) => {
      if (!('displayName' in data)) return []
      const own = [data.displayName, data.fullName ?? '']
      return own.some((name) => wanted.has(name.toLowerCase()))
        ? [{ id, displayName: data.displayName, fullName: data.fullName ?? '' }]
        : []
    })
  }

  /** What articles can be filed under. */
  sections: Filing[] = []
  topics: Filing[] = []
  /** Slugs that no new article can have, beside those of the articles. */
  reserved: string[] = []

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set([...slugsIn(this.pieces), ...this.reserved].filter((slug) => slugs.includes(slug)))
  }

  async filings(): Promise<{ sections: readonly Filing[]; topics: readonly Filing[] }> {
    return { sections: this.sections, topics: this.topics }
  }

  async inTransaction<T>(work: (writer: PieceWriter) => Promise<T>): Promise<T> {
    const written = [...this.pieces]
    const result = await work({
      find: async (key) => findIn(written, key),
      takenSlugs: async (slugs) =>
        new Set([...slugsIn(written), ...this.reserved].filter((slug) => slugs.includes(slug))),
      create: async (collection, data, source) => {
        const title = 'headline' in data ? data.headline : data.displayName
        if (title === this.refuse) throw new Error('the store says no')
        if (title === this.busyAt) throw new Error('the store is busy')
        // As keepSlug does (newsroom/fields/slug.ts).
        const taken = new Set(slugsIn(written))
        if ('credits' in data) {
          const made = slugify(data.headline)
          if (data.slug !== undefined && data.slug !== made && taken.has(data.slug))
            throw new Error('the slug is taken')
          const slug = data.slug ?? made
          const free = [slug, ...Array.from({ length: 99 }, (_, at) => `${slug}-${String(at + 2)}`)]
          data = { ...data, slug: free.find((each) => !taken.has(each)) ?? slug }
        }
        this.#made += 1
        const id = `id-${String(this.#made)}`
        written.push({ collection, id, data, source, trashed: false })
        return { id }
      },
    })
    this.pieces = written
    return result
  }

  isPassing(error: unknown): boolean {
    return error instanceof Error && error.message === 'the store is busy'
  }
}

function slugsIn(pieces: readonly StoredPiece[]): string[] {
  return pieces.flatMap(({ data }) => ('slug' in data && data.slug !== undefined ? [data.slug] : []))
}

function findIn(pieces: readonly StoredPiece[], key: string): FoundPiece | null {
  const piece = pieces.find((other) => other.source.key === key)
  return piece === undefined
    ? null
    : { collection: piece.collection, id: piece.id, hash: piece.source.hash, trashed: piece.trashed }
}
