import type { PayloadRequest, Where } from 'payload'
import { knownDrafts } from '../access/index.ts'
import { relationsOf } from '../domain/content/index.ts'
import {
  options,
  pieceKey,
  type Digest,
  type Option,
  type Stage,
  type TransitionName,
  writersOf,
} from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { findDossiers, newestRevision, referrersOf, requireStaff, splitPiece, type DossierRow } from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'
import { transitionContextOf } from './transitionContext.ts'
import { wholePiece } from './transitionsOf.ts'

/** Pieces that are looked at for one piece. */
const MOST = 20

/** Moves that pieces make together. */
const TOGETHER: readonly TransitionName[] = ['submit', 'sign_off', 'publish', 'schedule']

/** A piece that is not public and can go the way of another one together with it. */
export type Companion = {
  readonly collection: string
  readonly id: string
  readonly title: string | null
  readonly stage: Stage
  readonly digest: Digest
  /** When it goes out by itself, ISO 8601; null: no time is set. */
  readonly scheduledAt: string | null
  /** Whether the other piece refers to it, itself or through a companion. Otherwise it refers to the other piece. */
  readonly needed: boolean
  /** Whether the asker wrote it, or began it where nobody has written yet. */
  readonly own: boolean
  /** `submit`, `sign_off`, `publish` and `schedule`, as they are when all go together. */
  readonly moves: readonly Option[]
}

type Found = {
  readonly collection: WorkflowCollection
  readonly row: DossierRow
  readonly revision: Revision
  readonly needed: boolean
}

/**
 * What is not public and belongs to a piece that is about to go out: what it refers to, such as its author, and what refers to it, such as
 * its teasers; of these what the asker may see, at most 20. `moves` are `submit`, `sign_off`, `publish` and `schedule` of the piece itself, as
 * they are when all of them go together that can.
 *
 * @throws CodedError as {@link wholePiece} does.
 */
export async function companionsOf(
  req: PayloadRequest,
  slug: string,
  id: string,
): Promise<{ readonly moves: readonly Option[]; readonly docs: readonly Companion[] }> {
  const { row, revision } = await wholePiece(req, slug, id)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const own: Found = { collection, row, revision, needed: true }
  const found = new Map<string, Found>([[row.state.piece, own]])
  // What is found on the way is looked through as well.
  for (const each of found.values()) await add(req, found, referredBy(req, each), true)
  // Of an author or a topic much is public that refers to it: pages are read until there is enough of what is not.
  for await (const keys of referring(req, slug, id)) {
    if (found.size > MOST) break
    await add(req, found, keys, false)
  }

  const actor = requireStaff(req)
  const movesOf = async (of: Found, goingPublic: ReadonlySet<string>): Promise<readonly Option[]> =>
    options(await transitionContextOf(req, { ...of, actor, goingPublic })).filter(({ name }) => TOGETHER.includes(name))
  const all = new Set(found.keys())
  found.delete(row.state.piece)
  const docs: Companion[] = []
  const going = new Set([row.state.piece])
  for (const [piece, each] of found) {
    const [slugOfPiece, idOfPiece] = splitPiece(piece)
    const { schedule, stage } = each.row.state
    const moves = await movesOf(each, all)
    if (moves.some(({ allowed, name }) => allowed && name === 'publish')) going.add(piece)
    docs.push({
      collection: slugOfPiece,
      id: idOfPiece,
      title: each.row.title,
      stage,
      digest: each.revision.digest,
      scheduledAt: schedule?.at ?? null,
      needed: each.needed,
      own: isOf(actor.id, each.row),
      moves,
    })
  }
  return { moves: await movesOf(own, going), docs }
}

function isOf(person: string, { state }: DossierRow): boolean {
  const writers = writersOf(state)
  return writers.length > 0 ? writers.includes(person) : state.owner === person
}

/** Adds those of the pieces that are not public, that the asker may see and that have not been dropped. */
async function add(
  req: PayloadRequest,
  found: Map<string, Found>,
  keys: readonly string[],
  needed: boolean,
): Promise<void> {
  const wanted = keys.filter((key) => !found.has(key))
  if (wanted.length === 0) return
  const where: Where = { and: [{ piece: { in: wanted } }, { live: { equals: false } }, NOT_DROPPED] }
  for (const row of await knownDrafts(req, await findDossiers(req, where))) {
    if (found.size > MOST) return
    const { piece } = row.state
    const [slug, id] = splitPiece(piece)
    const collection = runtimeOf(req.payload).collections.get(slug)
    const revision = collection ? await newestRevision(req, collection, id) : null
    if (collection && revision && !revision.doc.deletedAt) found.set(piece, { collection, row, revision, needed })
  }
}

const NOT_DROPPED: Where = { stage: { not_equals: 'spiked' satisfies Stage } }

function referredBy(req: PayloadRequest, { collection, revision }: Found): readonly string[] {
  return relationsOf(revision.doc, collection.fields)
    .filter((relation) => runtimeOf(req.payload).collections.has(relation.collection))
    .map((relation) => pieceKey(relation.collection, relation.id))
}

/** Keys of what refers to a piece, page by page. */
async function* referring(req: PayloadRequest, slug: string, id: string): AsyncGenerator<readonly string[]> {
  for (const collection of runtimeOf(req.payload).collections.values())
    for await (const ids of referrersOf(req, collection, slug, [id]))
      yield ids.map((each) => pieceKey(collection.slug, each))
}
