import type {
  FoundPiece,
  ImportCollection,
  ImportData,
  PieceSource,
  PieceWriter,
  PlanPorts,
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
export class MemoryPieces implements PlanPorts, RunPorts {
  pieces: StoredPiece[] = []
  #made = 0

  /** Makes `create` reject for the piece with this headline or name. */
  refuse: string | null = null

  async find(key: string): Promise<FoundPiece | null> {
    return findIn(this.pieces, key)
  }

  async authorsNamed(names: readonly string[]): Promise<{ id: string; displayName: string }[]> {
    const wanted = new Set(names.map((name) => name.toLowerCase()))
    return this.pieces.flatMap(({ id, data }) => {
      if (!('displayName' in data)) return []
      const own = [data.displayName, data.fullName ?? '']
      return own.some((name) => wanted.has(name.toLowerCase())) ? [{ id, displayName: data.displayName }] : []
    })
  }

  async inTransaction<T>(work: (writer: PieceWriter) => Promise<T>): Promise<T> {
    const written = [...this.pieces]
    const result = await work({
      find: async (key) => findIn(written, key),
      create: async (collection, data, source) => {
        const title = 'headline' in data ? data.headline : data.displayName
        if (title === this.refuse) throw new Error('the store says no')
        this.#made += 1
        const id = `id-${String(this.#made)}`
        written.push({ collection, id, data, source, trashed: false })
        return { id }
      },
    })
    this.pieces = written
    return result
  }
}

function findIn(pieces: readonly StoredPiece[], key: string): FoundPiece | null {
  const piece = pieces.find((other) => other.source.key === key)
  return piece === undefined
    ? null
    : { collection: piece.collection, id: piece.id, hash: piece.source.hash, trashed: piece.trashed }
}
