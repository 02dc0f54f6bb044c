import type { PayloadRequest } from 'payload'
import {
  firstRefusal,
  makesPublic,
  pieceKey,
  transition,
  type Actor,
  type Blocker,
  type Command,
  type Dossier,
  type WorkflowEvent,
} from '../domain/workflow/index.ts'
import { coded, CodedError, entryOf } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import {
  findDossier,
  eventAt,
  isStaff,
  mainRevision,
  saveDossier,
  type DossierRow,
  newestRevision,
} from '../store/index.ts'
import { applyEffect } from './effects.ts'
import { type Revision, inTransaction } from '../transaction/index.ts'
import { situationOf } from './situation.ts'

/** One move of one piece. */
export type Item = {
  readonly collection: string
  readonly id: string
  readonly command: Command
}

export type Performed = {
  readonly collection: WorkflowCollection
  readonly id: string
  readonly dossier: Dossier
  readonly event: WorkflowEvent
  /** The newest revision afterwards. */
  readonly revision: Revision
}

type Judged = {
  readonly collection: WorkflowCollection
  readonly id: string
  readonly row: DossierRow
  readonly revision: Revision
  readonly decision: ReturnType<typeof transition>
}

/**
 * The only way in which pieces move: judges all items and, when none is refused, carries out all of them in one
 * transaction. REST, GraphQL, the clock and the demo use it.
 *
 * @param canSeePiece whether the actor may know of a piece; any other piece is answered as if it did not exist.
 * @throws CodedError with the first refusal of each refused item; nothing is changed then.
 */
export async function perform(
  req: PayloadRequest,
  actor: Actor,
  items: readonly Item[],
  canSeePiece: (dossier: Dossier) => boolean = () => true,
): Promise<readonly Performed[]> {
  return inTransaction(req, () => performInTransaction(req, actor, items, canSeePiece))
}

async function performInTransaction(
  req: PayloadRequest,
  actor: Actor,
  items: readonly Item[],
  canSeePiece: (dossier: Dossier) => boolean,
): Promise<readonly Performed[]> {
  refuseTwins(items)
  const goingPublic = new Set(
    items.filter((item) => makesPublic(item.command.transition)).map((item) => pieceKey(item.collection, item.id)),
  )
  const judged: Judged[] = []
  for (const item of items) judged.push(await judge(req, actor, item, goingPublic, canSeePiece))
  throwRefusals(await withCurrent(req, judged))
  await runtimeOf(req.payload).barrier('judged')
  const performed: Performed[] = []
  for (const each of judged) performed.push(await act(req, each))
  return performed
}

async function judge(
  req: PayloadRequest,
  actor: Actor,
  item: Item,
  goingPublic: ReadonlySet<string>,
  canSeePiece: (dossier: Dossier) => boolean,
): Promise<Judged> {
  const collection = runtimeOf(req.payload).collections.get(item.collection)
  if (!collection) throw coded('not_found')
  const row = await findDossier(req, collection.slug, item.id)
  const revision = row && canSeePiece(row.state) ? await newestRevision(req, collection, item.id) : null
  if (!row && (await isNotAdopted(req, collection, item.id))) throw coded('not_adopted')
  if (!row || !revision) throw coded('not_found')
  const situation = await situationOf(req, { collection, row, revision, actor, goingPublic })
  return { collection, id: item.id, row, revision, decision: transition(situation, item.command) }
}

/** Staff may know of a document without a dossier: it may have been public before. */
async function isNotAdopted(req: PayloadRequest, collection: WorkflowCollection, id: string): Promise<boolean> {
  return isStaff(req) && (await mainRevision(req, collection, id)) !== null
}

async function act(req: PayloadRequest, judged: Judged): Promise<Performed> {
  const { collection, id, row, decision } = judged
  if (!decision.ok) throw new Error('A refused transition must not be carried out.')
  const { event, dossier } = decision
  await applyEffect(req, collection, id, event, judged.revision)
  await runtimeOf(req.payload).barrier('effected')
  const revision = await newestRevision(req, collection, id)
  if (!revision) throw coded('not_found')
  await saveDossier(req, collection, { row, state: dossier, event, revision })
  return { collection, id, dossier, event, revision }
}

function refuseTwins(items: readonly Item[]): void {
  const keys = items.map((item) => pieceKey(item.collection, item.id))
  if (new Set(keys).size < keys.length) {
    throw coded('invalid_value', { field: 'items', message: 'A piece can move once in one call.' })
  }
}

/** The present state of a piece, for the one who lost a race. */
type Current = {
  readonly stage: string
  readonly digest: string
  readonly live: string | null
  /** Who made the last move, and when. */
  readonly by: string
  readonly at: string
}

async function withCurrent(
  req: PayloadRequest,
  judged: readonly Judged[],
): Promise<readonly (Judged & { current?: Current })[]> {
  return Promise.all(
    judged.map(async (each) =>
      each.decision.ok || each.decision.status !== 409 ? each : { ...each, current: await currentOf(req, each) },
    ),
  )
}

async function currentOf(req: PayloadRequest, { row: { state }, revision }: Judged): Promise<Current> {
  const last = await eventAt(req, state.piece, state.seq)
  return {
    stage: state.stage,
    digest: revision.digest,
    live: state.live?.digest ?? null,
    by: last.actor,
    at: last.at,
  }
}

function throwRefusals(judged: readonly (Judged & { current?: Current })[]): void {
  const refusals = judged.flatMap(({ decision, current }, at) =>
    decision.ok
      ? []
      : [{ status: decision.status, entry: { ...entryOf(decision.blockers), ...(current ? { current } : {}) }, at }],
  )
  const [first] = refusals
  if (!first) return
  const several = judged.length > 1
  const entries = refusals.map(({ entry, at }) => (several ? { ...entry, item: at } : entry))
  throw new CodedError(firstStatus(refusals), entries)
}

/** The status that {@link firstRefusal} would give for all of them together. */
function firstStatus(refusals: readonly { status: number; entry: { blockers?: readonly Blocker[] } }[]): number {
  return firstRefusal(refusals.flatMap((each) => each.entry.blockers ?? [])).status
}
