import { textToLexical } from 'payload-plugin-imprimatur/content'
import type { Doubt } from './doubts.ts'
import { ImportError } from './ImportError.ts'
import type { ImportPlan, PlannedArticle, PlannedPiece } from './planImport.ts'
import type { ArticleData, AuthorData, PieceWriter, RunPorts } from './ports.ts'
import type { ImportCollection } from './sourceKey.ts'

/** What became of one piece; `id` is null if it was left out. */
export type ImportedPiece = {
  collection: ImportCollection
  id: string | null
  title: string
  outcome: 'made' | 'kept' | 'omitted'
}

/** What an import did, in the order of the plan. */
export type ImportResult = {
  file: string
  pieces: ImportedPiece[]
  made: number
  kept: number
  doubts: Doubt[]
}

/** Says how far a run is: `done` of `total` pieces, `piece` being the last. Nothing is kept before the run has ended. */
export type OnProgress = (progress: { done: number; total: number; piece: ImportedPiece }) => void

/**
 * Makes the drafts of a plan in one transaction: all of them or none. Looks for each piece again before making it, so a plan that
 * another run has overtaken makes nothing twice. Credits get the ids of the authors.
 *
 * Throws ImportError `import_failed`, with the store's own error as `cause`, when a piece was refused; nothing was made then.
 */
export async function runImport(plan: ImportPlan, ports: RunPorts, onProgress?: OnProgress): Promise<ImportResult> {
  let current: PlannedPiece | undefined
  let pieces: ImportedPiece[]
  try {
    pieces = await ports.inTransaction(async (writer) => {
      const done: ImportedPiece[] = []
      const ids = new Map<string, string>()
      for (const piece of plan.pieces) {
        current = piece
        const imported = await importPiece(piece, writer, ids)
        if (imported.id !== null) ids.set(piece.source.key, imported.id)
        done.push(imported)
        onProgress?.({ done: done.length, total: plan.pieces.length, piece: imported })
      }
      return done
    })
  } catch (cause) {
    const what =
      current === undefined
        ? 'The import did not begin'
        : `${noun(current.collection)} “${current.title}” could not be made`
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ImportError(
      'import_failed',
      `${what}: ${why}`,
      'Nothing was made. Put this right and run the import again.',
      {
        cause,
        ...(current === undefined ? {} : { line: current.line }),
      },
    )
  }
  return {
    file: plan.file,
    pieces,
    made: pieces.filter((piece) => piece.outcome === 'made').length,
    kept: pieces.filter((piece) => piece.outcome === 'kept').length,
    doubts: plan.doubts,
  }
}

/** What an editor calls a piece of a collection. */
export function noun(collection: ImportCollection): string {
  return { authors: 'author', articles: 'article', 'news-teasers': 'teaser' }[collection]
}

async function importPiece(
  piece: PlannedPiece,
  writer: PieceWriter,
  ids: ReadonlyMap<string, string>,
): Promise<ImportedPiece> {
  const { collection, title, source } = piece
  if (piece.action === 'omit') return { collection, id: null, title, outcome: 'omitted' }
  const found = await writer.find(source.key)
  if (found !== null) return { collection, id: found.id, title, outcome: 'kept' }
  const { id } = await create(piece, writer, ids)
  return { collection, id, title, outcome: 'made' }
}

async function create(
  piece: PlannedPiece,
  writer: PieceWriter,
  ids: ReadonlyMap<string, string>,
): Promise<{ id: string }> {
  switch (piece.collection) {
    case 'authors': {
      const { biography, ...data } = piece.data
      const author: AuthorData = biography.length === 0 ? data : { ...data, biography: textToLexical(biography) }
      return writer.create('authors', author, piece.source)
    }
    case 'articles':
      return writer.create('articles', withAuthors(piece, ids), piece.source)
    case 'news-teasers':
      return writer.create('news-teasers', piece.data, piece.source)
  }
}

function withAuthors({ data }: PlannedArticle, ids: ReadonlyMap<string, string>): ArticleData {
  return {
    ...data,
    body: textToLexical(data.body),
    credits: data.credits.map((credit) => {
      const author = ids.get(credit.author)
      if (author === undefined) throw new Error(`the credited author ${credit.creditedAs} is not there`)
      return { ...credit, author }
    }),
  }
}
