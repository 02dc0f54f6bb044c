import type { PayloadRequest } from 'payload'
import { changesInWords, type ChangeInWords } from '../domain/difference/index.ts'
import { options, type Digest, type Finding, type Option, type WorkflowEvent } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { eventsOf, requireStaff } from '../store/index.ts'
import { dossierView, type DossierView } from '../access/index.ts'
import { companionsOf, type Companion } from './companionsOf.ts'
import { drawnBetween } from './difference.ts'
import { reviewQueue, type QueueEntry } from './reviewQueue.ts'
import { reviewsOn, type ReviewState } from './reviewsOn.ts'
import { transitionContextOf } from './transitionContext.ts'

/** Everything that a reviewer decides by, of one moment. */
export type ReviewView = {
  readonly dossier: DossierView
  /** Digest of the text that is shown: what a move from here is about. */
  readonly digest: Digest
  readonly from: Digest | null
  /** HTML of the text with its changes marked, escaped. */
  readonly text: string
  readonly changes: readonly ChangeInWords[]
  /** The moves that are about the text that is shown, and only those. */
  readonly moves: readonly Option[]
  readonly findings: readonly Finding[]
  readonly labels: ReadonlyMap<string, string>
  readonly reviews: readonly ReviewState[]
  readonly events: readonly WorkflowEvent[]
  /** What belongs to it and may be signed off together with it by whoever asks. */
  readonly along: readonly ReviewedAlong[]
  /** The piece that waits behind this one, for whoever asks. */
  readonly next: QueueEntry | null
  readonly waiting: number
}

/** A piece that is shown below another one; `digest` is of `text`. */
export type ReviewedAlong = Pick<Companion, 'collection' | 'id' | 'title' | 'digest'> & {
  /** Its whole text as HTML, escaped. */
  readonly text: string
}

/**
 * A piece as its reviewer sees it, to be read in one snapshot: the newest text against what readers have, or, `ofLive`, what readers have.
 *
 * @throws CodedError as `GET …/diff` does.
 */
export async function reviewOf(req: PayloadRequest, slug: string, id: string, ofLive: boolean): Promise<ReviewView> {
  const asked = ofLive ? { from: null, to: 'live' } : {}
  const { drawing, drawn, from, newest, row, to } = await drawnBetween(req, slug, id, asked)
  const collection = runtimeOf(req.payload).collections.get(slug)
  if (!collection) throw coded('not_found')
  const actor = requireStaff(req)
  const context = await transitionContextOf(req, { collection, row, revision: newest, actor, goingPublic: new Set() })
  const { facts } = context
  const queue = await reviewQueue(req, { limit: '100' })
  const side = ofLive ? 'live' : 'revision'
  const moves = options(context).filter((move) => move.actsOn === side)
  return {
    dossier: dossierView(row),
    digest: to.digest,
    from: from?.digest ?? null,
    text: drawn.text,
    changes: from
      ? changesInWords(drawn.changes, drawing)
      : changesInWords(
          drawn.changes.filter((each) => !each.visible),
          drawing,
        ),
    moves,
    // The gates are about the newest text.
    findings: ofLive ? [] : facts.findings,
    labels: drawing.labels,
    reviews: reviewsOn({ digest: to.digest, state: row.state }, facts, ofLive),
    events: await eventsOf(req, row.state.piece),
    along: !ofLive && maySign(moves) ? await signedAlong(req, slug, id) : [],
    next: behind(queue.docs, `${slug}:${id}`, actor.id),
    waiting: queue.totalDocs,
  }
}

function maySign(moves: readonly Option[]): boolean {
  return moves.some(({ allowed, name }) => name === 'sign_off' && allowed)
}

async function signedAlong(req: PayloadRequest, slug: string, id: string): Promise<readonly ReviewedAlong[]> {
  const { docs } = await companionsOf(req, slug, id)
  const along: ReviewedAlong[] = []
  for (const { collection, id: other, moves, title } of docs.filter(({ stage }) => stage === 'in_review')) {
    if (!maySign(moves)) continue
    const { drawn, to } = await drawnBetween(req, collection, other, { from: null })
    along.push({ collection, id: other, title, digest: to.digest, text: drawn.text })
  }
  return along
}

/**
 * What comes next in the queue, around to its beginning: what somebody else wrote, this person has not signed yet, and waits for no other
 * review.
 */
function behind(queue: readonly QueueEntry[], piece: string, person: string): QueueEntry | null {
  const keyOf = (entry: QueueEntry): string => `${entry.collection}:${entry.id}`
  const at = queue.findIndex((entry) => keyOf(entry) === piece)
  const open = (entry: QueueEntry): boolean =>
    keyOf(entry) !== piece &&
    !entry.writers.includes(person) &&
    entry.waitsFor.length === 0 &&
    !entry.signOffs.some((each) => each.by === person && each.digest === entry.digest)
  return [...queue.slice(at + 1), ...queue.slice(0, Math.max(0, at))].find(open) ?? null
}
