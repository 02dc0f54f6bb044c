import type { PayloadRequest } from 'payload'
import {
  blocker,
  firstRefusal,
  makesPublic,
  pieceKey,
  transition,
  type Actor,
  type Blocker,
  type Command,
  type Dossier,
  type ErrorCode,
  type WorkflowEvent,
} from '../domain/workflow/index.ts'
import { coded, CodedError, entryOf } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import {
  dossiersOf,
  findDossier,
  eventAt,
  isStaff,
  mainRevision,
  saveDossier,
  type DossierRow,
  newestRevision,
} from '../store/index.ts'
import { allowedByProject, knownRows } from '../access/index.ts'
import { applyEffect } from './effects.ts'
import { type Revision, inTransaction } from '../transaction/index.ts'
import { readAhead } from './readAhead.ts'
import { transitionContextOf } from './transitionContext.ts'

/** One move of one piece. */
export type TransitionRequest = {
  readonly collection: string
  readonly id: string
  readonly command: Command
}

export type ExecutedTransition = {
  readonly collection: WorkflowCollection
  readonly id: string
  readonly dossier: Dossier
  readonly event: WorkflowEvent
  /** The newest revision afterwards. */
  readonly revision: Revision
}

type Found = {
  readonly collection: WorkflowCollection
  readonly id: string
  readonly row: DossierRow
  readonly revision: Revision
}

/** A piece with what was decided of its move; no piece where the asker may not know of it, may not move it, or there is none. */
type Judged = { readonly found: Found | null; readonly decision: ReturnType<typeof transition> }

/**
 * The only way in which pieces move: judges all items and, when none is refused, carries out all of them in one
 * transaction. REST, GraphQL, the clock and the demo use it.
 *
 * @param asked whether the actor is who made the request: any piece that they may not know of is answered as if it did not exist, and the
 *   project's own rules are asked whether they may write it
 * @throws CodedError with the first refusal of each refused item; nothing is changed then.
 */
export async function executeTransitions(
  req: PayloadRequest,
  actor: Actor,
  items: readonly TransitionRequest[],
  asked = false,
): Promise<readonly ExecutedTransition[]> {
  return inTransaction(req, () => executeInTransaction(req, actor, items, asked))
}

async function executeInTransaction(
  req: PayloadRequest,
  actor: Actor,
  items: readonly TransitionRequest[],
  asked: boolean,
): Promise<readonly ExecutedTransition[]> {
  refuseTwins(items)
  await readAhead(req, items)
  const foreign = asked ? await foreignAmong(req, items) : new Map<string, ErrorCode>()
  const goingPublic = publicBy(items)
  const judged: Judged[] = []
  for (const item of items) {
    const code = foreign.get(pieceKey(item.collection, item.id))
    judged.push(code ? unfound(code) : await judge(req, actor, item, goingPublic))
  }
  throwRefusals(await withCurrent(req, judged))
  await runtimeOf(req.payload).barrier('judged')
  const performed: ExecutedTransition[] = []
  for (const each of judged) performed.push(await act(req, each))
  return performed
}

/**
 * What stands in the way of each item, and what {@link executeTransitions} would refuse it for; empty where nothing does. Carries out nothing.
 *
 * @param at when it is to be judged, unless that is now
 */
export async function blockersOf(
  req: PayloadRequest,
  actor: Actor,
  items: readonly TransitionRequest[],
  at?: Date,
): Promise<readonly (readonly Blocker[])[]> {
  await readAhead(req, items)
  const goingPublic = publicBy(items)
  const found: (readonly Blocker[])[] = []
  for (const item of items) {
    const { decision } = await judge(req, actor, item, goingPublic, at)
    found.push(decision.ok ? [] : decision.blockers)
  }
  return found
}

/** Keys of the pieces that readers get with these moves. */
function publicBy(items: readonly TransitionRequest[]): ReadonlySet<string> {
  return new Set(
    items.filter((item) => makesPublic(item.command.transition)).map((item) => pieceKey(item.collection, item.id)),
  )
}

async function judge(
  req: PayloadRequest,
  actor: Actor,
  item: TransitionRequest,
  goingPublic: ReadonlySet<string>,
  at?: Date,
): Promise<Judged> {
  const found = await find(req, item)
  if (typeof found === 'string') return unfound(found)
  const { transition: name } = item.command
  const context = await transitionContextOf(req, { ...found, actor, goingPublic, at, transition: name })
  return { found, decision: transition(context, item.command) }
}

async function find(req: PayloadRequest, { collection: slug, id }: TransitionRequest): Promise<ErrorCode | Found> {
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) return 'not_found'
  const row = await findDossier(req, slug, id)
  const revision = row ? await newestRevision(req, collection, id) : null
  if (!row && (await isNotAdopted(req, collection, id))) return 'not_adopted'
  return row && revision ? { collection, id, row, revision } : 'not_found'
}

function unfound(code: ErrorCode): Judged {
  return { found: null, decision: { ok: false, ...firstRefusal([blocker(code)]) } }
}

/** Staff may know of a document without a dossier: it may have been public before. */
async function isNotAdopted(req: PayloadRequest, collection: WorkflowCollection, id: string): Promise<boolean> {
  return isStaff(req) && (await mainRevision(req, collection, id)) !== null
}

async function act(req: PayloadRequest, { decision, found }: Judged): Promise<ExecutedTransition> {
  if (!decision.ok || !found) throw new Error('A refused transition must not be carried out.')
  const { event, dossier } = decision
  const { collection, id, row } = found
  await applyEffect(req, collection, id, event, found.revision, row.state)
  await runtimeOf(req.payload).barrier('effected')
  const revision = await newestRevision(req, collection, id)
  if (!revision) throw coded('not_found')
  await saveDossier(req, collection, { row, state: dossier, event, revision })
  return { collection, id, dossier, event, revision }
}

/** By their keys, the pieces that the asker may not know of, and those that the project's own rules let them not write. */
async function foreignAmong(
  req: PayloadRequest,
  items: readonly TransitionRequest[],
): Promise<ReadonlyMap<string, ErrorCode>> {
  const keys = items.map(({ collection, id }) => pieceKey(collection, id))
  const rows = [...(await dossiersOf(req, keys)).values()]
  const known = new Set((await knownRows(req, rows)).map(({ state }) => state.piece))
  const allowed = await allowedByProject(req, 'update', [...known])
  return new Map(
    rows.flatMap(({ state: { piece } }): [string, ErrorCode][] => {
      if (!known.has(piece)) return [[piece, 'not_found']]
      return allowed.has(piece) ? [] : [[piece, 'forbidden']]
    }),
  )
}

function refuseTwins(items: readonly TransitionRequest[]): void {
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
      each.decision.ok || each.decision.status !== 409 || !each.found
        ? each
        : { ...each, current: await currentOf(req, each.found) },
    ),
  )
}

async function currentOf(req: PayloadRequest, { row: { state }, revision }: Found): Promise<Current> {
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
  const several = judged.length > 1
  const refusals = judged.flatMap(({ current, decision }, item) =>
    decision.ok
      ? []
      : [{ blockers: decision.blockers, more: { ...(current ? { current } : {}), ...(several ? { item } : {}) } }],
  )
  if (refusals.length === 0) return
  const { status } = firstRefusal(refusals.flatMap(({ blockers }) => blockers))
  throw new CodedError(
    status,
    refusals.map(({ blockers, more }) => ({ ...entryOf(blockers), ...more })),
  )
}
