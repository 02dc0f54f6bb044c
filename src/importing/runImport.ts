import { textToLexical } from 'payload-plugin-imprimatur/content'
import type { Doubt } from './doubts.ts'
import { ImportError } from './ImportError.ts'
import type { PlannedArticle, PlannedPiece } from './planImport.ts'
import type { ArticleData, AuthorData, PieceWriter, RunPorts } from './ports.ts'
import { slugTaken } from './slugTaken.ts'
import type { ImportCollection } from './sourceKey.ts'

/** What became of one piece; `id` is null if it was left out or refused, and `note` says why it was refused, or what is otherwise than planned. */
export type ImportedPiece = {
  collection: ImportCollection
  id: string | null
  title: string
  outcome: 'made' | 'kept' | 'omitted' | 'refused'
  note?: string
}

/** What is run of a plan, of a page or of a file of several articles. */
export type RunnablePlan = {
  file: string
  pieces: readonly PlannedPiece[]
  doubts: Doubt[]
  /** Pieces of one transaction; left out, all of them or none are made. */
  piecesAtOnce?: number
}

/** What an import did, in the order of the plan. */
export type ImportResult = {
  file: string
  pieces: ImportedPiece[]
  made: number
  kept: number
  refused: number
  doubts: Doubt[]
}

/** Says how far a run is: `done` of `total` pieces, `piece` being the last. Told when the transaction of the piece has ended. */
export type OnProgress = (progress: { done: number; total: number; piece: ImportedPiece }) => void

/**
 * Makes the drafts of a plan in one transaction, all of them or none, or in several where the plan says how many belong to one: then
 * those of a transaction that was refused are tried one by one, and what is refused again is left out. Looks for each piece again
 * before making it, so a plan that another run has overtaken makes nothing twice. Credits get the ids of the authors.
 *
 * Throws ImportError `import_failed`, with the store's own error as `cause`, when the pieces belong together and one was refused, or when
 * the store says that it is the moment alone. `hint` says what was made by then.
 */
export async function runImport(plan: RunnablePlan, ports: RunPorts, onProgress?: OnProgress): Promise<ImportResult> {
  const run = new Run(ports)
  const { pieces, piecesAtOnce = pieces.length } = plan
  // A plan without pieces begins and ends a transaction, too.
  for (let from = 0; from === 0 || from < pieces.length; from += Math.max(1, piecesAtOnce)) {
    const made = await run.make(pieces.slice(from, from + piecesAtOnce), plan.piecesAtOnce !== undefined)
    for (const [at, piece] of made.entries()) onProgress?.({ done: from + at + 1, total: pieces.length, piece })
  }
  const count = (outcome: ImportedPiece['outcome']): number =>
    run.done.filter((each) => each.outcome === outcome).length
  return {
    file: plan.file,
    pieces: run.done,
    made: count('made'),
    kept: count('kept'),
    refused: count('refused'),
    doubts: plan.doubts,
  }
}

/** What was made so far. */
class Run {
  readonly done: ImportedPiece[] = []
  readonly #ids = new Map<string, string>()
  readonly #ports: RunPorts
  #current: PlannedPiece | undefined

  constructor(ports: RunPorts) {
    this.#ports = ports
  }

  /** `mayLeaveOut`: whether a piece that is refused is left out; otherwise the run ends. */
  async make(pieces: readonly PlannedPiece[], mayLeaveOut: boolean): Promise<ImportedPiece[]> {
    try {
      return await this.#together(pieces)
    } catch (cause) {
      const [only, ...others] = pieces
      if (!mayLeaveOut || only === undefined || this.#ports.isPassing(cause)) throw this.#failure(cause)
      if (others.length === 0) return [this.#refused(only, cause)]
      const made: ImportedPiece[] = []
      for (const piece of pieces) made.push(...(await this.make([piece], true)))
      return made
    }
  }

  async #together(pieces: readonly PlannedPiece[]): Promise<ImportedPiece[]> {
    const { ids, made } = await this.#ports.inTransaction(async (writer) => {
      this.#current = undefined
      // Ids of what is taken back credit nobody.
      const ids = new Map(this.#ids)
      const batch: ImportedPiece[] = []
      for (const piece of pieces) {
        this.#current = piece
        const imported = await importPiece(piece, writer, ids)
        if (imported.id !== null) ids.set(piece.source.key, imported.id)
        batch.push(imported)
      }
      return { ids, made: batch }
    })
    for (const [key, id] of ids) this.#ids.set(key, id)
    this.done.push(...made)
    return made
  }

  #refused({ collection, title }: PlannedPiece, cause: unknown): ImportedPiece {
    const piece = { collection, id: null, title, outcome: 'refused', note: said(cause) } as const
    this.done.push(piece)
    return piece
  }

  #failure(cause: unknown): ImportError {
    const piece = this.#current
    const ended = this.done.length === 0 ? 'The import did not begin' : 'The import did not go on'
    const what = piece === undefined ? ended : `${noun(piece.collection)} “${piece.title}” could not be made`
    const mend = this.#ports.isPassing(cause) ? 'Run' : 'Put this right and run'
    return new ImportError(
      'import_failed',
      `${what}: ${said(cause)}`,
      this.done.length === 0
        ? `Nothing was made. ${mend} the import again.`
        : `The first ${String(this.done.length)} pieces are there and stay. ${mend} the import again; it goes on from there.`,
      { cause, ...(piece === undefined ? {} : { line: piece.line }) },
    )
  }
}

function said(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
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
  const taken = await takenSlug(piece, writer)
  const { id } = await create(taken === null ? piece : withoutSlug(piece), writer, ids)
  return { collection, id, title, outcome: 'made', ...(taken === null ? {} : { note: slugTaken(taken, title) }) }
}

/** The slug of a piece that another one has by now: one of this run may have got it from its headline. */
async function takenSlug(piece: PlannedPiece, writer: PieceWriter): Promise<string | null> {
  const slug = piece.collection === 'articles' ? piece.data.slug : undefined
  return slug !== undefined && (await writer.takenSlugs([slug])).has(slug) ? slug : null
}

function withoutSlug(piece: PlannedPiece): PlannedPiece {
  if (piece.collection !== 'articles') return piece
  const { slug: _, ...data } = piece.data
  return { ...piece, data }
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
    body: Array.isArray(data.body) ? textToLexical(data.body) : data.body,
    credits: data.credits.map((credit) => {
      const author = ids.get(credit.author)
      if (author === undefined) throw new Error(`the credited author ${credit.creditedAs} is not there`)
      return { ...credit, author }
    }),
  }
}
